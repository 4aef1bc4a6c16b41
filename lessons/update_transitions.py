"""The verbs of system updates, and what they do to lessons and findings."""

from __future__ import annotations

import datetime

from lessons import access
from lessons.due import due_of_update
from lessons.effect_transitions import supersede_predecessor, wait_from
from lessons.following import let_follow, mark_actioned, settle
from lessons.models import SystemUpdate
from lessons.outcome_editing import remember_carrier
from lessons.states import UpdateStatus
from reviews import transitions as reviews_transitions
from reviews.models import Finding
from tracker.editing import check_version_of
from tracker.models import SystemVersion, User
from tracker.notifying.telling import tell_assigned
from tracker.recording import change, check_not_in_the_future, lock, recorded


@recorded("lessons.systemupdate.accepted")
def accept_update(
    update: SystemUpdate, *, by: User, assignee: User, due_on: datetime.date | None = None
) -> SystemUpdate:
    """Take an update on, with someone responsible and a day; the policy's, if none is given."""
    update = lock(update)
    access.check_can_accept_update(by, update)
    access.check_assignee(update, assignee)
    day = due_on or due_of_update(update)
    change(update, status=UpdateStatus.ACCEPTED, assignee=assignee, due_on=day)
    tell_assigned(update, assignee, by=by)
    remember_carrier(update)
    mark_actioned(list(update.lessons.all()))
    return update


@recorded("lessons.systemupdate.reassigned")
def reassign_update(update: SystemUpdate, *, by: User, assignee: User) -> SystemUpdate:
    """Make someone else responsible for an update; whoever carried it before is remembered."""
    update = lock(update)
    access.check_can_reassign_update(by, update)
    access.check_assignee(update, assignee)
    change(update, assignee=assignee)
    tell_assigned(update, assignee, by=by)
    remember_carrier(update)
    return update


@recorded("lessons.systemupdate.begun")
def begin_update(update: SystemUpdate, *, by: User) -> SystemUpdate:
    """Begin work on an update."""
    update = lock(update)
    access.check_can_begin_update(by, update)
    change(update, status=UpdateStatus.IN_PROGRESS)
    return update


@recorded("lessons.systemupdate.shipped")
def ship_update(
    update: SystemUpdate,
    *,
    by: User,
    shipped_on: datetime.date,
    to_version: SystemVersion | None = None,
) -> SystemUpdate:
    """Say when an update reached its system."""
    update = lock(update)
    access.check_can_ship_update(by, update)
    check_not_in_the_future("shipped_on", shipped_on)
    access.check_has_criterion(update, shipped_on)
    version = to_version or update.to_version
    check_version_of(update.system, to_version=version)
    change(
        update,
        status=UpdateStatus.SHIPPED,
        shipped_on=shipped_on,
        shipped_by=by,
        to_version=version,
    )
    wait_from(update, shipped_on)
    supersede_predecessor(update)
    let_follow(update)
    return update


@recorded("lessons.systemupdate.rolled_back")
def roll_back_update(update: SystemUpdate, *, by: User, reason: str) -> SystemUpdate:
    """Say that an update was taken out of its system again."""
    update = lock(update)
    access.check_can_roll_back_update(by, update)
    change(update, status=UpdateStatus.ROLLED_BACK, closing_reason=reason.strip())
    let_follow(update)
    return update


@recorded("lessons.systemupdate.declined")
def decline_update(update: SystemUpdate, *, by: User, reason: str) -> SystemUpdate:
    """Decide against an update, with the reason."""
    update = lock(update)
    access.check_can_decline_update(by, update)
    change(update, status=UpdateStatus.DECLINED, closing_reason=reason.strip())
    let_follow(update)
    return update


@recorded("lessons.finding.restored")
def restore_finding(finding: Finding, *, by: User) -> Finding:
    """Let a finding stand again, and follow from the updates that answered it meanwhile."""
    finding = reviews_transitions.restore_finding(finding, by=by)
    settle(finding)
    finding.refresh_from_db()
    return finding
