"""The verbs of conditions: met, given up by every partner, or handed to somebody else."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews import access
from reviews.editing import lock_with_cycle
from reviews.models import Condition, ConditionWaiver
from reviews.states import ConditionStatus
from reviews.transitions.position import free_item
from tracker.models import User
from tracker.notifying.telling import tell_assigned
from tracker.recording import change, check_not_in_the_future, lock, recorded
from tracker.signing import sign


def lock_with_item(condition: Condition) -> Condition:
    """Return a condition locked after its cycle and its item, which follows from it."""
    item = lock_with_cycle(condition.item)
    condition = lock(condition)
    condition.item = item
    return condition


@recorded("reviews.condition.met")
def meet_condition(
    condition: Condition, *, by: User, how: str, met_on: datetime.date | None = None
) -> Condition:
    """State that what was asked for is there, and how that was seen; the last one frees the item."""
    condition = lock_with_item(condition)
    access.check_can_meet_condition(by, condition)
    day = met_on or timezone.localdate()
    check_not_in_the_future("met_on", day)
    change(
        condition,
        status=ConditionStatus.MET,
        met_on=day,
        met_by=by,
        evidence_note=how.strip(),
    )
    free_item(condition.item)
    return condition


@recorded("reviews.condition.waiver_signed")
def waive_condition(
    condition: Condition,
    *,
    by: User,
    reason: str,
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> Condition:
    """Give a condition up for the signatory's organization; the last partner's word waives it."""
    condition = lock_with_item(condition)
    access.check_can_waive_condition(by, condition)
    sign(
        ConditionWaiver,
        condition,
        by=by,
        digest=digest,
        statement=reason,
        illustrative=illustrative,
        signed_on=signed_on,
        condition=condition,
    )
    given_up = set(condition.waivers.current().values_list("organization", flat=True))
    if given_up >= set(condition.item.cycle.signers.values_list("pk", flat=True)):
        change(condition, status=ConditionStatus.WAIVED)
        free_item(condition.item)
    return condition


@recorded("reviews.condition.handed_over")
def hand_over_condition(condition: Condition, *, by: User, assignee: User) -> Condition:
    """Make somebody else of the same organization responsible for a condition."""
    condition = lock_with_item(condition)
    access.check_can_hand_over_condition(by, condition)
    if assignee.organization_id != condition.assignee.organization_id:
        raise ValidationError({"assignee": "Choose someone of your own organization."})
    if not assignee.is_active:
        raise ValidationError({"assignee": "This account is closed; choose someone else."})
    if condition.waivers.current().filter(signed_by=assignee).exists():
        raise ValidationError({"assignee": "They gave this condition up; choose someone else."})
    change(condition, assignee=assignee)
    tell_assigned(condition, assignee, by=by)
    return condition
