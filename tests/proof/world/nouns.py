"""One record of each noun, every text of which is a canary."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from lessons import transitions
from lessons.adoption_transitions import say_adoption
from lessons.check_transitions import let_lesson_carry, record_result
from lessons.disposition_transitions import answer_disposition
from lessons.effect_transitions import plan_effect
from lessons.outcome_editing import (
    add_output,
    edit_update,
    propose_research,
    propose_update,
)
from reviews import transitions as reviews_transitions
from reviews.editing import (
    add_evidence,
)
from reviews.models import ImportedRecord
from tests import factories
from tests.proof.world.people import Say, World
from tracker import editing
from tracker.models import User


def write_system(world: World, audience: str, by: User) -> Any:
    """Write a system, a version of it, and another that it depends on."""
    keep, say = world.keep, Say(world, audience, "system")
    texts = say("name", "description", "source")
    system = factories.make_system(
        by,
        **texts,
        aliases=[say.word("aliases")],
        source_url=say.url("source_url"),
        developer=by.organization,
        operator=by.organization,
        steward=by,
    )
    above = factories.make_system(by, name=say.word("name"))
    keep(audience, "upstream", above)
    version = editing.add_system_version(system, by=by, label=say.word("label"))
    dependency = editing.add_dependency(
        by=by,
        upstream=above,
        downstream=system,
        kind="built_on",
        source=say.word("dependency"),
        source_url=say.url("dependency_url"),
    )
    keep(audience, "version", version)
    keep(audience, "dependency", dependency)
    return keep(audience, "system", system)


def write_evidence(world: World, audience: str, by: User, under: Any) -> None:
    """Put a file and a link under a record."""
    noun = under._meta.model_name
    say = Say(world, audience, f"evidence under {noun}")
    file = ContentFile(say.word("bytes").encode(), name=f"{say.word('file_name')}.txt")
    kept = add_evidence(under, by=by, title=say.word("title"), file=file)
    link = add_evidence(under, by=by, title=say.word("title"), url=say.url("url"))
    world.keep(audience, "evidence", kept)
    world.keep(audience, f"link under {noun}", link)


def write_observation(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write an observation; who reported it stays with its owner's people."""
    say = Say(world, audience, "observation")
    own = Say(world, f"{audience.split()[0]} private", "observation")
    observation = factories.make_observation(
        by,
        **say("title", "description", "source"),
        source_url=say.url("source_url"),
        unmatched_systems=[say.word("unmatched_systems")],
        reporter=own.word("reporter"),
        **fields,
    )
    write_evidence(world, audience, by, observation)
    return world.keep(audience, "observation", observation)


