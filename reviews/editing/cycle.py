"""The only functions that plan and edit joint review cycles and what is in their scope."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from reviews import access
from reviews.editing.common import set_many
from reviews.models import CycleItem, ReviewCycle
from tracker.editing import check_version_of
from tracker.keys import next_number
from tracker.models import AISystem, User
from tracker.recording import change, lock, recorded


@recorded("reviews.cycle.planned")
def plan_cycle(
    *,
    by: User,
    title: str,
    starts_on: datetime.date,
    ends_on: datetime.date,
    leads: Iterable[User] = (),
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
    set_many(cycle, by=by, leads=leads)
    return cycle


@recorded("reviews.cycle.edited")
def edit_cycle(
    cycle: ReviewCycle, *, by: User, leads: Iterable[User] | None = None, **fields: Any
) -> ReviewCycle:
    """Change a cycle's window, agenda, minutes or leads."""
    cycle = lock(cycle)
    access.check_can_edit_cycle(by, cycle)
    change(cycle, **fields)
    set_many(cycle, by=by, leads=leads)
    return cycle


@recorded("reviews.cycleitem.added")
def add_item(
    cycle: ReviewCycle, *, by: User, system: AISystem, change: str, version: Any = None
) -> CycleItem:
    """Put one change of one system into a cycle's scope."""
    cycle = lock(cycle)
    access.check_can_add_item(by, cycle)
    check_version_of(system, version=version)
    item = CycleItem(cycle=cycle, system=system, version=version, change=change)
    item.full_clean()
    item.save(force_insert=True)
    return item
