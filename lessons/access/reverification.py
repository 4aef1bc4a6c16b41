"""Who says whether a lesson still holds for a new version of a system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.states import ReverificationStatus
from tracker.access import Denied, Permission, check_has, check_state

if TYPE_CHECKING:
    from lessons.models import Reverification
    from tracker.access import Reader


def check_can_reverify(user: Reader, asked: Reverification) -> None:
    """Whoever logs where the lesson, or the system with the new version, is at home answers."""
    check_has(user, Permission.LOG)
    own = user.organization_id if user.is_authenticated else None
    system = asked.system
    if own not in {asked.lesson.owner_id, system.owner_id, system.operator_id}:
        raise Denied("Only people of who owns the lesson, or runs or owns the system, can do this.")
    check_state(asked, ReverificationStatus.ASKED, doing="answered")
