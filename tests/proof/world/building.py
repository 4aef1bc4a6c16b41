"""How the world comes about, in the order in which one thing needs another."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lessons.briefing_transitions import answer_line, open_next_cycle
from lessons.models import BriefingLine
from reviews.editing import (
    edit_series,
    set_up_series,
)
from tests import factories
from tests.proof.world.nouns import write_delegation
from tests.proof.world.people import SIDES, Say, World, populate
from tests.proof.world.private import (
    end_private,
    write_embargoed,
    write_private,
    write_red,
    write_versions,
)
from tests.proof.world.shared import write_public, write_shared


def build() -> World:
    """Build the world through the real verbs."""
    world = World()
    populate(world)
    cycle = world.keep("oai shared", "cycle", cycle_of(world))
    for side in SIDES:
        write_delegation(world, side)
        write_private(world, side, cycle)
        end_private(world, side)
        write_shared(world, side, cycle)
        write_public(world, side)
        write_red(world, side)
        write_embargoed(world, side)
    write_briefings(world)
    write_versions(world)
    for record in world.all_records():
        record.refresh_from_db()
    return world


def cycle_of(world: World) -> Any:
    """Make the joint cycle, which the partners read."""
    say = Say(world, "oai shared", "cycle")
    return factories.make_cycle(
        world.people["leo"],
        leads=[world.people["leo"], world.people["milo"]],
        **say("title", "agenda", "minutes", "decisions", "source"),
        source_url=say.url("source_url"),
    )


def write_briefings(world: World) -> None:
    """Open the cycle of a series; each side answers a line of its briefing, and leaves the others."""
    say, leo = Say(world, "oai shared", "series"), world.people["leo"]
    systems = [world.records[f"{side} private"]["system"] for side in SIDES]
    series = set_up_series(
        by=leo,
        rule="FREQ=WEEKLY",
        begins_on=timezone.localdate(),
        systems=[*systems, world.records["oai shared"]["system"]],
        leads=[leo],
        **say("title", "scope"),
    )
    # Whoever names a system sees it; the other side names its own.
    edit_series(series, by=world.people["milo"], systems=systems[1:])
    world.keep("oai shared", "series", series)
    cycle = open_next_cycle(series)
    for side in SIDES:
        by = world.side(side)[1]
        line = BriefingLine.objects.visible_to(by).filter(briefing__cycle=cycle).first()
        assert line is not None, "the private lesson is about the private system"
        words = Say(world, f"{side} private", "briefing").word("words")
        answer_line(line, by=by, answer="not_relevant", words=words)
        world.keep(f"{side} private", "briefing line", line)
