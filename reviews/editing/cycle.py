"""The only functions that plan and edit joint review cycles and what is in their scope."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from reviews import access
from reviews.editing.common import set_many
from reviews.models import CycleItem, ReviewCycle
from reviews.states import KINDS_THAT_APPROVE
from tracker.access import WrongState, judge
from tracker.editing import check_version_of
from tracker.keys import new_joint_reference, next_number
from tracker.models import AISystem, SystemVersion, User
from tracker.recording import change, lock, recorded


@recorded("reviews.cycle.planned")
def plan_cycle(
    *,
    by: User,
    title: str,
    starts_on: datetime.date,
    ends_on: datetime.date,
    leads: Iterable[User] = (),
    attended_by: Iterable[User] = (),
    **fields: Any,
) -> ReviewCycle:
    """Plan a joint cycle and give it its number for life."""
    access.check_can_plan_cycle(by)
    number = next_number(ReviewCycle)
    cycle = ReviewCycle(
        number=number,
        reference=f"CYC-{number}",
        title=title,
        starts_on=starts_on,
        ends_on=ends_on,
        created_by=by,
        **fields,
    )
    cycle.full_clean()
    cycle.save(force_insert=True)
    set_many(cycle, by=by, leads=leads, attended_by=attended_by)
    return cycle


@recorded("reviews.cycle.edited")
def edit_cycle(
    cycle: ReviewCycle,
    *,
    by: User,
    leads: Iterable[User] | None = None,
    attended_by: Iterable[User] | None = None,
    **fields: Any,
) -> ReviewCycle:
    """Change a cycle's window, agenda, minutes, leads, or who was there."""
    cycle = lock(cycle)
    access.check_can_edit_cycle(by, cycle)
    change(cycle, **fields)
    set_many(cycle, by=by, leads=leads, attended_by=attended_by)
    return cycle


@recorded("reviews.cycleitem.added")
def add_item(
    cycle: ReviewCycle,
    *,
    by: User,
    system: AISystem,
    change: str,
    version: SystemVersion | None = None,
    needs_approval: bool | None = None,
) -> CycleItem:
    """Put one change of one system into a cycle's scope.

    Whether the partners approve it follows from the cycle's kind, unless said otherwise.
    """
    cycle = lock(cycle)
    access.check_can_add_item(by, cycle)
    check_version_of(system, version=version)
    usual = cycle.kind in KINDS_THAT_APPROVE
    item = CycleItem(
        reference=new_joint_reference(CycleItem, "ITM"),
        cycle=cycle,
        system=system,
        version=version,
        change=change,
        needs_approval=usual if needs_approval is None else needs_approval,
    )
    item.full_clean()
    item.save(force_insert=True)
    item.worded_by.add(by)
    return item


@recorded("reviews.cycleitem.edited")
def edit_item(item: CycleItem, *, by: User, **fields: Any) -> CycleItem:
    """Word an item anew, or say whether it needs approval."""
    item = lock_with_cycle(item)
    access.check_can_edit_item(by, item)
    check_version_of(item.system, version=fields.get("version", item.version))
    if change(item, **fields):
        item.worded_by.add(by)
    return item


def lock_with_cycle(item: CycleItem) -> CycleItem:
    """Return an item locked after its cycle, which decides on it: the order that every verb takes.

    Raises `WrongState` where the item was put off to another cycle since it was read.
    """
    cycle = lock(item.cycle)
    item = lock(item)
    check_still_in(item, cycle)
    item.cycle = cycle
    return item


def check_still_in(item: CycleItem, cycle: ReviewCycle) -> None:
    """Refuse to decide on an item in a cycle that it has left."""
    if item.cycle_id != cycle.pk:
        raise WrongState(f"{item.reference} was put off to another cycle meanwhile; look there.")


def check_takes_item(cycle: ReviewCycle, other: ReviewCycle) -> None:
    """Refuse to put an item off to the cycle it is in, or to one that takes nothing new."""
    if cycle == other:
        raise ValidationError({"cycle": "Choose another cycle than this one."})
    if not (verdict := judge(access.check_takes_reviews, cycle)):
        raise ValidationError({"cycle": verdict.reason})
