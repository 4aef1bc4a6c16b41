"""The verbs of lessons and research; those of updates and practices have files of their own."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone

from lessons import access
from lessons.editing import draft_lesson, write_lesson
from lessons.following import mark_actioned, settle_lessons
from lessons.learned import signers_of
from lessons.models import (
    Endorsement,
    Lesson,
    PracticeVersion,
    ResearchDirection,
    SystemUpdate,
)
from lessons.outcome_editing import add_output, propose_research, propose_update
from lessons.practice_editing import draft_practice
from lessons.reach import ask_downstream
from lessons.states import LessonStatus, ResearchStatus, SystemRole
from reviews.models import Finding, Review
from tracker.models import AISystem, User
from tracker.notifying.telling import tell_assigned, tell_signed
from tracker.recording import change, check_not_in_the_future, lock, recorded
from tracker.sharing_access import check_can_copy
from tracker.signing import sign, withdraw

# --- Lessons ----------------------------------------------------------------------------------


@recorded("lessons.lesson.drafted_from_finding")
def draft_lesson_from_finding(finding: Finding, *, by: User) -> Lesson:
    """Draft a lesson from one finding."""
    return draft_lesson(by=by, findings=[finding])


@recorded("lessons.lesson.drafted_from_review")
def draft_lesson_from_review(review: Review, *, by: User, findings: Iterable[Finding]) -> Lesson:
    """Draft a lesson from findings chosen among a review's own."""
    access.check_can_draft_lesson_from_review(by, review)
    chosen = list(findings)
    if any(finding.review_id != review.pk for finding in chosen):
        raise ValidationError({"findings": f"Choose among the findings of {review.reference}."})
    return draft_lesson(by=by, findings=chosen)


@recorded("lessons.lesson.copied")
def copy_lesson(lesson: Lesson, *, by: User) -> Lesson:
    """Make a copy to take out of it what is not for others, and share that; the original stays private.

    It rests on the same findings, so others see how many there are and nothing else of them.
    """
    lesson = lock(lesson)
    check_can_copy(by, lesson)
    return write_lesson(
        by=by,
        title=lesson.title,
        insight=lesson.insight,
        context=lesson.context,
        recommendation=lesson.recommendation,
        scope=lesson.scope,
        findings=lesson.findings.visible_to(by),
        tags=lesson.tags.visible_to(by),
        seen_in=systems_in(lesson, by, SystemRole.SEEN_IN),
        cause_in=systems_in(lesson, by, SystemRole.CAUSE_IN),
        copied_from=lesson,
        illustrative=lesson.illustrative,
    )


def systems_in(lesson: Lesson, by: User, role: str) -> QuerySet[AISystem]:
    """Return the systems that a lesson is about in one role, as far as its writer sees them."""
    keys = lesson.about.filter(role=role).values("system")
    return AISystem.objects.visible_to(by).filter(pk__in=keys)


