"""What the partners read, which also names what is private, and what is public."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from lessons import transitions
from lessons.adoption_transitions import ask_systems
from lessons.editing import edit_lesson
from lessons.outcome_editing import (
    edit_research,
    edit_update,
)
from lessons.recurrence_transitions import propose_recurrences
from reviews import transitions as reviews_transitions
from reviews.editing import (
    add_item,
    edit_finding,
    edit_observation,
)
from tests import factories
from tests.proof.world.nouns import (
    accept,
    leave_a_past,
    write_adoption,
    write_answer,
    write_check,
    write_finding,
    write_import,
    write_lesson,
    write_observation,
    write_research,
    write_review,
    write_system,
    write_update,
)
from tests.proof.world.people import Say, World
from tests.proof.world.private import write_secret_link
from tracker import editing
from tracker.models import LabelChange
from tracker.sharing import release_to_public, share


def write_shared(world: World, side: str, cycle: Any) -> None:
    """Write one record of each noun that the partners read; each also names what is private."""
    _observer, by, lead, _signatory = world.side(side)
    audience, private = f"{side} shared", world.records[f"{side} private"]
    system = write_system(world, audience, by)
    editing.add_dependency(by=by, upstream=private["system"], downstream=system, kind="served_by")
    write_secret_link(world, side, system)
    share(world.records[audience]["upstream"], by=lead)
    share(world.records[audience]["dependency"], by=lead)
    leave_a_past(world, system, by, editing.edit_system, "name", "description")
    share(system, by=lead)
    names: dict[str, Any] = {"systems": [system, private["system"]], "tags": [private["tag"]]}
    observation = write_observation(world, audience, by, **names)
    write_import(world, audience, observation, by)
    leave_a_past(world, observation, by, edit_observation, "title", "description")
    share(observation, by=lead)
    say = Say(world, audience, "item")
    item = add_item(cycle, by=lead, system=system, change=say.word("change"))
    world.keep(audience, "item", item)
    review = write_review(world, audience, by, system=system, cycle=cycle, item=item)
    seen = [observation, private["observation"]]
    finding = write_finding(world, audience, by, review, observations=seen, **names)
    leave_a_past(world, finding, by, edit_finding, "title", "detail")
    accept(review, by, lead)
    finding.refresh_from_db()
    write_hidden_review(world, side, cycle)
    write_signed_item(world, side)
    lesson = write_lesson(
        world, audience, by, findings=[finding],
        seen_in=[system, private["system"]], cause_in=[private["system"]], tags=[private["tag"]],
    )  # fmt: skip
    leave_a_past(world, lesson, by, edit_lesson, "title", "insight")
    share(lesson, by=lead)
    change = LabelChange.objects.get(record_id=lesson.pk)
    world.keep(f"{side} private", "label change", change)
    signed = endorse_jointly(world, side, finding)
    world.keep(audience, "recurrence", propose_recurrences(finding, [signed])[0])
    update = write_update(world, audience, by, system=private["system"], lessons=[signed])
    edit_update(update, by=by, to_version=private["version"])
    update.lessons.add(private["lesson"])
    leave_a_past(world, update, by, edit_update, "title", "description")
    share(update, by=lead)
    direction = write_research(world, audience, by, lessons=[signed])
    direction.lessons.add(private["lesson"])
    leave_a_past(world, direction, by, edit_research, "title", "why")
    share(direction, by=lead)


def write_signed_item(world: World, side: str) -> None:
    """Sign an item under a condition that a person of this side carries, in a cycle of its own."""
    _observer, by, lead, signatory = world.side(side)
    audience = f"{side} shared"
    item = factories.make_item_to_sign(by, lead)
    say = Say(world, audience, "condition")
    reviews_transitions.concur_with_conditions(
        item, by=signatory, assignee=by, due_on=factories.DAY,
        **say("condition", "test", "statement", "dissent"),
    )  # fmt: skip
    condition = item.conditions.get()
    reviews_transitions.waive_condition(condition, by=signatory, reason=say.word("waiver"))
    world.keep(audience, "condition", condition)
    world.keep(audience, "position", condition.position)
    world.keep(audience, "waiver", condition.waivers.get())


def write_hidden_review(world: World, side: str, cycle: Any) -> None:
    """Share a review whose system, version and item its readers may not know of."""
    _observer, by, lead, _signatory = world.side(side)
    private = world.records[f"{side} private"]
    names = {name: private[name] for name in ("system", "version", "item")}
    review = factories.make_review(by, cycle=cycle, **names)
    factories.make_finding(by, review, observations=[private["observation"]], tags=[private["tag"]])
    accept(review, by, lead)


def endorse_jointly(world: World, side: str, finding: Any) -> Any:
    """Write a lesson that both partners sign, also about a system that is private."""
    _observer, by, lead, _signatory = world.side(side)
    say = Say(world, f"{side} shared", "endorsement")
    private = world.records[f"{side} private"]
    lesson = factories.make_lesson(
        by, findings=[finding], cause_in=[private["system"]], tags=[private["tag"]]
    )
    lesson = share(lesson, by=lead)
    for name in ("sam", "mona"):
        signatory = world.people[name]
        lesson = transitions.endorse(lesson, by=signatory, statement=say.word("statement"))
    for audience in (f"{side} private", f"{side} shared"):
        write_answer(world, audience, lesson, lead)
        write_check(world, audience, lesson, by)
    return world.keep(f"{side} shared", "endorsed", lesson)


def write_public(world: World, side: str) -> None:
    """Make a system public, and publish a practice of which the next version is a draft."""
    _observer, by, _lead, signatory = world.side(side)
    audience = f"{side} public"
    system = write_system(world, audience, by)
    for noun in ("upstream", "dependency"):
        release_to_public(world.records[audience][noun], by=signatory)
    release_to_public(system, by=signatory)
    write_practice(world, side)
    write_practice_to_come(world, side)


def write_practice(world: World, side: str) -> None:
    """Publish a practice, and draft its next version for the partners to read."""
    from lessons import practice_editing, practice_transitions

    _observer, by, lead, _signatory = world.side(side)
    lesson, private = world.records[f"{side} shared"]["endorsed"], world.records[f"{side} private"]
    say, drafted = Say(world, f"{side} public", "practice"), Say(world, f"{side} shared", "draft")
    texts = ("guidance", "applicability", "how_to_verify")
    version = practice_editing.draft_practice(lesson, by=by, title=say.word("title"), **say(*texts))
    version = practice_editing.edit_practice(
        version,
        by=by,
        systems=[private["system"], world.records[f"{side} shared"]["system"]],
        tags=[private["tag"]],
    )
    version = practice_transitions.propose_practice(version, by=by)
    for name in ("sam", "mona"):
        statement = say.word("statement")
        version = practice_transitions.approve_practice(
            version, by=world.people[name], statement=statement
        )
    version = practice_transitions.publish_practice(version, by=lead)
    world.keep(f"{side} public", "practice version", version)
    world.keep(f"{side} public", "practice", version.practice)
    ask_systems(version)
    for audience in (f"{side} private", f"{side} shared"):
        write_adoption(world, audience, version, by)
    draft = practice_transitions.revise_practice(version, by=by)
    draft = practice_editing.edit_practice(
        draft, by=by, title=drafted.word("title"), change_note=drafted.word("change_note"),
        **drafted(*texts),
    )  # fmt: skip
    world.keep(f"{side} shared", "practice version", draft)


def write_practice_to_come(world: World, side: str) -> None:
    """Let the partners read a practice that is to be published tomorrow."""
    from lessons import practice_editing, practice_transitions

    _observer, by, lead, _signatory = world.side(side)
    say = Say(world, f"{side} shared", "practice to come")
    texts = say("title", "guidance", "applicability", "how_to_verify")
    lesson = world.records[f"{side} shared"]["endorsed"]
    version = practice_editing.draft_practice(lesson, by=by, **texts)
    version = factories.approved(version, by, *(world.people[name] for name in ("sam", "mona")))
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    practice_transitions.publish_practice(version, by=lead, takes_effect_at=tomorrow)
