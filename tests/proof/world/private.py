"""What a partner keeps to itself, to people by name, or until tomorrow."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from lessons import transitions, update_transitions
from lessons.outcome_editing import (
    propose_research,
    propose_update,
)
from lessons.reverification_transitions import ask_of_new_versions
from reviews import transitions as reviews_transitions
from reviews.editing import (
    add_item,
)
from reviews.transitions import propose_migrations
from tests import factories
from tests.proof.world.nouns import (
    conclude,
    drop,
    write_finding,
    write_import,
    write_lesson,
    write_observation,
    write_research,
    write_review,
    write_system,
    write_update,
)
from tests.proof.world.people import SIDES, Say, World
from tracker import editing
from tracker.models import User


def write_versions(world: World) -> None:
    """Record a new version of what each side keeps to itself; what it asks for is that side's too."""
    for side in SIDES:
        by, audience = world.side(side)[2], f"{side} private"
        words = Say(world, audience, "new version")
        system = world.records[audience]["system"]
        version = editing.add_system_version(system, by=by, label=words.word("label"))
        propose_migrations()
        ask_of_new_versions()
        world.keep(audience, "migration", version.migration_proposal)
        world.keep(audience, "reverification", version.reverifications.earliest("pk"))


def write_private(world: World, side: str, cycle: Any) -> None:
    """Write one record of each noun that its owner alone reads, each naming the others."""
    _observer, by, lead, signatory = world.side(side)
    audience = f"{side} private"
    say = Say(world, audience, "tag")
    system = write_system(world, audience, by)
    tag = editing.coin_tag(by=by, label=say.word("label"), code=say.word("code"))
    world.keep(audience, "tag", tag)
    names = {"systems": [system], "tags": [tag]}
    observation = write_observation(world, audience, by, **names)
    write_import(world, audience, observation, by)
    item = add_item(
        cycle, by=lead, system=system, change=Say(world, audience, "item").word("change")
    )
    world.keep(audience, "item", item)
    version = world.records[audience]["version"]
    review = write_review(
        world, audience, by, system=system, version=version, cycle=cycle, item=item
    )
    write_finding(world, audience, by, review, observations=[observation], **names)
    lesson = write_lesson(
        world, audience, by, scope="own", seen_in=[system], cause_in=[system], tags=[tag]
    )
    lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    write_update(
        world, audience, by, system=system, lessons=[lesson], from_version=version,
        to_version=version,
    )  # fmt: skip
    write_research(world, audience, by, lessons=[lesson])


def end_private(world: World, side: str) -> None:
    """End one private record of each noun that can be ended, with a reason that is a secret too."""
    _observer, by, lead, signatory = world.side(side)
    say = Say(world, f"{side} private", "ending")
    begin_private(world, side, say)
    reviews_transitions.dismiss_observation(
        factories.make_observation(by), by=by, reason=say.word("dismissal")
    )
    review = reviews_transitions.submit_review(factories.make_review(by), by=by)
    reviews_transitions.return_review(review, by=lead, reason=say.word("return"))
    reviews_transitions.dismiss_finding(
        factories.make_finding(by), by=by, reason=say.word("dismissal")
    )
    transitions.reject_lesson(factories.make_lesson(by), by=lead, reason=say.word("rejection"))
    update = propose_update(by=by, title=say.word("title"), kind="process")
    update_transitions.decline_update(update, by=lead, reason=say.word("decline"))
    for end in (conclude, drop):
        direction = propose_research(by=by, title=say.word("title"))
        end(direction, by, lead, say.word("end of research"))
    lesson = factories.make_lesson(by, scope="own")
    lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    judged = propose_update(by=by, title=say.word("title"), kind="process", lessons=[lesson])
    judged = update_transitions.accept_update(
        judged, by=lead, assignee=by, due_on=timezone.localdate()
    )
    judged = update_transitions.ship_update(judged, by=by, shipped_on=factories.DAY)
    factories.judge_effect(
        judged, by=lead, seen=say.word("verification"), reviewed_on=timezone.localdate()
    )


def begin_private(world: World, side: str, say: Say) -> None:
    """Leave something to do: an observation that waits for triage, and an update to ship."""
    _observer, by, lead, _signatory = world.side(side)
    factories.make_observation(by, title=say.word("title"))
    system = world.records[f"{side} private"]["system"]
    update = propose_update(by=by, title=say.word("title"), kind="containment", system=system)
    update_transitions.accept_update(update, by=lead, assignee=by, due_on=timezone.localdate())


def write_secret_link(world: World, side: str, system: Any) -> None:
    """Say for the side's own people alone that one shared system rests on another."""
    by = world.side(side)[1]
    upstream, say = (
        world.records[f"{side} shared"]["upstream"],
        Say(world, f"{side} private", "link"),
    )
    link = editing.add_dependency(
        by=by, upstream=upstream, downstream=system, kind="hosted_on", source=say.word("source")
    )
    world.keep(f"{side} private", "secret link", link)


def write_alone(world: World, audience: str, by: User) -> list[Any]:
    """Write one record of each noun with a label of its own, none resting on another."""
    system = write_system(world, audience, by)
    observation = write_observation(world, audience, by)
    review = write_review(world, audience, by)
    finding = write_finding(world, audience, by, review)
    lesson = write_lesson(world, audience, by)
    update = write_update(world, audience, by, system=system)
    direction = write_research(world, audience, by)
    stack = [world.records[audience][noun] for noun in ("upstream", "dependency")]
    return [*stack, system, observation, finding, review, lesson, update, direction]


def write_red(world: World, side: str) -> None:
    """Leave one record of each noun to a reviewer of each partner, and the lead who does it."""
    _observer, by, lead, _signatory = world.side(side)
    other = next(one for one in SIDES if one != side)
    theirs = world.side(other)[1]
    for record in write_alone(world, f"{side} red", by):
        factories.make_red(record, lead, by, theirs)


def write_embargoed(world: World, side: str) -> None:
    """Share one record of each noun with the partners, from tomorrow on."""
    _observer, by, lead, _signatory = world.side(side)
    for record in write_alone(world, f"{side} embargoed", by):
        if record._meta.model_name != "finding":  # its review brings it along
            factories.make_embargoed(record, lead)
