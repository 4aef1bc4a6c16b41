"""What a report of figures holds: figures with what each is counted over, and where its rows stand."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.reports.arithmetic import FEW, Middle, Share
from tracker.display import Text
from tracker.marking import over_column
from tracker.spreadsheets import for_cell
from tracker.states import Label


@dataclass(frozen=True)
class Figure:
    """One figure: its value in words, how many of how many, and the addresses of those rows.

    `count` is None for a median, which is of all that it is counted over; `number` is the value in
    percent or days, None over too few to say.
    """

    name: Text
    value: str
    of: int
    count: int | None = None
    number: float | None = None
    of_url: str = ""
    count_url: str = ""


@dataclass(frozen=True)
class Section:
    """Figures that belong together, and how they are counted."""

    name: Text
    basis: Text
    figures: Sequence[Figure]


def rows_at(page: str, **filters: str) -> str:
    """Return the address of a list that is narrowed to some rows."""
    return f"{reverse(page)}?{urlencode(sorted(filters.items()))}" if filters else reverse(page)


def of_share(name: Text, share: Share, of_url: str, count_url: str = "") -> Figure:
    """Return a share as a figure; over too few it says so."""
    return Figure(
        name, percent_words(share), share.of, share.count, share.percent, of_url, count_url
    )


def percent_words(share: Share) -> str:
    """Say a share in percent; over too few that it can't be said."""
    return too_few() if share.percent is None else f"{share.percent} %"


def of_middle(name: Text, middle: Middle, of_url: str) -> Figure:
    """Return a median as a figure; over too few it says so."""
    if middle.days is None:
        return Figure(name, too_few(), middle.of, of_url=of_url)
    days = f"{middle.days:g}"
    words = ngettext("%s day", "%s days", 1 if middle.days == 1 else 2) % days
    return Figure(name, words, middle.of, number=middle.days, of_url=of_url)


def too_few() -> str:
    """Say that so few were counted that a number would mislead."""
    return _("too few to say")


def few() -> str:
    """Say from when on a number is given."""
    return _("A number is given from %d on.") % FEW


COLUMNS = ("section", "figure", "value", "count", "of", "rows")


def as_csv(sections: Iterable[Section], label: Label, base: str, head: str) -> str:
    """Write one row for each figure; label and head of the whole over the first column."""
    rows = (
        (section.name, one.name, one.value, count_of(one), one.of, base + one.of_url)
        for section in sections
        for one in section.figures
    )
    return csv_of(label, head, COLUMNS, rows)


def count_of(figure: Figure) -> int | str:
    """Return how many a figure counts, nothing for a median."""
    return "" if figure.count is None else figure.count


def csv_of(label: Label, head: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Write rows with the label of the whole, and the history's head, over a column of its own."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow([over_column(label, head), *columns])
    for row in rows:
        writer.writerow([label.label, *(for_cell(cell) for cell in row)])
    return file.getvalue()
