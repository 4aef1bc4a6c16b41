"""The verbs of joint review cycles."""

from __future__ import annotations

from reviews import access
from reviews.models import ReviewCycle
from reviews.states import CycleStatus
from tracker.models import Organization, User
from tracker.recording import change, lock, recorded
from tracker.transitions import begin_to_count


@recorded("reviews.cycle.opened")
def open_cycle(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """Start logging reviews in a planned cycle; the partners there are count from now on, and sign it."""
    cycle = lock(cycle)
    access.check_can_open_cycle(by, cycle)
    change(cycle, status=CycleStatus.OPEN)
    begin_to_count()
    cycle.signers.set(Organization.objects.counting())
    return cycle


@recorded("reviews.cycle.put_up_for_signing")
def begin_signing(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """End the reviewing and let the partners sign."""
    cycle = lock(cycle)
    access.check_can_begin_signing(by, cycle)
    change(cycle, status=CycleStatus.SIGNING)
    return cycle


@recorded("reviews.cycle.reopened")
def reopen_cycle(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """Go back from signing to reviewing."""
    cycle = lock(cycle)
    access.check_can_reopen_cycle(by, cycle)
    change(cycle, status=CycleStatus.OPEN)
    return cycle


@recorded("reviews.cycle.closed")
def close_cycle(cycle: ReviewCycle, *, by: User, decisions: str = "") -> ReviewCycle:
    """Close a cycle with what was decided."""
    cycle = lock(cycle)
    access.check_can_close_cycle(by, cycle)
    change(cycle, status=CycleStatus.CLOSED, decisions=decisions or cycle.decisions)
    return cycle


@recorded("reviews.cycle.withdrawn")
def withdraw_cycle(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """Call a cycle off."""
    cycle = lock(cycle)
    access.check_can_withdraw_cycle(by, cycle)
    change(cycle, status=CycleStatus.WITHDRAWN)
    return cycle
