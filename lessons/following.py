"""What follows by itself when something that a lesson asked for is taken on, or works."""

from __future__ import annotations

from lessons.models import Lesson, SystemUpdate
from lessons.states import OPEN_UPDATES, LessonStatus, UpdateStatus
from reviews import transitions as reviews_transitions
from reviews.models import Finding
from tracker.recording import change


def mark_actioned(lessons: list[Lesson]) -> None:
    """Let endorsed lessons know that something they asked for was taken on."""
    for lesson in Lesson.objects.select_for_update(of=("self",)).filter(
        pk__in=[x.pk for x in lessons]
    ):
        if lesson.status == LessonStatus.ENDORSED:
            change(lesson, status=LessonStatus.ACTIONED)


def settle_findings(update: SystemUpdate) -> None:
    """Let each finding behind an update follow from all updates that answer it."""
    for finding in Finding.objects.filter(lessons__updates=update).distinct():
        settle(finding)


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
