"""The only functions that create and edit lessons, updates, directions for research and practices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lessons import access
from lessons.models import (
    Lesson,
    LessonSystem,
    PracticeVersion,
)
from lessons.states import SystemRole
from reviews.editing import set_many
from reviews.models import Finding
from tracker.editing import create_record
from tracker.models import AISystem, Tag, User
from tracker.recording import change, lock, recorded
from tracker.sharing_access import check_sources_fit

# --- Lessons ----------------------------------------------------------------------------------


@recorded("lessons.lesson.written")
def write_lesson(
    *,
    by: User,
    title: str,
    insight: str,
    findings: Iterable[Finding] = (),
    tags: Iterable[Tag] = (),
    seen_in: Iterable[AISystem] = (),
    cause_in: Iterable[AISystem] = (),
    copied_from: Lesson | None = None,
    illustrative: bool = False,
    **fields: Any,
) -> Lesson:
    """Write a lesson down as identified; its owner alone reads it until a lead shares it."""
    access.check_can_write_lesson(by)
    chosen = list(findings)
    if chosen:
        access.check_can_draft_lesson(by, chosen)
    lesson = create_record(
        Lesson,
        by=by,
        sources=[*chosen, *([copied_from] if copied_from else [])],
        title=title,
        insight=insight,
        copied_from=copied_from,
        illustrative=illustrative,
        **fields,
    )
    set_many(lesson, by=by, findings=chosen, tags=tags)
    set_systems(lesson, by, SystemRole.SEEN_IN, seen_in)
    set_systems(lesson, by, SystemRole.CAUSE_IN, cause_in)
    return lesson


@recorded("lessons.lesson.drafted")
def draft_lesson(
    *,
    by: User,
    findings: Sequence[Finding],
    title: str = "",
    illustrative: bool = False,
    **fields: Any,
) -> Lesson:
    """Draft a lesson from chosen findings: systems, tags and words carried over, save what is given."""
    access.check_can_draft_lesson(by, findings)
    keys = [finding.pk for finding in findings]
    systems = AISystem.objects.visible_to(by).filter(findings__in=keys).distinct()
    tags = Tag.objects.visible_to(by).filter(findings__in=keys).distinct()
    carried = {
        "insight": "\n\n".join(finding.title for finding in findings),
        "context": "\n\n".join(filter(None, (finding.detail for finding in findings))),
        "tags": tags,
        "seen_in": systems,
        "source": "; ".join(dict.fromkeys(f.source for f in findings if f.source))[:500],
        "source_url": next((f.source_url for f in findings if f.source_url), ""),
    }
    return write_lesson(
        by=by,
        title=(title or findings[0].title)[:300],
        findings=findings,
        illustrative=illustrative or any(finding.illustrative for finding in findings),
        **{**carried, **fields},
    )


@recorded("lessons.lesson.edited")
def edit_lesson(
    lesson: Lesson,
    *,
    by: User,
    findings: Iterable[Finding] | None = None,
    tags: Iterable[Tag] | None = None,
    seen_in: Iterable[AISystem] | None = None,
    cause_in: Iterable[AISystem] | None = None,
    **fields: Any,
) -> Lesson:
    """Change an identified lesson; a material change needs new signatures."""
    lesson = lock(lesson)
    access.check_can_edit_lesson(by, lesson)
    access.check_assignee(lesson, fields.get("assignee"))
    access.check_has_not_signed(lesson, fields.get("assignee"))
    change(lesson, **fields)
    set_findings(lesson, by, findings)
    set_many(lesson, by=by, tags=tags)
    set_systems(lesson, by, SystemRole.SEEN_IN, seen_in)
    set_systems(lesson, by, SystemRole.CAUSE_IN, cause_in)
    remember_who_worded(lesson, by)
    return lesson


def set_findings(lesson: Lesson, by: User, findings: Iterable[Finding] | None) -> None:
    """Replace the findings behind a lesson; one that is new to it must hold. None leaves them."""
    if findings is None:
        return
    chosen = list(findings)
    known = set(lesson.findings.values_list("pk", flat=True))
    if added := [finding for finding in chosen if finding.pk not in known]:
        access.check_can_draft_lesson(by, added)
        check_sources_fit(lesson, added)
    set_many(lesson, by=by, findings=chosen)


def remember_who_worded(signed: Lesson | PracticeVersion, by: User) -> None:
    """Note who changed what a signature would be about: they don't sign it. The database counts."""
    before = signed.content_version
    signed.refresh_from_db(fields=["content_version"])
    if signed.content_version != before:
        signed.worded_by.add(by)


def set_systems(lesson: Lesson, by: User, role: str, systems: Iterable[AISystem] | None) -> None:
    """Replace the systems that a lesson is about in one role, as in `set_many`; None leaves them."""
    if systems is None:
        return
    wanted = {system.pk for system in systems}
    known = lesson.about.filter(role=role)
    seen = AISystem.objects.visible_to(by).values("pk")
    known.filter(system__in=seen).exclude(system__in=wanted).delete()
    present = set(known.values_list("system", flat=True))
    LessonSystem.objects.bulk_create(
        LessonSystem(lesson=lesson, system_id=key, role=role) for key in wanted - present
    )


@recorded("lessons.lesson.tagged")
def tag_lesson(lesson: Lesson, *, by: User, tags: Iterable[Tag]) -> Lesson:
    """Change a lesson's tags, in any state; tags classify and are not signed."""
    lesson = lock(lesson)
    access.check_can_tag_lesson(by, lesson)
    set_many(lesson, by=by, tags=tags)
    return lesson
