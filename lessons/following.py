"""What follows by itself when something that a lesson asked for is taken on, or takes effect."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.utils import timezone

from lessons.learned import verdict_on
from lessons.models import Lesson, SystemUpdate
from lessons.states import LESSONS_BEING_LEARNED, OPEN_UPDATES, LessonStatus, UpdateStatus
from reviews import transitions as reviews_transitions
from reviews.models import Finding
from tracker.recording import change, lock, recorded


def mark_actioned(lessons: list[Lesson]) -> None:
    """Let endorsed lessons know that something they asked for was taken on."""
    for lesson in locked(one.pk for one in lessons):
        if lesson.status == LessonStatus.ENDORSED:
            change(lesson, status=LessonStatus.ACTIONED)


def settle_lessons(lessons: Iterable[UUID]) -> list[Lesson]:
    """Let lessons become learned for which the last piece fell into place, and return those."""
    return [lesson for lesson in locked(lessons) if settle_lesson(lesson)]


@recorded("lessons.lesson.settled")
def settle_one(lesson: Lesson) -> bool:
    """Let a lesson become learned if nothing stands in the way; again, it changes nothing."""
    return settle_lesson(lock(lesson))


def settle_all() -> int:
    """Let every lesson become learned for which nothing stands in the way; return how many did."""
    waiting = Lesson.objects.filter(status__in=LESSONS_BEING_LEARNED).order_by("pk")
    return sum(settle_one(lesson) for lesson in waiting)


def settle_lesson(lesson: Lesson) -> bool:
    """Let one locked lesson become learned if nothing stands in the way; say whether it did."""
    if lesson.status not in LESSONS_BEING_LEARNED:
        return False
    found = verdict_on(lesson)
    if not found.is_learned:
        return False
    assert lesson.endorsed_at is not None, "what is in force was endorsed"
    day = max(found.since or timezone.localdate(), lesson.endorsed_at.date())
    change(lesson, status=LessonStatus.LEARNED, learned_on=day)
    return True


def locked(keys: Iterable[UUID]) -> Any:
    """Return lessons, locked until the transaction ends, in one order for all writers."""
    rows = Lesson.objects.select_for_update(of=("self",)).filter(pk__in=list(keys))
    return rows.order_by("pk")


def let_follow(update: SystemUpdate) -> None:
    """Let the findings behind an update follow from all updates that answer them, and its lessons."""
    for finding in Finding.objects.filter(lessons__updates=update).distinct():
        settle(finding)
    settle_lessons(update.lessons.values_list("pk", flat=True))


def settle(finding: Finding) -> None:
    """Let a finding follow from all updates that answer it."""
    states = set(
        SystemUpdate.objects.filter(lessons__findings=finding).values_list("status", flat=True)
    )
    reviews_transitions.settle_finding(
        finding,
        addressed=bool(states & {UpdateStatus.SHIPPED, UpdateStatus.VERIFIED}),
        verified=UpdateStatus.VERIFIED in states and not states & set(OPEN_UPDATES),
    )
