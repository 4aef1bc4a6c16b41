"""The verbs of series: rest, go on, end; and the cycle that each opens when its day has come."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.db.models import Model
from django.utils import dateformat

from reviews import access, recurring
from reviews.editing.series import goes_on_at
from reviews.models import CarriedOver, Condition, CycleSeries, ReviewCycle
from reviews.states import SeriesStatus
from reviews.transitions.cycle import begin_cycle
from tracker.keys import next_number
from tracker.models import User
from tracker.recording import change, lock, recorded

DAY = datetime.timedelta(days=1)


@recorded("reviews.cycleseries.paused")
def pause_series(series: CycleSeries, *, by: User) -> CycleSeries:
    """Let a series rest: it opens no cycle until it is resumed."""
    series = lock(series)
    access.check_can_pause_series(by, series)
    change(series, status=SeriesStatus.PAUSED, next_on=None)
    return series


@recorded("reviews.cycleseries.resumed")
def resume_series(series: CycleSeries, *, by: User) -> CycleSeries:
    """Let a paused series go on with its next day; those that went by stay without a cycle."""
    series = lock(series)
    access.check_can_resume_series(by, series)
    series.status = SeriesStatus.ACTIVE
    series.next_on = goes_on_at(series)
    series.save(update_fields=["status", "next_on"])
    return series


@recorded("reviews.cycleseries.ended")
def end_series(series: CycleSeries, *, by: User) -> CycleSeries:
    """End a series for good; the cycles that it made go on."""
    series = lock(series)
    access.check_can_end_series(by, series)
    change(series, status=SeriesStatus.ENDED, next_on=None)
    return series


@recorded("reviews.cycleseries.went_on")
def open_next_cycle(series: CycleSeries) -> ReviewCycle | None:
    """Open the cycle of a series whose day has come, with what is still open; None where none is due.

    The series is locked, so a second run finds that it went on. Where nobody worked for a while, it
    opens one cycle, for the latest day, and none for those before it.
    """
    series = lock(series)
    today = recurring.today_in(series.time_zone)
    if series.next_on is None or series.next_on > today:
        return None
    occurrence = recurring.last_on_or_before(series.rule, series.begins_on, today)
    assert occurrence is not None, "the day that has come is one"
    cycle = begin_cycle(cycle_for(series, occurrence, today))
    cycle.leads.set(series.leads.filter(is_active=True))
    carry_over(cycle, Condition.objects.carried_into(cycle))
    change(
        series,
        next_on=recurring.first_on_or_after(series.rule, series.begins_on, occurrence + DAY),
    )
    return cycle


def cycle_for(series: CycleSeries, occurrence: datetime.date, today: datetime.date) -> ReviewCycle:
    """Plan the cycle for a day of the series; its window is still to come, also where that is late."""
    length = datetime.timedelta(days=series.window_days - 1)
    starts_on = occurrence if occurrence + length >= today else today
    number = next_number(ReviewCycle)
    cycle = ReviewCycle(
        number=number,
        reference=f"CYC-{number}",
        title=f"{series.title}, {dateformat.format(occurrence, 'j F Y')}",
        kind=series.kind,
        starts_on=starts_on,
        ends_on=starts_on + length,
        agenda=series.scope,
        series=series,
        occurrence=occurrence,
        illustrative=series.illustrative,
        created_by=series.created_by,
    )
    cycle.full_clean()
    cycle.save(force_insert=True)
    return cycle


def carry_over(cycle: ReviewCycle, records: Iterable[Model]) -> None:
    """Write down what was still open when a cycle began; the caller is a verb."""
    CarriedOver.objects.bulk_create(
        CarriedOver(cycle=cycle, noun=record._meta.label_lower, record_id=record.pk)
        for record in records
    )
