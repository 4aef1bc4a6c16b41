"""Who may contain something before there is a lesson, and name the lesson later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.access.common import check_carries
from lessons.states import UPDATES_TAKEN_ON
from reviews.states import FindingStatus, ObservationStatus
from tracker.access import Permission, check_has, check_state

if TYPE_CHECKING:
    from lessons.models import SystemUpdate
    from reviews.models import Finding, Observation
    from tracker.access import Reader


def check_can_contain_observation(user: Reader, seen: Observation) -> None:
    """Reviewers and leads of a partner contain what was seen, whatever has been found about it."""
    check_has(user, Permission.LOG)
    check_state(seen, ObservationStatus.NEW, ObservationStatus.CONFIRMED, doing="contained")


def check_can_contain_finding(user: Reader, finding: Finding) -> None:
    """Reviewers and leads of a partner contain a finding, also while it is a draft."""
    check_has(user, Permission.LOG)
    check_state(
        finding,
        FindingStatus.DRAFT,
        FindingStatus.CONFIRMED,
        FindingStatus.ADDRESSED,
        FindingStatus.VERIFIED,
        doing="contained",
    )


def check_can_link_lesson(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update names its lesson, also after it shipped; before, it is edited."""
    check_carries(user, update)
    check_state(update, *UPDATES_TAKEN_ON, doing="linked to a lesson")
