"""Who may propose, carry and judge system updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.access.common import check_carries
from lessons.states import OPEN_UPDATES, UpdateStatus
from tracker.access import (
    Denied,
    Permission,
    check_has,
    check_state,
    check_works_on,
    may_know_inside,
)
from tracker.sharing_access import check_may_be_reworded

if TYPE_CHECKING:
    from lessons.models import SystemUpdate
    from tracker.access import Reader
    from tracker.models import AISystem


def check_can_propose_update(user: Reader) -> None:
    """Reviewers and leads of a partner propose updates."""
    check_has(user, Permission.LOG)


def check_updates_own_system(user: Reader, system: AISystem) -> None:
    """An organization updates the systems that it owns, develops or operates."""
    mine = {system.owner_id, system.developer_id, system.operator_id}
    if not user.is_authenticated or user.organization_id not in mine:
        raise Denied(f"{system} is another organization's system; they update it.")


def may_know_tracker(user: Reader, update: SystemUpdate) -> bool:
    """Say whether a reader belongs to the organization in whose own tracker an update is followed."""
    return may_know_inside(user, update)


def check_can_edit_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update keeps it until it shipped."""
    check_state_of_update(user, update, doing="edited")
    check_may_be_reworded(update)


def check_state_of_update(user: Reader, update: SystemUpdate, doing: str) -> None:
    """Refuse a change of an update by others than its carriers, or after it shipped."""
    if update.status == UpdateStatus.PROPOSED:
        check_works_on(user, update, Permission.LOG)
    else:
        check_carries(user, update)
    check_state(
        update,
        UpdateStatus.PROPOSED,
        UpdateStatus.ACCEPTED,
        UpdateStatus.IN_PROGRESS,
        doing=doing,
    )


def check_can_accept_update(user: Reader, update: SystemUpdate) -> None:
    """A lead of the owner accepts an update, with someone responsible and a day."""
    check_works_on(user, update, Permission.LEAD)
    check_state(update, UpdateStatus.PROPOSED, doing="accepted")


def check_can_begin_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an accepted update begins it."""
    check_carries(user, update)
    check_state(update, UpdateStatus.ACCEPTED, doing="begun")


def check_can_ship_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update says when it shipped."""
    check_carries(user, update)
    check_state(update, UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS, doing="shipped")


def check_can_reassign_update(user: Reader, update: SystemUpdate) -> None:
    """A lead of the owner makes someone else responsible while there is something to do."""
    check_works_on(user, update, Permission.LEAD)
    check_state(update, *OPEN_UPDATES, doing="reassigned")


def check_can_roll_back_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update rolls it back."""
    check_carries(user, update)
    check_state(
        update,
        UpdateStatus.SHIPPED,
        UpdateStatus.VERIFIED,
        UpdateStatus.NOT_EFFECTIVE,
        doing="rolled back",
    )


def check_can_decline_update(user: Reader, update: SystemUpdate) -> None:
    """A lead of the owner declines an update that has not shipped."""
    check_works_on(user, update, Permission.LEAD)
    check_state(
        update,
        UpdateStatus.PROPOSED,
        UpdateStatus.ACCEPTED,
        UpdateStatus.IN_PROGRESS,
        doing="declined",
    )
