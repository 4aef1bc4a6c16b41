"""The verbs of joint review cycles."""

from __future__ import annotations

from django.utils import timezone

from reviews import access
from reviews.models import Briefing, ReviewCycle
from reviews.states import CycleStatus
from tracker.models import Organization, User
from tracker.recording import change, lock, recorded
from tracker.transitions import begin_to_count


@recorded("reviews.cycle.opened")
def open_cycle(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """Start logging reviews in a planned cycle; the partners there are count from now on, and sign it."""
    cycle = lock(cycle)
    access.check_can_open_cycle(by, cycle)
    return begin_cycle(cycle)


def begin_cycle(cycle: ReviewCycle) -> ReviewCycle:
    """Open a planned cycle that is locked or new; the caller is a verb.

    The partners that count sign it, each after its briefing, whose lines the floor above writes. A
    cycle whose window is over is written down afterwards: nobody is briefed for it any more.
    """
    change(cycle, status=CycleStatus.OPEN)
    begin_to_count()
    signers = Organization.objects.counting()
    cycle.signers.set(signers)
    if cycle.ends_on >= timezone.localdate():
        Briefing.objects.bulk_create(Briefing(cycle=cycle, organization=one) for one in signers)
    return cycle


def complete_briefing(briefing: Briefing) -> Briefing:
    """Say that a partner answered all of its briefing; the verbs of its lines call this."""
    change(briefing, is_complete=True)
    return briefing


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
