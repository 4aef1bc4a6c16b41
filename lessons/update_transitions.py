"""The verbs of system updates, and what they do to lessons and findings."""

from __future__ import annotations

import datetime

from django.utils import timezone

from lessons import access
from lessons.following import mark_actioned
from lessons.models import SystemUpdate
from lessons.outcome_editing import remember_carrier
from lessons.states import OPEN_UPDATES, UpdateStatus
from reviews import transitions as reviews_transitions
from reviews.models import Finding
from tracker.editing import check_version_of
from tracker.models import SystemVersion, User
from tracker.notifying.telling import tell_assigned
from tracker.recording import change, check_not_in_the_future, lock, recorded


@recorded("lessons.systemupdate.accepted")
def accept_update(
    update: SystemUpdate, *, by: User, assignee: User, due_on: datetime.date
) -> SystemUpdate:
    """Take an update on, with someone responsible and a day."""
    update = lock(update)
    access.check_can_accept_update(by, update)
    access.check_assignee(update, assignee)
    change(update, status=UpdateStatus.ACCEPTED, assignee=assignee, due_on=due_on)
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
    version = to_version or update.to_version
    check_version_of(update.system, to_version=version)
    change(
        update,
        status=UpdateStatus.SHIPPED,
        shipped_on=shipped_on,
        shipped_by=by,
        to_version=version,
    )
    settle_findings(update)
    return update


@recorded("lessons.systemupdate.verified")
def verify_update(
    update: SystemUpdate, *, by: User, how: str, judged_on: datetime.date | None = None
) -> SystemUpdate:
    """Say how it was seen that an update works; somebody else than its carrier says so."""
    return judge_effect(update, UpdateStatus.VERIFIED, by=by, how=how, judged_on=judged_on)


@recorded("lessons.systemupdate.found_not_effective")
def find_not_effective(
    update: SystemUpdate, *, by: User, how: str, judged_on: datetime.date | None = None
) -> SystemUpdate:
    """Say how it was seen that an update does not work."""
    return judge_effect(update, UpdateStatus.NOT_EFFECTIVE, by=by, how=how, judged_on=judged_on)


def judge_effect(
    update: SystemUpdate, status: str, *, by: User, how: str, judged_on: datetime.date | None
) -> SystemUpdate:
    """Record a judgement of an update's effect."""
    update = lock(update)
    access.check_can_judge_update(by, update)
    day = judged_on or timezone.localdate()
    check_not_in_the_future("judged_on", day)
    change(update, status=status, verification=how.strip(), verified_on=day, verified_by=by)
    settle_findings(update)
    return update


@recorded("lessons.systemupdate.rolled_back")
def roll_back_update(update: SystemUpdate, *, by: User, reason: str) -> SystemUpdate:
    """Say that an update was taken out of its system again."""
    update = lock(update)
    access.check_can_roll_back_update(by, update)
    change(update, status=UpdateStatus.ROLLED_BACK, closing_reason=reason.strip())
    settle_findings(update)
    return update


@recorded("lessons.systemupdate.declined")
def decline_update(update: SystemUpdate, *, by: User, reason: str) -> SystemUpdate:
    """Decide against an update, with the reason."""
    update = lock(update)
    access.check_can_decline_update(by, update)
    change(update, status=UpdateStatus.DECLINED, closing_reason=reason.strip())
    settle_findings(update)
    return update


@recorded("lessons.finding.restored")
def restore_finding(finding: Finding, *, by: User) -> Finding:
    """Let a finding stand again, and follow from the updates that answered it meanwhile."""
    finding = reviews_transitions.restore_finding(finding, by=by)
    settle(finding)
    finding.refresh_from_db()
    return finding


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
