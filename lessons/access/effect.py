"""Who may say by what an update's effect is judged, and who judges it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from lessons.access.common import check_carries
from lessons.access.update import check_state_of_update
from lessons.states import UpdateKind, UpdateStatus
from tracker.access import Denied, Permission, WrongState, check_has, check_state
from tracker.instants import is_after_the_day

if TYPE_CHECKING:
    import datetime

    from lessons.models import EffectivenessReview, SystemUpdate
    from tracker.access import Reader


def check_can_plan_effect(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update says by what it will be judged; then only if nobody had."""
    if update.status != UpdateStatus.SHIPPED:
        check_state_of_update(user, update, doing="given a criterion")
        return
    check_carries(user, update)
    if update.effectiveness_reviews.all():
        raise WrongState("By what its effect is judged was written; it stays since it shipped.")


def check_can_review_effect(user: Reader, update: SystemUpdate) -> None:
    """A reviewer or lead of any partner judges the effect after the waiting period, no hand in it."""
    check_has(user, Permission.LOG)
    check_state(update, UpdateStatus.SHIPPED, doing="judged")
    hands = {update.assignee_id, update.created_by_id, update.shipped_by_id}
    if user.pk in hands or update.carried_by.filter(pk=user.pk).exists():
        raise Denied("You proposed this update or carried it; somebody else judges its effect.")
    review = open_review_of(update)
    if review is None or review.due_on is None:
        raise WrongState(
            "Nobody wrote by what its effect is judged; whoever carries it does so first."
        )
    if review.due_on > timezone.localdate():
        raise WrongState(f"The waiting period ends on {review.due_on}; its effect is judged then.")


def open_review_of(update: SystemUpdate) -> EffectivenessReview | None:
    """Return the review of an update's effect that nobody answered yet."""
    return next((one for one in update.effectiveness_reviews.all() if not one.outcome), None)


def check_has_criterion(update: SystemUpdate, shipped_on: datetime.date) -> None:
    """Refuse to ship what nobody said how to judge; containment comes first, and the past is as it was."""
    if update.kind == UpdateKind.CONTAINMENT or is_after_the_day(update.created_at, shipped_on):
        return
    plan = open_review_of(update)
    if plan is None or is_after_the_day(plan.criterion_at, shipped_on):
        raise WrongState("Write by what its effect will be judged before it ships.")