def write_review(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write a draft review."""
    say = Say(world, audience, "review")
    review = factories.make_review(
        by,
        **say("title", "summary", "recommendation", "source"),
        source_url=say.url("source_url"),
        reviewers=[by],
        **fields,
    )
    write_evidence(world, audience, by, review)
    return world.keep(audience, "review", review)


def write_finding(world: World, audience: str, by: User, review: Any, **fields: Any) -> Any:
    """Write a draft finding."""
    say = Say(world, audience, "finding")
    texts = say("title", "detail", "severity_justification", "cause", "why_missed", "source")
    finding = factories.make_finding(
        by, review, **texts, source_url=say.url("source_url"), severity="high", **fields
    )
    write_evidence(world, audience, by, finding)
    return world.keep(audience, "finding", finding)


def write_lesson(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Write a lesson."""
    say = Say(world, audience, "lesson")
    texts = say("title", "insight", "context", "recommendation", "source")
    lesson = factories.make_lesson(by, **texts, source_url=say.url("source_url"), **fields)
    return world.keep(audience, "lesson", lesson)


def write_update(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Propose an update; where its owner follows it stays with its owner's people."""
    say = Say(world, audience, "update")
    own = Say(world, f"{audience.split()[0]} private", "update")
    update = propose_update(
        by=by,
        kind="corrective",
        **say("title", "description", "source"),
        source_url=say.url("source_url"),
        **fields,
    )
    edit_update(update, by=by, tracker_url=own.url("tracker_url"))
    plan_effect(update, by=by, **say("criterion", "method"), waiting_days=7)
    world.keep(audience, "effect", update.effectiveness_reviews.get())
    return world.keep(audience, "update", update)


def write_research(world: World, audience: str, by: User, **fields: Any) -> Any:
    """Propose a direction for research, with something that came out."""
    say = Say(world, audience, "research")
    direction = propose_research(
        by=by, **say("title", "why", "source"), source_url=say.url("source_url"), **fields
    )
    add_output(direction, by=by, title=say.word("output"), url=say.url("output"))
    return world.keep(audience, "research", direction)


def write_delegation(world: World, side: str) -> None:
    """Let a signatory delegate for a period to come, which their own people alone know of."""
    _observer, reviewer, _lead, signatory = world.side(side)
    audience = f"{side} private"
    later = timezone.now() + datetime.timedelta(days=30)
    delegation = editing.delegate_signing(
        by=signatory,
        delegate=reviewer,
        starts_at=later,
        ends_at=later + datetime.timedelta(days=30),
        reason=Say(world, audience, "delegation").word("reason"),
    )
    world.keep(audience, "delegation", delegation)


def write_import(world: World, audience: str, observation: Any, by: User) -> None:
    """Say what an observation was imported from; its owner's people alone read it."""
    say = Say(world, f"{audience.split()[0]} private", "import")
    assert by.organization is not None
    ImportedRecord.objects.create(
        owner=by.organization,
        format="avid",
        source_id=say.word("source_id"),
        observation=observation,
        file_name=say.word("file_name"),
        raw=say.word("raw").encode(),
        payload={"words": say.word("payload")},
        warnings=[say.word("warnings")],
        imported_by=by,
    )


def conclude(direction: Any, by: User, lead: User, words: str) -> None:
    """Conclude a direction."""
    direction = transitions.adopt_research(direction, by=lead, assignee=by)
    direction = transitions.begin_research(direction, by=by)
    transitions.conclude_research(direction, by=by, result=words, concluded_on=timezone.localdate())


def drop(direction: Any, by: User, lead: User, words: str) -> None:
    """Drop a direction."""
    transitions.drop_research(direction, by=lead, reason=words)


def leave_a_past(world: World, record: Any, by: User, edit: Any, *fields: str) -> None:
    """Leave other words in what a record was before it was shared: they stay its owner's."""
    record.refresh_from_db()
    side = record.owner.code.lower()
    say = Say(world, f"{side} private", f"the past of {record._meta.model_name}")
    now = {name: getattr(record, name) for name in fields}
    for words in (say(*fields), now):
        edit(record, by=by, **words)


def accept(review: Any, by: User, lead: User) -> None:
    """Let a lead accept a review."""
    reviews_transitions.submit_review(review, by=by)
    reviews_transitions.accept_review(review, by=lead)


def write_answer(world: World, audience: str, lesson: Any, lead: User) -> None:
    """Answer for a system of an audience: what nobody else may know of was asked too."""
    system = world.records[audience]["system"]
    asked = lesson.dispositions.get(system=system)
    say = Say(world, audience, "disposition")
    answer_disposition(asked, by=lead, answer="declined", **say("reason", "evidence"))
    world.keep(audience, "disposition", asked)


def write_check(world: World, audience: str, lesson: Any, by: User) -> None:
    """Let a lesson carry a check on a system of an audience, that ran once."""
    say, records = Say(world, audience, "check"), world.records[audience]
    check = let_lesson_carry(
        lesson, by=by, system=records["system"], metric=say.word("metric"), unit=say.word("unit"),
        direction="at_most", threshold="0.25", fresh_days=30,
    )  # fmt: skip
    record_result(
        check, by=by, value="0.1", ran_at=timezone.now(), version=records["version"],
        external_id=say.word("key"), source_url=say.url("source_url"),
    )  # fmt: skip
    world.keep(audience, "check", check)


def write_adoption(world: World, audience: str, version: Any, by: User) -> None:
    """Say how far a system of an audience is with a practice."""
    adoption = version.adoptions.get(system=world.records[audience]["system"])
    words = Say(world, audience, "adoption")("reason", "evidence")
    world.keep(audience, "adoption", say_adoption(adoption, by=by, how_far="adopted", **words))
