"""What of the upper floor a cycle of a series takes over: what is still to be done by somebody.

Only what the partners read is put before all of them; what is one side's alone stays on its own lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from lessons.models import Disposition, SystemUpdate
from reviews.models import ReviewCycle
from tracker.access import labelled
from tracker.states import SHARED_LABELS


def still_open(cycle: ReviewCycle) -> Iterator[Any]:
    """Yield the rows of each noun that a cycle takes over from its series."""
    yield unfinished_updates(cycle)
    yield unanswered_dispositions(cycle)


def unfinished_updates(cycle: ReviewCycle) -> Any:
    """Return the open updates about the series' systems, or from lessons of its earlier cycles."""
    series = cycle.series
    assert series is not None, "only a cycle of a series takes over"
    from_it = Q(lessons__findings__review__cycle__series=series)
    about = Q(system__in=series.systems.values("pk"))
    return (
        SystemUpdate.objects.open()
        .filter(labelled(SHARED_LABELS))
        .filter(about | from_it)
        .order_by("id")
        .distinct()
    )


def unanswered_dispositions(cycle: ReviewCycle) -> Any:
    """Return what was asked of the series' systems, or for lessons of its earlier cycles."""
    series = cycle.series
    assert series is not None, "only a cycle of a series takes over"
    from_it = Q(lesson__findings__review__cycle__series=series)
    about = Q(system__in=series.systems.values("pk"))
    shared = labelled(SHARED_LABELS, at="lesson") & labelled(SHARED_LABELS, at="system")
    return (
        Disposition.objects.to_answer()
        .filter(shared)
        .filter(about | from_it)
        .order_by("id")
        .distinct()
    )
