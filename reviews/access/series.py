"""Who may keep series of cycles, and who answers a partner's briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviews.states import CycleStatus, SeriesStatus
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_state,
    has_permission,
)

if TYPE_CHECKING:
    from reviews.models import CycleSeries, ReviewCycle
    from tracker.access import Reader
    from tracker.models import Organization


def check_can_set_up_series(user: Reader) -> None:
    """A lead of any partner sets up a series of cycles."""
    check_has(user, Permission.LEAD)


def check_can_edit_series(user: Reader, series: CycleSeries) -> None:
    """A lead of any partner keeps a series that is not over."""
    check_has(user, Permission.LEAD)
    check_state(series, SeriesStatus.ACTIVE, SeriesStatus.PAUSED, doing="edited")


def check_can_pause_series(user: Reader, series: CycleSeries) -> None:
    """A lead lets a series rest."""
    check_has(user, Permission.LEAD)
    check_state(series, SeriesStatus.ACTIVE, doing="paused")


def check_can_resume_series(user: Reader, series: CycleSeries) -> None:
    """A lead lets a paused series go on."""
    check_has(user, Permission.LEAD)
    check_state(series, SeriesStatus.PAUSED, doing="resumed")


def check_can_end_series(user: Reader, series: CycleSeries) -> None:
    """A lead ends a series for good."""
    check_has(user, Permission.LEAD)
    check_state(series, SeriesStatus.ACTIVE, SeriesStatus.PAUSED, doing="ended")


# --- Briefings --------------------------------------------------------------------------------


def may_answer_briefing(user: Reader) -> bool:
    """Say whether a person answers for their organization: whoever logs there, or signs."""
    return has_permission(user, Permission.LOG) or has_permission(user, Permission.SIGN)


def check_can_answer_briefing(user: Reader, cycle: ReviewCycle) -> None:
    """Reviewers, leads and signatories of a partner answer its briefing until the cycle is signed."""
    if not may_answer_briefing(user):
        raise Denied("Only a reviewer, a lead or a signatory of a partner can do this.")
    check_state(cycle, CycleStatus.OPEN, doing="briefed on")


def check_is_briefed(cycle: ReviewCycle, *organizations: Organization) -> None:
    """Refuse to sign while a partner has not answered its briefing; only those named, if any are."""
    waiting = cycle.briefings.incomplete().select_related("organization")
    if organizations:
        waiting = waiting.filter(organization__in=organizations)
    names = [briefing.organization.name for briefing in waiting]
    if names:
        raise WrongState(
            f"The briefing of {cycle.reference} is not complete yet at {' and '.join(names)}: "
            f"answer each of its lessons first, at /cycles/{cycle.reference}/briefing/."
        )
