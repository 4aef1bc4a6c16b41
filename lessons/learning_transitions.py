"""The verbs by which people decide what a lesson asks for: who is left out, what it can do without."""

from __future__ import annotations

import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db import models

from lessons.access import disposition as asking_access
from lessons.access import learning as access
from lessons.editing import remember_who_worded
from lessons.following import settle_lesson
from lessons.models import (
    BestPractice,
    Lesson,
    NoAction,
    OptionalOutcome,
    PracticeVersion,
    PrunedSystem,
    ResearchDirection,
    SystemUpdate,
)
from lessons.reach import asked_by
from tracker.models import AISystem, User
from tracker.recording import lock, recorded
from tracker.signing import sign, withdraw

# --- Before it is endorsed: who is not asked --------------------------------------------------


@recorded("lessons.lesson.pruned")
def prune(lesson: Lesson, *, by: User, systems: Any, reason: str) -> Lesson:
    """Leave systems out that would be asked, with the reason; who signs the lesson agrees to that."""
    lesson = lock(lesson)
    asking_access.check_can_prune(by, lesson)
    asked = {one.system.pk for one in asked_by(lesson)}
    chosen = list(systems)
    for system in chosen:
        if system.pk not in asked:
            raise ValidationError({"systems": f"{system} would not be asked."})
    for system in chosen:
        row = PrunedSystem(lesson=lesson, system=system, reason=reason.strip(), pruned_by=by)
        row.save(force_insert=True)
    remember_who_worded(lesson, by)
    return lesson


@recorded("lessons.lesson.asks_after_all")
def ask_after_all(lesson: Lesson, *, by: User, systems: Any) -> Lesson:
    """Ask systems after all that were left out."""
    lesson = lock(lesson)
    asking_access.check_can_ask_after_all(by, lesson)
    lesson.pruned.visible_to(by).filter(system__in=[one.pk for one in systems]).delete()
    remember_who_worded(lesson, by)
    return lesson


def systems_asked(user: User, lesson: Lesson) -> Any:
    """Return the systems that will be asked, as far as a person may see them."""
    keys = [one.system.pk for one in asked_by(lesson)]
    return AISystem.objects.visible_to(user).filter(pk__in=keys)


def systems_left_out(user: User, lesson: Lesson) -> Any:
    """Return the systems that were left out, as far as a person may see them."""
    pruned = lesson.pruned.visible_to(user).values("system")
    return AISystem.objects.visible_to(user).filter(pk__in=pruned)


# --- "No action, because" ---------------------------------------------------------------------


@recorded("lessons.lesson.left_without_action")
def sign_no_action(
    lesson: Lesson,
    *,
    by: User,
    reason: str,
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> Lesson:
    """Sign that nothing has to be done because of a lesson; the last one needed lets it be learned."""
    lesson = lock(lesson)
    access.check_can_sign_no_action(by, lesson)
    sign(
        NoAction,
        lesson,
        by=by,
        lesson=lesson,
        digest=digest,
        statement=reason,
        illustrative=illustrative,
        signed_on=signed_on,
    )
    settle_lesson(lesson)
    return lesson


@recorded("lessons.lesson.no_action_withdrawn")
def withdraw_no_action(lesson: Lesson, *, by: User, reason: str) -> Lesson:
    """Take back that nothing has to be done, while others have still to sign."""
    lesson = lock(lesson)
    access.check_can_withdraw_no_action(by, lesson)
    withdraw(lesson.no_actions.current().get(organization=by.organization), by=by, reason=reason)
    return lesson


# --- Required or optional ---------------------------------------------------------------------

R = TypeVar("R", bound=models.Model)


@recorded("lessons.optionaloutcome.made_optional")
def make_optional(outcome: R, *, by: User, lesson: Lesson, reason: str) -> R:
    """Let a lesson do without an outcome; what then falls into place, follows."""
    access.check_can_weigh_outcome(by, outcome)
    lesson = lock_lesson_of(outcome, lesson, by)
    row = OptionalOutcome(lesson=lesson, reason=reason.strip(), decided_by=by, **named(outcome))
    row.save(force_insert=True)
    settle_lesson(lesson)
    return outcome


@recorded("lessons.optionaloutcome.made_required")
def make_required(outcome: R, *, by: User, lesson: Lesson) -> R:
    """Let a lesson not do without an outcome after all."""
    access.check_can_weigh_outcome(by, outcome)
    lesson = lock_lesson_of(outcome, lesson, by)
    OptionalOutcome.objects.filter(lesson=lesson, **named(outcome)).delete()
    return outcome


def lock_lesson_of(outcome: Any, lesson: Lesson, by: User) -> Lesson:
    """Return a lesson behind an outcome, locked, or refuse what may not be weighed."""
    lesson = lock(lesson)
    access.check_can_weigh_for(by, lesson)
    if not outcome.lessons.filter(pk=lesson.pk).exists():
        raise ValidationError({"lesson": "Choose a lesson that this follows from."})
    return lesson


def named(outcome: models.Model) -> dict[str, SystemUpdate | ResearchDirection | BestPractice]:
    """Return how an optional outcome names one; of a practice every version is meant."""
    if isinstance(outcome, PracticeVersion):
        return {"practice": outcome.practice}
    if isinstance(outcome, SystemUpdate):
        return {"update": outcome}
    assert isinstance(outcome, ResearchDirection)
    return {"research": outcome}


def lessons_weighed(user: User, outcome: Any, *, optional: bool) -> Any:
    """Return the lessons of a person's organization for which an outcome is optional, or is not."""
    spared = OptionalOutcome.objects.filter(**named(outcome)).values("lesson")
    rows = Lesson.objects.visible_to(user).being_learned()
    rows = rows.filter(owner=user.organization_id, pk__in=outcome.lessons.values("pk"))
    return rows.filter(pk__in=spared) if optional else rows.exclude(pk__in=spared)
