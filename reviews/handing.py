"""What a person carries on the middle floor: conditions, and cycles and series that they lead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from reviews import transitions
from reviews.editing import edit_cycle, edit_series
from reviews.models import Condition, CycleSeries, ReviewCycle
from reviews.states import CycleStatus, SeriesStatus
from tracker.handing import CARRIED as BELOW
from tracker.handing import Carried
from tracker.models import User

CYCLES_TO_LEAD = (CycleStatus.PLANNED, CycleStatus.OPEN, CycleStatus.SIGNING)
SERIES_TO_LEAD = (SeriesStatus.ACTIVE, SeriesStatus.PAUSED)


def hand_condition(condition: Condition, *, by: User, to: User, of: User) -> Condition:
    """Make a colleague responsible for a condition."""
    return transitions.hand_over_condition(condition, by=by, assignee=to)


def hand_cycle(cycle: ReviewCycle, *, by: User, to: User, of: User) -> ReviewCycle:
    """Let a colleague lead a cycle in somebody's place."""
    return edit_cycle(cycle, by=by, leads=with_another(cycle, of, to))


def hand_series(series: CycleSeries, *, by: User, to: User, of: User) -> CycleSeries:
    """Let a colleague lead the cycles to come of a series in somebody's place."""
    return edit_series(series, by=by, leads=with_another(series, of, to))


def with_another(led: ReviewCycle | CycleSeries, of: User, to: User) -> list[User]:
    """Return who leads when a colleague does in somebody's place."""
    return [*(one for one in led.leads.all() if one.pk not in (of.pk, to.pk)), to]


CARRIED = (
    *BELOW,
    Carried(
        _("Leads a cycle"),
        ReviewCycle,
        lambda rows, who: rows.filter(leads=who, status__in=CYCLES_TO_LEAD),
        hand_cycle,
    ),
    Carried(
        _("Leads a series of cycles"),
        CycleSeries,
        lambda rows, who: rows.filter(leads=who, status__in=SERIES_TO_LEAD),
        hand_series,
    ),
    Carried(
        _("Responsible for a condition"),
        Condition,
        lambda rows, who: rows.awaiting(who).for_list(),
        hand_condition,
    ),
)
