"""The only functions that set up and edit series of cycles, and that say when each goes on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from reviews import access, recurring
from reviews.editing.common import set_many
from reviews.models import CycleSeries
from tracker.keys import next_number
from tracker.models import AISystem, User
from tracker.recording import change, lock, recorded


@recorded("reviews.cycleseries.set_up")
def set_up_series(
    *,
    by: User,
    title: str,
    rule: str,
    begins_on: datetime.date,
    leads: Iterable[User] = (),
    systems: Iterable[AISystem] = (),
    **fields: Any,
) -> CycleSeries:
    """Set up a series that makes joint cycles by an RFC 5545 rule, and give it its number for life."""
    access.check_can_set_up_series(by)
    number = next_number(CycleSeries)
    series = CycleSeries(
        number=number,
        reference=f"SER-{number}",
        title=title,
        rule=recurring.clean_rule(rule),
        begins_on=begins_on,
        created_by=by,
        **fields,
    )
    check_rule(series)
    series.full_clean()
    series.next_on = goes_on_at(series)
    series.save(force_insert=True)
    set_many(series, by=by, leads=leads, systems=systems)
    return series


@recorded("reviews.cycleseries.edited")
def edit_series(
    series: CycleSeries,
    *,
    by: User,
    leads: Iterable[User] | None = None,
    systems: Iterable[AISystem] | None = None,
    **fields: Any,
) -> CycleSeries:
    """Change a series; the cycles that it made stay as they are."""
    series = lock(series)
    access.check_can_edit_series(by, series)
    if "rule" in fields:
        fields["rule"] = recurring.clean_rule(fields["rule"])
    change(series, **fields)
    check_rule(series)
    change(series, next_on=goes_on_at(series))
    set_many(series, by=by, leads=leads, systems=systems)
    return series


def check_rule(series: CycleSeries) -> None:
    """Refuse a rule that never meets, or a zone in which nobody knows the day."""
    recurring.check_zone(series.time_zone)
    recurring.check_meets(series.rule, series.begins_on)


def goes_on_at(series: CycleSeries) -> datetime.date | None:
    """Return the day of an active series' next cycle: none twice, and none for a day gone by."""
    if series.status != CycleSeries.Status.ACTIVE:
        return None
    day = recurring.today_in(series.time_zone)
    newest = series.cycles.order_by("-occurrence").first()
    if newest is not None:
        day = max(day, newest.occurrence + datetime.timedelta(days=1))
    return recurring.first_on_or_after(series.rule, series.begins_on, day)
