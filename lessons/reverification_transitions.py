"""The verbs of lessons that a new version puts in question: asked by a job, answered by a person."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.utils import timezone

from lessons import access
from lessons.models import Lesson, LessonSystem, Reverification
from lessons.states import LESSONS_IN_FORCE, ReverificationStatus
from reviews.transitions.migration import new_versions
from tracker.keys import new_reference
from tracker.models import SystemVersion, User
from tracker.recording import change, lock, recorded


def ask_of_new_versions() -> int:
    """Ask of each new version whether the lessons about its system still hold; return how many."""
    asked = Reverification.objects.filter(
        version=OuterRef(OuterRef("pk")), lesson=OuterRef("lesson")
    )
    about = LessonSystem.objects.filter(
        ~Exists(asked),
        system=OuterRef("system"),
        lesson__status__in=LESSONS_IN_FORCE,
        lesson__lt=OuterRef("pk"),
    )
    return sum(ask_to_reverify(version) for version in new_versions().filter(Exists(about)))


@recorded("lessons.reverification.asked")
def ask_to_reverify(version: SystemVersion) -> int:
    """Mark the lessons in force about a system to be verified again, each once a version.

    What was learned when the version was there already is not asked again: keys rise with time.
    """
    version = lock(version)
    about = LessonSystem.objects.filter(system=version.system_id, lesson__lt=version.pk)
    lessons = (
        Lesson.objects.in_force()
        .filter(pk__in=about.values("lesson"))
        .exclude(reverifications__version=version)
        .select_related("owner")
        .order_by("pk")
    )
    return len([ask_of(lesson, version) for lesson in lessons])


def ask_of(lesson: Any, version: SystemVersion) -> Reverification:
    """Write down that one lesson is to be verified again."""
    return Reverification.objects.create(
        reference=new_reference(Reverification, lesson.owner.code, Reverification.reference_prefix),
        lesson=lesson,
        system=version.system,
        version=version,
    )


@recorded("lessons.reverification.still_holds")
def still_holds(asked: Reverification, *, by: User, words: str) -> Reverification:
    """Say that a lesson holds for the new version too."""
    return answer(asked, by, ReverificationStatus.HOLDS, words)


@recorded("lessons.reverification.holds_no_longer")
def no_longer_holds(asked: Reverification, *, by: User, words: str) -> Reverification:
    """Say why a lesson does not hold for the new version."""
    return answer(asked, by, ReverificationStatus.NO_LONGER_HOLDS, words)


def answer(
    asked: Reverification, by: User, status: ReverificationStatus, words: str
) -> Reverification:
    """Note who answered, and what."""
    asked = lock(asked)
    access.check_can_reverify(by, asked)
    if not words.strip() and status == ReverificationStatus.HOLDS:
        raise ValidationError({"words": "Say what was seen."})
    change(asked, status=status, words=words.strip(), answered_by=by, answered_at=timezone.now())
    return asked
