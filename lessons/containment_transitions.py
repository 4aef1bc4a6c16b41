"""The verbs by which something is contained before anyone met, and its lesson named later."""

from __future__ import annotations

import datetime

from lessons import access
from lessons.following import let_follow, mark_actioned
from lessons.models import Lesson, SystemUpdate
from lessons.outcome_editing import propose_update, remember_carrier
from lessons.states import UpdateKind, UpdateStatus
from reviews.models import Finding, Observation
from tracker.models import AISystem, User
from tracker.recording import change, check_not_in_the_future, lock, recorded
from tracker.sharing_access import check_sources_fit


@recorded("lessons.systemupdate.contained_observation")
def contain_observation(
    observation: Observation,
    *,
    by: User,
    title: str,
    system: AISystem,
    shipped_on: datetime.date | None = None,
) -> SystemUpdate:
    """Write down what contains something that was seen, and when that happened if it did."""
    observation = lock(observation)
    access.check_can_contain_observation(by, observation)
    update = propose_update(
        by=by,
        title=title,
        kind=UpdateKind.CONTAINMENT,
        system=system,
        observations=[observation],
        illustrative=observation.illustrative,
    )
    return happened(update, by, shipped_on)


@recorded("lessons.systemupdate.contained_finding")
def contain_finding(
    finding: Finding,
    *,
    by: User,
    title: str,
    system: AISystem,
    shipped_on: datetime.date | None = None,
) -> SystemUpdate:
    """Write down what contains a finding before there is a lesson, and when that happened if it did."""
    finding = lock(finding)
    access.check_can_contain_finding(by, finding)
    update = propose_update(
        by=by,
        title=title,
        kind=UpdateKind.CONTAINMENT,
        system=system,
        findings=[finding],
        illustrative=finding.illustrative,
    )
    return happened(update, by, shipped_on)


def happened(update: SystemUpdate, by: User, shipped_on: datetime.date | None) -> SystemUpdate:
    """Carry a containment to the day that it shipped, without a lead; with none it is proposed."""
    if shipped_on is None:
        return update
    check_not_in_the_future("shipped_on", shipped_on)
    change(update, status=UpdateStatus.ACCEPTED, assignee=by, due_on=shipped_on)
    remember_carrier(update)
    change(update, status=UpdateStatus.SHIPPED, shipped_on=shipped_on, shipped_by=by)
    return update


@recorded("lessons.systemupdate.linked_to_lesson")
def link_lesson(update: SystemUpdate, *, by: User, lesson: Lesson) -> SystemUpdate:
    """Name the lesson that an update answers, also after it shipped."""
    update = lock(update)
    access.check_can_link_lesson(by, update)
    access.check_can_start_outcome(by, lesson)
    check_sources_fit(update, [lesson])
    update.lessons.add(lesson)
    mark_actioned([lesson])
    let_follow(update)
    return update
