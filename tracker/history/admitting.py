"""When each version of a row let a reader in: by its own label, or by that of what it hangs under.

A version holds from its event to the next one of the same row. A labelled record's own label decides
(`visible_then` of its rows); what has none says in `audience_of` by which of its foreign keys it hangs
under one, and lets in whom that one let in meanwhile; where it names several, whom all of them did. What
has both, as a dependency between systems, lets in whom its label and all of them did.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import models

from tracker.history.tracking import event_models

if TYPE_CHECKING:
    from tracker.access import Reader

Instant = datetime.datetime
# From an instant to another; to None where it goes on.
Period: TypeAlias = tuple[Instant, Instant | None]
# Of one row: the periods in which each of its events let a reader in; none, where it never did.
Admitted: TypeAlias = Mapping[int, tuple[Period, ...]]

LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Admissions:
    """Looks up in bulk, a few queries for each noun, which versions of rows let a reader in."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.known: dict[type[models.Model], dict[Any, Admitted]] = {}

    def of(self, model: Any, keys: Iterable[Any]) -> Mapping[Any, Admitted]:
        """Return, by key, what is known of some rows of a noun; all of them are looked up together."""
        known = self.known.setdefault(model, {})
        missing = {key for key in keys if key is not None} - set(known)
        if missing:
            found = self.under(model, missing) if above(model) else self.labelled(model, missing)
            known.update({key: found.get(key, {}) for key in missing})
        return known

    def labelled(self, model: Any, keys: set[Any]) -> Mapping[Any, Admitted]:
        """Return what the labels of rows admitted.

        An embargo counts where it was over before the next event; one that was lifted or moved before
        its instant never came to be. The earliest instant there is asks for the labels alone.
        """
        rows = event_models()[model].objects.filter(pgh_obj__in=keys)
        rule = model._default_manager.visible_then
        labels = set(rows.filter(rule(self.reader, LONG_AGO)).values_list("pgh_id", flat=True))
        over = set(rows.filter(rule(self.reader)).values_list("pgh_id", flat=True)) - labels
        embargo = [model.embargo_ends] if hasattr(model, "embargo_ends") else []
        found: dict[Any, dict[int, tuple[Period, ...]]] = {}
        for event, row, start, end, coming in stretches(rows, *embargo):
            begins = start if event in labels else coming if event in over else None
            late = begins is None or (end is not None and begins > end)
            found.setdefault(row, {})[event] = () if late else ((max(start, begins), end),)
        return found

    def under(self, model: Any, keys: set[Any]) -> Mapping[Any, Admitted]:
        """Return what the labels admitted of all that rows hang under."""
        rows = event_models()[model].objects.filter(pgh_obj__in=keys)
        fields = [model._meta.get_field(name) for name in above(model)]
        listed = list(stretches(rows, *(one.attname for one in fields)))
        own = self.labelled(model, keys) if is_labelled(model) else None
        periods = [list(own[one[1]][one[0]]) if own else [(one[2], one[3])] for one in listed]
        for place, field in enumerate(fields, start=4):
            admitted = self.of(field.related_model, {one[place] for one in listed})
            for number, one in enumerate(listed):
                open_then = [p for each in admitted.get(one[place], {}).values() for p in each]
                periods[number] = [p for d in periods[number] for p in meanwhile(open_then, d)]
        found: dict[Any, dict[int, tuple[Period, ...]]] = {}
        for one, mine in zip(listed, periods, strict=True):
            found.setdefault(one[1], {})[one[0]] = tuple(mine)
        return found


def has_story(model: Any) -> bool:
    """Say whether it is known who could read a noun's past versions: then its history is shown."""
    return bool(above(model)) or is_labelled(model)


def is_labelled(model: Any) -> bool:
    """Say whether a noun's rows have an audience of their own."""
    return hasattr(model._default_manager, "visible_then")


def above(model: Any) -> tuple[str, ...]:
    """Return the foreign keys by which a noun without a label hangs under one that has."""
    names: tuple[str, ...] = getattr(model, "audience_of", ())
    return names


def stretches(rows: Any, *names: str) -> Iterable[tuple[Any, ...]]:
    """Return of each event its number, its row, from when to when it held, and some columns."""
    asked = rows.order_by("pgh_obj", "pgh_id")
    listed = asked.values_list("pgh_id", "pgh_obj", "pgh_created_at", *names)
    for _row, group in groupby(listed, key=itemgetter(1)):
        events = list(group)
        following = [one[2] for one in events[1:]] + [None]
        for one, end in zip(events, following, strict=True):
            yield (*one[:3], end, *(one[3:] or (None,)))


def meanwhile(periods: Iterable[Period], during: Period) -> Iterable[Period]:
    """Return the parts of periods that lie within another."""
    start, end = during
    for begins, ends in periods:
        first = max(begins, start)
        last = min((one for one in (ends, end) if one is not None), default=None)
        if last is None or first < last:
            yield first, last
