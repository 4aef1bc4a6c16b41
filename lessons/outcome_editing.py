"""The only functions that create and edit system updates and directions for research."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from lessons import access
from lessons.following import mark_actioned, settle_lessons
from lessons.models import Lesson, ResearchDirection, ResearchOutput, SystemUpdate
from lessons.states import RESEARCH_TAKEN_ON, UPDATES_TAKEN_ON, UpdateKind
from reviews.editing import set_many
from reviews.models import Finding, Observation
from tracker.editing import check_version_of, create_record
from tracker.models import AISystem, User
from tracker.recording import change, lock, recorded
from tracker.sharing_access import check_sources_fit

# --- System updates ---------------------------------------------------------------------------


@recorded("lessons.systemupdate.proposed")
def propose_update(
    *,
    by: User,
    title: str,
    kind: str,
    system: AISystem | None = None,
    lessons: Iterable[Lesson] = (),
    findings: Iterable[Finding] = (),
    observations: Iterable[Observation] = (),
    illustrative: bool = False,
    **fields: Any,
) -> SystemUpdate:
    """Propose an update of one of the writer's systems, or of a policy or process.

    A containment may answer findings and observations before there is a lesson.
    """
    access.check_can_propose_update(by)
    if system is not None:
        access.check_updates_own_system(by, system)
    check_versions_of_update(None, system=system, **fields)
    chosen = list(lessons)
    for lesson in chosen:
        access.check_can_start_outcome(by, lesson)
    found, seen = list(findings), list(observations)
    check_contains(kind, by, found, seen)
    update = create_record(
        SystemUpdate,
        by=by,
        sources=[*chosen, *found, *seen],
        title=title,
        kind=kind,
        system=system,
        illustrative=illustrative,
        **fields,
    )
    access.check_assignee(update, update.assignee)
    remember_carrier(update)
    update.lessons.set(chosen)
    update.findings.set(found)
    update.observations.set(seen)
    return update


def check_contains(
    kind: str, by: User, findings: list[Finding], observations: list[Observation]
) -> None:
    """Refuse to answer what was seen straight away, save by a containment."""
    if (findings or observations) and kind != UpdateKind.CONTAINMENT:
        sentence = "Only a containment comes before a lesson; name the lesson that this answers."
        raise ValidationError({"kind": sentence})
    for finding in findings:
        access.check_can_contain_finding(by, finding)
    for observation in observations:
        access.check_can_contain_observation(by, observation)


@recorded("lessons.systemupdate.edited")
def edit_update(
    update: SystemUpdate,
    *,
    by: User,
    lessons: Iterable[Lesson] | None = None,
    findings: Iterable[Finding] | None = None,
    observations: Iterable[Observation] | None = None,
    **fields: Any,
) -> SystemUpdate:
    """Change an update that has not shipped."""
    update = lock(update)
    access.check_can_edit_update(by, update)
    if fields.get("system") is not None:
        access.check_updates_own_system(by, fields["system"])
    check_versions_of_update(update, **fields)
    access.check_assignee(update, fields.get("assignee"))
    change(update, **fields)
    remember_carrier(update)
    set_lessons(update, by, lessons)
    set_contained(update, by, findings, observations)
    return update


def set_contained(
    update: SystemUpdate,
    by: User,
    findings: Iterable[Finding] | None,
    observations: Iterable[Observation] | None,
) -> None:
    """Replace what a containment answers, as far as its writer sees it."""
    found = list(update.findings.all()) if findings is None else list(findings)
    seen = list(update.observations.all()) if observations is None else list(observations)
    known = {*update.findings.all(), *update.observations.all()}
    new_found = [one for one in found if one not in known]
    new_seen = [one for one in seen if one not in known]
    check_contains(update.kind, by, new_found, new_seen)
    check_sources_fit(update, [*new_found, *new_seen])
    if findings is not None or observations is not None:
        set_many(update, by=by, findings=found, observations=seen)


def remember_carrier(update: SystemUpdate) -> None:
    """Remember whoever was ever responsible: they don't judge the effect of what they carried."""
    if update.assignee is not None:
        update.carried_by.add(update.assignee)


def set_lessons(
    outcome: SystemUpdate | ResearchDirection, by: User, lessons: Iterable[Lesson] | None
) -> None:
    """Replace the lessons behind an outcome; one that is new to it must be in force."""
    if lessons is None:
        return
    chosen = list(lessons)
    known = set(outcome.lessons.values_list("pk", flat=True))
    for lesson in chosen:
        if lesson.pk not in known:
            access.check_can_start_outcome(by, lesson)
            check_sources_fit(outcome, [lesson])
    set_many(outcome, by=by, lessons=chosen)
    if outcome.status in (*UPDATES_TAKEN_ON, *RESEARCH_TAKEN_ON):
        mark_actioned(chosen)
        settle_lessons(lesson.pk for lesson in chosen)


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
        ResearchDirection, by=by, sources=chosen, title=title, illustrative=illustrative, **fields
    )
    access.check_assignee(direction, direction.assignee)
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
    access.check_assignee(direction, fields.get("assignee"))
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
