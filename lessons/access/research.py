"""Who may propose and carry directions for research."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.access.common import check_carries
from lessons.states import OPEN_RESEARCH, ResearchStatus
from tracker.access import Permission, check_has, check_state, check_works_on
from tracker.sharing_access import check_may_be_reworded

if TYPE_CHECKING:
    from lessons.models import ResearchDirection
    from tracker.access import Reader


def check_can_propose_research(user: Reader) -> None:
    """Reviewers and leads of a partner propose directions for research."""
    check_has(user, Permission.LOG)


def check_can_edit_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries a direction keeps it until it ends."""
    check_carries(user, direction)
    check_state(
        direction,
        ResearchStatus.PROPOSED,
        ResearchStatus.ADOPTED,
        ResearchStatus.ACTIVE,
        doing="edited",
    )
    check_may_be_reworded(direction)


def check_can_adopt_research(user: Reader, direction: ResearchDirection) -> None:
    """A lead of the owner adopts a direction."""
    check_works_on(user, direction, Permission.LEAD)
    check_state(direction, ResearchStatus.PROPOSED, doing="adopted")


def check_can_begin_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries an adopted direction begins it."""
    check_carries(user, direction)
    check_state(direction, ResearchStatus.ADOPTED, doing="begun")


def check_can_conclude_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries a direction concludes it with its result."""
    check_carries(user, direction)
    check_state(direction, ResearchStatus.ACTIVE, doing="concluded")


def check_can_reassign_research(user: Reader, direction: ResearchDirection) -> None:
    """A lead of the owner makes someone else responsible until a direction ends."""
    check_works_on(user, direction, Permission.LEAD)
    check_state(direction, *OPEN_RESEARCH, doing="reassigned")


def check_can_drop_research(user: Reader, direction: ResearchDirection) -> None:
    """A lead of the owner drops a direction."""
    check_works_on(user, direction, Permission.LEAD)
    check_state(direction, *OPEN_RESEARCH, doing="dropped")
