"""The only functions that create and edit lessons, updates, directions for research and practices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lessons import access
from lessons.models import (
    BestPractice,
    Lesson,
    LessonSystem,
    PracticeVersion,
    ResearchDirection,
    ResearchOutput,
    SystemUpdate,
)
from lessons.states import MATERIAL_LESSON_FIELDS, MATERIAL_PRACTICE_FIELDS, SystemRole
from reviews.editing import set_many
from reviews.models import Finding
from tracker.editing import check_version_of, create_record
from tracker.keys import new_key, next_number
from tracker.models import AISystem, Tag, User
from tracker.recording import change, lock, recorded

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
    illustrative: bool = False,
    **fields: Any,
) -> Lesson:
    """Write a lesson down as identified; its owner alone reads it until a lead shares it."""
    access.check_can_write_lesson(by)
    chosen = list(findings)
    if chosen:
        access.check_can_draft_lesson(by, chosen)
    lesson = create_record(
        Lesson, by=by, title=title, insight=insight, illustrative=illustrative, **fields
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
    before = material_children(lesson)
    changed = change(lesson, **fields)
    if findings is not None:
        chosen = list(findings)
        access.check_can_draft_lesson(by, chosen) if chosen else None
        set_many(lesson, by=by, findings=chosen)
    set_many(lesson, by=by, tags=tags)
    set_systems(lesson, by, SystemRole.SEEN_IN, seen_in)
    set_systems(lesson, by, SystemRole.CAUSE_IN, cause_in)
    if set(changed) & set(MATERIAL_LESSON_FIELDS) or before != material_children(lesson):
        change(lesson, content_version=lesson.content_version + 1)
    return lesson


def material_children(lesson: Lesson) -> tuple[set[Any], set[Any]]:
    """Return what hangs under a lesson and is signed with it; tags only classify."""
    return (
        set(lesson.findings.values_list("pk", flat=True)),
        set(lesson.about.values_list("system", "role")),
    )


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


# --- System updates ---------------------------------------------------------------------------


@recorded("lessons.systemupdate.proposed")
def propose_update(
    *,
    by: User,
    title: str,
    kind: str,
    system: AISystem | None = None,
    lessons: Iterable[Lesson] = (),
    illustrative: bool = False,
    **fields: Any,
) -> SystemUpdate:
    """Propose an update of one of the writer's systems, or of a policy or process."""
    access.check_can_propose_update(by)
    if system is not None:
        access.check_updates_own_system(by, system)
    check_versions_of_update(None, system=system, **fields)
    chosen = list(lessons)
    for lesson in chosen:
        access.check_can_start_outcome(by, lesson)
    update = create_record(
        SystemUpdate,
        by=by,
        title=title,
        kind=kind,
        system=system,
        illustrative=illustrative,
        **fields,
    )
    update.lessons.set(chosen)
    return update


@recorded("lessons.systemupdate.edited")
def edit_update(
    update: SystemUpdate, *, by: User, lessons: Iterable[Lesson] | None = None, **fields: Any
) -> SystemUpdate:
    """Change an update that has not shipped."""
    update = lock(update)
    access.check_can_edit_update(by, update)
    if fields.get("system") is not None:
        access.check_updates_own_system(by, fields["system"])
    check_versions_of_update(update, **fields)
    change(update, **fields)
    set_lessons(update, by, lessons)
    return update


def set_lessons(
    outcome: SystemUpdate | ResearchDirection, by: User, lessons: Iterable[Lesson] | None
) -> None:
    """Replace the lessons behind an outcome; one that is new to it must be in force."""
    chosen = None if lessons is None else list(lessons)
    known = set(outcome.lessons.values_list("pk", flat=True))
    for lesson in chosen or ():
        if lesson.pk not in known:
            access.check_can_start_outcome(by, lesson)
    set_many(outcome, by=by, lessons=chosen)


def check_versions_of_update(update: SystemUpdate | None, **fields: Any) -> None:
    """Refuse versions of another system than the one that an update changes."""
    check_version_of(
        fields.get("system", update and update.system),
        from_version=fields.get("from_version", update and update.from_version),
        to_version=fields.get("to_version", update and update.to_version),
    )


# --- Research directions ----------------------------------------------------------------------


@recorded("lessons.researchdirection.proposed")
def propose_research(
    *,
    by: User,
    title: str,
    lessons: Iterable[Lesson] = (),
    illustrative: bool = False,
    **fields: Any,
) -> ResearchDirection:
    """Propose a question that a lesson leaves open."""
    access.check_can_propose_research(by)
    chosen = list(lessons)
    for lesson in chosen:
        access.check_can_start_outcome(by, lesson)
    direction = create_record(
        ResearchDirection, by=by, title=title, illustrative=illustrative, **fields
    )
    direction.lessons.set(chosen)
    return direction


@recorded("lessons.researchdirection.edited")
def edit_research(
    direction: ResearchDirection,
    *,
    by: User,
    lessons: Iterable[Lesson] | None = None,
    **fields: Any,
) -> ResearchDirection:
    """Change a direction that has not ended."""
    direction = lock(direction)
    access.check_can_edit_research(by, direction)
    change(direction, **fields)
    set_lessons(direction, by, lessons)
    return direction


@recorded("lessons.researchoutput.added")
def add_output(direction: ResearchDirection, *, by: User, title: str, url: str) -> ResearchOutput:
    """Link something that came out of research."""
    access.check_can_edit_research(by, direction)
    output = ResearchOutput(direction=direction, title=title, url=url)
    output.full_clean()
    output.save(force_insert=True)
    return output


# --- Practices --------------------------------------------------------------------------------


@recorded("lessons.practice.drafted")
def draft_practice(
    lesson: Lesson, *, by: User, title: str = "", guidance: str = "", **fields: Any
) -> PracticeVersion:
    """Give a practice its number for life and draft version 1.0 from a lesson."""
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
    changed = change(version, **fields)
    set_many(version, by=by, lessons=lessons, tags=tags, systems=systems)
    if set(changed) & set(MATERIAL_PRACTICE_FIELDS) or lessons is not None:
        change(version, content_version=version.content_version + 1)
    return version
