"""The only functions that create and edit best practices and their versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lessons import access
from lessons.editing import remember_who_worded
from lessons.models import BestPractice, Lesson, PracticeVersion
from reviews.editing import set_many
from tracker.keys import new_key, next_number
from tracker.models import AISystem, Tag, User
from tracker.recording import change, lock, recorded


@recorded("lessons.practice.drafted")
def draft_practice(
    lesson: Lesson, *, by: User, title: str = "", guidance: str = "", **fields: Any
) -> PracticeVersion:
    """Give a practice its number for life and draft version 1.0 from a lesson."""
    lesson = lock(lesson)
    access.check_can_start_practice(by, lesson)
    number = next_number(BestPractice)
    practice = BestPractice.objects.create(number=number, reference=f"BP-{number}", created_by=by)
    shared = access.is_shared
    return create_version(
        practice,
        by=by,
        major=1,
        minor=0,
        title=(title or lesson.title)[:300],
        guidance=guidance or lesson.recommendation or lesson.insight,
        lessons=[lesson],
        tags=lesson.tags.filter(owner=None),
        systems=[about.system for about in lesson.about.all() if shared(about.system)],
        illustrative=fields.pop("illustrative", lesson.illustrative),
        **fields,
    )


def create_version(
    practice: BestPractice,
    *,
    by: User,
    major: int,
    minor: int,
    lessons: Iterable[Lesson],
    tags: Iterable[Tag],
    systems: Iterable[AISystem],
    **fields: Any,
) -> PracticeVersion:
    """Create a version with its relations; the caller holds the check."""
    version = PracticeVersion(
        id=new_key(),
        practice=practice,
        major=major,
        minor=minor,
        reference=f"{practice.reference}-{major}.{minor}",
        created_by=by,
        **fields,
    )
    version.full_clean(exclude=["id"])
    version.save(force_insert=True)
    set_many(version, by=by, lessons=lessons, tags=tags, systems=systems)
    return version


@recorded("lessons.practiceversion.edited")
def edit_practice(
    version: PracticeVersion,
    *,
    by: User,
    lessons: Iterable[Lesson] | None = None,
    tags: Iterable[Tag] | None = None,
    systems: Iterable[AISystem] | None = None,
    **fields: Any,
) -> PracticeVersion:
    """Change a draft; a material change needs new signatures."""
    version = lock(version)
    access.check_can_edit_practice(by, version)
    change(version, **fields)
    set_lessons_behind(version, by, lessons)
    set_many(version, by=by, tags=tags, systems=systems)
    remember_who_worded(version, by)
    return version


def set_lessons_behind(
    version: PracticeVersion, by: User, lessons: Iterable[Lesson] | None
) -> None:
    """Replace the lessons behind a version; one that is new to it is in force and shared."""
    if lessons is None:
        return
    chosen = list(lessons)
    known = set(version.lessons.values_list("pk", flat=True))
    for lesson in chosen:
        if lesson.pk not in known:
            access.check_can_start_practice(by, lesson)
    set_many(version, by=by, lessons=chosen)
