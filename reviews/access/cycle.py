"""Who may plan, run and end joint review cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviews.access.series import check_is_briefed
from reviews.states import CYCLES_TAKING_REVIEWS, CycleStatus
from tracker.access import Permission, WrongState, check_has, check_state

if TYPE_CHECKING:
    from reviews.models import ReviewCycle
    from tracker.access import Reader


def check_can_plan_cycle(user: Reader) -> None:
    """A lead of any partner plans a cycle."""
    check_has(user, Permission.LEAD)


def check_can_edit_cycle(user: Reader, cycle: ReviewCycle) -> None:
    """A lead of any partner keeps a cycle that is not over."""
    check_has(user, Permission.LEAD)
    check_state(cycle, CycleStatus.PLANNED, CycleStatus.OPEN, CycleStatus.SIGNING, doing="edited")


def check_takes_reviews(cycle: ReviewCycle) -> None:
    """Refuse a cycle that the partners sign already or that is over: nothing new comes into it."""
    check_state(cycle, *CYCLES_TAKING_REVIEWS, doing="given reviews")


def check_can_add_item(user: Reader, cycle: ReviewCycle) -> None:
    """A lead of any partner puts changes into the scope of a cycle that takes reviews."""
    check_has(user, Permission.LEAD)
    check_takes_reviews(cycle)


def check_can_open_cycle(user: Reader, cycle: ReviewCycle) -> None:
    """A lead opens a planned cycle."""
    check_has(user, Permission.LEAD)
    check_state(cycle, CycleStatus.PLANNED, doing="opened")


def check_can_begin_signing(user: Reader, cycle: ReviewCycle) -> None:
    """A lead ends the reviewing and lets the partners sign."""
    check_has(user, Permission.LEAD)
    check_state(cycle, CycleStatus.OPEN, doing="put up for signing")
    check_is_briefed(cycle)


def check_can_reopen_cycle(user: Reader, cycle: ReviewCycle) -> None:
    """A lead goes back from signing to reviewing."""
    check_has(user, Permission.LEAD)
    check_state(cycle, CycleStatus.SIGNING, doing="reopened")


def check_can_close_cycle(user: Reader, cycle: ReviewCycle) -> None:
    """A lead closes a cycle once everything in need of approval is decided; a block decides too."""
    check_has(user, Permission.LEAD)
    check_state(cycle, CycleStatus.SIGNING, doing="closed")
    waiting = [f"{item.change} ({item.reference})" for item in cycle.items.undecided()]
    if waiting:
        raise WrongState(
            f"Every partner takes a position first, or a lead puts off what nobody reviewed: "
            f"{'; '.join(waiting)}."
        )


def check_can_withdraw_cycle(user: Reader, cycle: ReviewCycle) -> None:
    """A lead calls a cycle off before it is closed."""
    check_has(user, Permission.LEAD)
    check_state(
        cycle, CycleStatus.PLANNED, CycleStatus.OPEN, CycleStatus.SIGNING, doing="withdrawn"
    )
