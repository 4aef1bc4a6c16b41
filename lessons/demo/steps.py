"""The steps that chapters are made of: each walks a record through the verbs that people use."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from lessons.demo.cast import Side
from lessons.demo.sources import Source, last_day
from lessons.editing import write_lesson
from lessons.effect_transitions import plan_effect, review_effect
from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.outcome_editing import propose_research, propose_update
from lessons.practice_editing import draft_practice
from lessons.practice_transitions import approve_practice, propose_practice, publish_practice
from lessons.states import EffectOutcome
from lessons.transitions import endorse
from lessons.update_transitions import (
    accept_update,
    begin_update,
    ship_update,
)
from reviews.editing import add_evidence, add_finding, capture_observation, log_review
from reviews.models import Finding, Observation, Review
from reviews.transitions import accept_review, submit_review
from tracker.models import AISystem, User
from tracker.sharing import share

SIGNED = "Signed for the demonstration; the public record names no such signature."


def credit(source: Source | None, *, made_up: bool = False) -> dict[str, Any]:
    """Return what a record says about where it is known from; without a source it is made up."""
    return {
        "source": source.text if source else "",
        "source_url": source.url if source else "",
        "illustrative": made_up or source is None,
    }


def observe(
    side: Side,
    title: str,
    *,
    on: datetime.date,
    source: Source | None,
    shared: bool = True,
    made_up: bool = False,
    **fields: Any,
) -> Observation:
    """Capture what was seen, link its source as evidence and let the partners read it."""
    observation = capture_observation(
        by=side.reviewer, title=title, occurred_on=on, **credit(source, made_up=made_up), **fields
    )
    if source and source.url:
        add_evidence(
            observation,
            by=side.reviewer,
            title=source.title,
            url=source.url,
            dated_on=source.day,
        )
    return share(observation, by=side.lead) if shared else observation


def draft_review(
    side: Side,
    title: str,
    *,
    system: AISystem,
    held_on: datetime.date,
    findings: Sequence[dict[str, Any]],
    source: Source | None = None,
    made_up: bool = True,
    **fields: Any,
) -> Review:
    """Log a review with its findings; each finding is a dict that names its own source."""
    review = log_review(
        by=side.reviewer,
        title=title,
        system=system,
        held_on=held_on,
        reviewers=[side.reviewer],
        **credit(source, made_up=made_up),
        **fields,
    )
    for words in findings:
        known = {**words}
        add_finding(review, by=side.reviewer, **credit(known.pop("known_from", source)), **known)
    return review


def submitted_review(side: Side, title: str, **fields: Any) -> Review:
    """Log a review and hand it to the side's lead."""
    return submit_review(draft_review(side, title, **fields), by=side.reviewer)


def accepted_review(side: Side, title: str, **fields: Any) -> list[Finding]:
    """Log a review, have it accepted, and return its confirmed findings in order."""
    review = accept_review(submitted_review(side, title, **fields), by=side.lead)
    return list(review.findings.order_by("id"))


def learn(
    side: Side,
    title: str,
    *,
    source: Source | None,
    made_up: bool = False,
    shared: bool = True,
    signed_by: Iterable[Side] = (),
    signed_on: datetime.date | None = None,
    **fields: Any,
) -> Lesson:
    """Write a lesson down, share it and have it signed, on the day of its source if not said."""
    day = signed_on or (last_day(source) if source else None)
    lesson = write_lesson(
        by=side.reviewer, title=title, **credit(source, made_up=made_up), **fields
    )
    if shared:
        lesson = share(lesson, by=side.lead)
    for signer in signed_by:
        lesson = endorse(
            lesson, by=signer.signatory, statement=SIGNED, illustrative=True, signed_on=day
        )
    return lesson


def propose(
    side: Side,
    title: str,
    *,
    source: Source | None,
    made_up: bool = False,
    shared: bool = True,
    **fields: Any,
) -> SystemUpdate:
    """Propose an update and let the partners read it."""
    update = propose_update(
        by=side.reviewer, title=title, **credit(source, made_up=made_up), **fields
    )
    return share(update, by=side.lead) if shared else update


def take_on(
    side: Side,
    update: SystemUpdate,
    *,
    due_on: datetime.date,
    assignee: User | None = None,
    begun: bool = False,
) -> SystemUpdate:
    """Have a lead accept an update for somebody, who may begin it."""
    carrier = assignee or side.lead
    update = accept_update(update, by=side.lead, assignee=carrier, due_on=due_on)
    return begin_update(update, by=carrier) if begun else update


def shipped(
    side: Side, title: str, *, shipped_on: datetime.date, to: Any = None, **fields: Any
) -> SystemUpdate:
    """Propose an update and carry it to the day it shipped, which is the only day known of it."""
    update = take_on(side, propose(side, title, **fields), due_on=shipped_on)
    return ship_update(update, by=side.lead, shipped_on=shipped_on, to_version=to)


def verified(
    update: SystemUpdate,
    *,
    by: User,
    criterion: str,
    method: str,
    seen: str,
    waiting_days: int,
    reviewed_on: datetime.date,
    outcome: str = EffectOutcome.EFFECTIVE,
) -> SystemUpdate:
    """Have somebody who did not carry an update say whether it works, by a criterion that came late."""
    assert update.assignee is not None
    update = plan_effect(
        update,
        by=update.assignee,
        criterion=criterion,
        method=method,
        waiting_days=waiting_days,
        illustrative=True,
    )
    return review_effect(update, by=by, outcome=outcome, seen=seen, reviewed_on=reviewed_on)


def ask(
    side: Side,
    title: str,
    *,
    source: Source | None,
    made_up: bool = False,
    shared: bool = True,
    **fields: Any,
) -> ResearchDirection:
    """Propose a direction for research and let the partners read it."""
    direction = propose_research(
        by=side.reviewer, title=title, **credit(source, made_up=made_up), **fields
    )
    return share(direction, by=side.lead) if shared else direction


def advise(
    side: Side,
    lesson: Lesson,
    title: str,
    *,
    source: Source | None,
    made_up: bool = False,
    **fields: Any,
) -> PracticeVersion:
    """Draft a practice from a lesson and put it before the signatories."""
    version = draft_practice(
        lesson, by=side.reviewer, title=title, **credit(source, made_up=made_up), **fields
    )
    return propose_practice(version, by=side.reviewer)


def sign_practice(
    version: PracticeVersion, *sides: Side, on: datetime.date | None = None
) -> PracticeVersion:
    """Have signatories approve a version."""
    for side in sides:
        version = approve_practice(
            version, by=side.signatory, statement=SIGNED, illustrative=True, signed_on=on
        )
    return version


def publish(
    version: PracticeVersion, *, sides: Sequence[Side], on: datetime.date
) -> PracticeVersion:
    """Have every side sign a version and put it into the library."""
    return publish_practice(
        sign_practice(version, *sides, on=on), by=sides[0].lead, published_on=on
    )
