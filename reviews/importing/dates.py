"""Which ways of writing a date are understood, and how much of it each one knows."""

from __future__ import annotations

import datetime
import re

from tracker.states import DatePrecision

PATTERNS = {
    DatePrecision.DAY: ("%Y/%m/%d", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y"),
    DatePrecision.MONTH: ("%Y-%m", "%Y/%m", "%b %Y", "%B %Y"),
    DatePrecision.YEAR: ("%Y",),
}
BEGINS_WITH_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?![0-9])")


def read_date(text: str) -> tuple[datetime.date, DatePrecision] | None:
    """Return the first day that a text may mean, and how exactly it is known; None for no date.

    "03/04/2023" is no date: half of its readers would be wrong about it.
    """
    if BEGINS_WITH_A_DAY.match(text):
        try:
            return datetime.datetime.fromisoformat(text).date(), DatePrecision.DAY
        except ValueError:
            return None
    for precision, patterns in PATTERNS.items():
        for pattern in patterns:
            try:
                found = datetime.datetime.strptime(text, pattern)  # noqa: DTZ007 (a day has no zone)
            except ValueError:
                continue
            return found.date(), precision
    return None
