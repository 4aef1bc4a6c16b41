"""What follows by itself when something that a lesson asked for is taken on."""

from __future__ import annotations

from lessons.models import Lesson
from lessons.states import LessonStatus
from tracker.recording import change


def mark_actioned(lessons: list[Lesson]) -> None:
    """Let endorsed lessons know that something they asked for was taken on."""
    for lesson in Lesson.objects.select_for_update(of=("self",)).filter(
        pk__in=[x.pk for x in lessons]
    ):
        if lesson.status == LessonStatus.ENDORSED:
            change(lesson, status=LessonStatus.ACTIONED)
