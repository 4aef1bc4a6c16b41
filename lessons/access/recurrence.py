"""Who sees that a finding resembles a lesson, who says whether it came back, and who sorts findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Q

from lessons.states import RecurrenceStatus
from reviews.access import holds
from tracker.access import (
    Permission,
    WrongState,
    check_has,
    check_state,
    partners_only,
    records_visible_to,
)

if TYPE_CHECKING:
    from lessons.models import Recurrence
    from reviews.models import Finding
    from tracker.access import Reader


def recurrences_visible_to(user: Reader) -> Q:
    """Return the pairs whose finding, or checked system, and lesson a partner's reader may both see."""
    by_finding = Q(finding__isnull=False) & records_visible_to(user, at="finding")
    checked = records_visible_to(user, at="check_result__check_ran__system")
    by_check = Q(check_result__isnull=False) & checked
    return partners_only(user) & (by_finding | by_check) & records_visible_to(user, at="lesson")


def findings_apart_visible_to(user: Reader) -> Q:
    """Return the pairs of findings that a partner's reader may both see."""
    return (
        partners_only(user)
        & records_visible_to(user, at="one")
        & records_visible_to(user, at="other")
    )


def check_can_decide_recurrence(user: Reader, recurrence: Recurrence) -> None:
    """Reviewers and leads of a partner that sees both decide, once, whether a lesson came back."""
    check_has(user, Permission.LOG)
    check_state(recurrence, RecurrenceStatus.PROPOSED, doing="decided")


def check_can_confirm_recurrence(user: Reader, recurrence: Recurrence) -> None:
    """A lesson comes back by a finding that holds, or by a check that failed."""
    check_can_decide_recurrence(user, recurrence)
    if recurrence.finding is not None and not holds(recurrence.finding):
        raise WrongState(
            f"{recurrence.finding.reference} is "
            f"{recurrence.finding.get_status_display().lower()}; only what holds shows that a lesson "
            "came back."
        )


def check_can_keep_apart(user: Reader, findings: Iterable[Finding]) -> None:
    """Reviewers and leads of a partner say which findings are not one lesson."""
    check_has(user, Permission.LOG)
    if len(set(findings)) < 2:
        raise WrongState("Choose two findings or more; one is never apart from itself.")