@recorded("lessons.lesson.signed")
def endorse(
    lesson: Lesson,
    *,
    by: User,
    statement: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> Lesson:
    """Sign a lesson for the signatory's organization; the last signature needed endorses it."""
    lesson = lock(lesson)
    access.check_can_endorse(by, lesson)
    signature = sign(
        Endorsement,
        lesson,
        by=by,
        lesson=lesson,
        digest=digest,
        statement=statement,
        illustrative=illustrative,
        signed_on=signed_on,
    )
    signed = set(lesson.endorsements.current().values_list("organization", flat=True))
    if signed >= set(signers_of(lesson).values_list("pk", flat=True)):
        change(lesson, status=LessonStatus.ENDORSED, endorsed_at=signature.signed_at)
        tell_signed([lesson.created_by, lesson.assignee], lesson, by=by)
        ask_downstream(lesson, on=signature.signed_at.date())
    return lesson


@recorded("lessons.lesson.signature_withdrawn")
def withdraw_endorsement(lesson: Lesson, *, by: User, reason: str) -> Lesson:
    """Take an organization's signature back while others have still to sign."""
    lesson = lock(lesson)
    access.check_can_withdraw_endorsement(by, lesson)
    withdraw(lesson.endorsements.current().get(organization=by.organization), by=by, reason=reason)
    return lesson


@recorded("lessons.lesson.reassigned")
def reassign_lesson(lesson: Lesson, *, by: User, assignee: User) -> Lesson:
    """Make someone else responsible for a lesson."""
    lesson = lock(lesson)
    access.check_can_reassign_lesson(by, lesson)
    access.check_assignee(lesson, assignee)
    access.check_has_not_signed(lesson, assignee)
    change(lesson, assignee=assignee)
    tell_assigned(lesson, assignee, by=by)
    return lesson


@recorded("lessons.lesson.rejected")
def reject_lesson(lesson: Lesson, *, by: User, reason: str) -> Lesson:
    """End a lesson that is none, with the reason."""
    lesson = lock(lesson)
    access.check_can_reject_lesson(by, lesson)
    change(lesson, status=LessonStatus.REJECTED, closing_reason=reason.strip())
    return lesson


@recorded("lessons.lesson.superseded")
def supersede_lesson(lesson: Lesson, *, by: User, other: Lesson) -> Lesson:
    """Let another lesson take the place of this one."""
    lesson = lock(lesson)
    access.check_can_supersede_lesson(by, lesson)
    access.check_can_take_the_place_of(lesson, lock(other))
    change(lesson, status=LessonStatus.SUPERSEDED, superseded_by=other)
    return lesson


# --- Outcomes, started from a lesson ----------------------------------------------------------


@recorded("lessons.systemupdate.started")
def start_update(
    lesson: Lesson, *, by: User, title: str, kind: str, system: AISystem | None = None
) -> SystemUpdate:
    """Propose an update from a lesson, its recommendation carried over."""
    return propose_update(
        by=by,
        title=title,
        kind=kind,
        system=system,
        description=lesson.recommendation,
        lessons=[lesson],
        illustrative=lesson.illustrative,
    )


@recorded("lessons.researchdirection.started")
def start_research(lesson: Lesson, *, by: User, title: str, why: str = "") -> ResearchDirection:
    """Propose a direction for research from a lesson."""
    return propose_research(
        by=by,
        title=title,
        why=why or lesson.insight,
        lessons=[lesson],
        illustrative=lesson.illustrative,
    )


@recorded("lessons.practice.started")
def start_practice(lesson: Lesson, *, by: User, title: str = "") -> PracticeVersion:
    """Draft a practice from a lesson, its systems, tags and recommendation carried over."""
    return draft_practice(lesson, by=by, title=title)


# --- Research directions ----------------------------------------------------------------------


@recorded("lessons.researchdirection.adopted")
def adopt_research(direction: ResearchDirection, *, by: User, assignee: User) -> ResearchDirection:
    """Take a direction on, with someone responsible."""
    direction = lock(direction)
    access.check_can_adopt_research(by, direction)
    access.check_assignee(direction, assignee)
    change(direction, status=ResearchStatus.ADOPTED, assignee=assignee)
    tell_assigned(direction, assignee, by=by)
    mark_actioned(list(direction.lessons.all()))
    return direction


@recorded("lessons.researchdirection.reassigned")
def reassign_research(
    direction: ResearchDirection, *, by: User, assignee: User
) -> ResearchDirection:
    """Make someone else responsible for a direction."""
    direction = lock(direction)
    access.check_can_reassign_research(by, direction)
    access.check_assignee(direction, assignee)
    change(direction, assignee=assignee)
    tell_assigned(direction, assignee, by=by)
    return direction


@recorded("lessons.researchdirection.begun")
def begin_research(direction: ResearchDirection, *, by: User) -> ResearchDirection:
    """Begin work on a direction."""
    direction = lock(direction)
    access.check_can_begin_research(by, direction)
    change(direction, status=ResearchStatus.ACTIVE)
    return direction


@recorded("lessons.researchdirection.concluded")
def conclude_research(
    direction: ResearchDirection,
    *,
    by: User,
    result: str,
    concluded_on: datetime.date | None = None,
    output_title: str = "",
    output_url: str = "",
) -> ResearchDirection:
    """Conclude a direction with its result and, where there is one, a link to what came out."""
    direction = lock(direction)
    access.check_can_conclude_research(by, direction)
    day = concluded_on or timezone.localdate()
    check_not_in_the_future("concluded_on", day)
    if output_url:
        add_output(direction, by=by, title=output_title or output_url[:300], url=output_url)
    change(
        direction,
        status=ResearchStatus.CONCLUDED,
        result=result.strip(),
        concluded_on=day,
    )
    settle_lessons(direction.lessons.values_list("pk", flat=True))
    return direction


@recorded("lessons.researchdirection.dropped")
def drop_research(direction: ResearchDirection, *, by: User, reason: str) -> ResearchDirection:
    """End a direction without a result, with the reason."""
    direction = lock(direction)
    access.check_can_drop_research(by, direction)
    change(direction, status=ResearchStatus.DROPPED, closing_reason=reason.strip())
    settle_lessons(direction.lessons.values_list("pk", flat=True))
    return direction
