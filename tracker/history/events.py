"""Which events make up a record's story: those of its row, and those of the rows that belong to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import BooleanField, F, Func, Q, Window
from django.db.models.functions import Lag

from tracker.history.tracking import event_models

if TYPE_CHECKING:
    from tracker.access import Reader

CHANGED = "pgh_changed_"
LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
# Said by the keys and the times of the story itself, or following from another change.
SAID_OTHERWISE = frozenset({"id", "content_version"})
# A child is told in one line: neither its long texts nor its fingerprints, nor on whose behalf.
TOO_LONG = (models.TextField, models.JSONField, models.BinaryField, models.DateTimeField)
NOT_IN_A_LINE = frozenset({"id", "sha256", "digest", "file", "delegation", "illustrative"})


@dataclass(frozen=True)
class Line:
    """One event, without the long texts of the record's row.

    `values` holds a child's columns by field name. `admitted` says of an event of the record itself
    whether its label then let this reader in; `changed` names the columns that differ.
    """

    at: datetime.datetime
    event: int
    source: type[models.Model]
    row: Any
    kind: str
    context: Mapping[str, str]
    values: Mapping[str, Any] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    admitted: bool = False

    @property
    def step(self) -> str:
        """Return what the events of one step have in common: the run of a verb, or the request."""
        said = self.context
        return said.get("change") or said.get("request") or f"{self.source.__name__} {self.event}"


@dataclass(frozen=True)
class Child:
    """A kind of row that belongs to a record: its events, what it is called, how it is told."""

    source: type[models.Model]
    events: type[models.Model]
    parents: tuple[str, ...]
    label: str
    fields: tuple[Any, ...]
    # The one record that a row of an automatic table links to; None for any other row.
    target: Any | None


def concrete(model: type[models.Model]) -> type[models.Model]:
    """Return the model that has the table."""
    return model._meta.concrete_model or model


def columns(events: type[models.Model]) -> list[Any]:
    """Return the fields of an event that are its record's."""
    return [one for one in events._meta.fields if not one.name.startswith("pgh_")]


def children_of(model: type[models.Model]) -> list[Child]:
    """Return the kinds of rows that belong to a model's records and are told in their stories."""
    found = []
    for source, events in event_models().items():
        of_model = [
            name
            for name in events.belongs_to
            if concrete(events._meta.get_field(name).related_model) is concrete(model)
        ]
        child = child_of(model, source, events, tuple(of_model)) if of_model else None
        if child is not None:
            found.append(child)
    return found


def child_of(
    model: type[models.Model], source: type[models.Model], events: Any, parents: tuple[str, ...]
) -> Child | None:
    """Describe one kind of row; None for links that no page shows."""
    told = [one for one in columns(events) if one.name not in {*NOT_IN_A_LINE, *parents}]
    link = next((m for m in model._meta.many_to_many if through_of(m) is source), None)
    if link is None:
        fields = tuple(one for one in told if not isinstance(one, TOO_LONG))
        if len(parents) > 1:  # a row between two records of one noun is told by both its ends
            fields += tuple(events._meta.get_field(name) for name in parents)
        return Child(source, events, parents, str(source._meta.verbose_name), fields, None)
    if not link.editable:
        return None
    return Child(source, events, parents, str(link.verbose_name), tuple(told), told[0])


def through_of(link: Any) -> type[models.Model]:
    """Return the model of the table behind a many-to-many field."""
    return concrete(link.remote_field.through)


def root_lines(record: models.Model, reader: Reader) -> list[Line]:
    """Return the events of a record's own row, oldest first; a few queries, no long texts read."""
    model = concrete(type(record))
    events: Any = event_models()[model]
    own = events.objects.filter(pgh_obj=record.pk)
    admitted = admitted_among(own, model, reader)
    flags = {f"{CHANGED}{one.name}": differs_from_before(one) for one in columns(events)}
    rows = own.annotate(**flags).order_by("pgh_id")
    return [
        line_of(row, model, changed=changed_in(row), admitted=row["pgh_id"] in admitted)
        for row in rows.values(
            "pgh_id", "pgh_created_at", "pgh_obj_id", "pgh_label", "pgh_context", *flags
        )
    ]


def admitted_among(own: Any, model: Any, reader: Reader) -> set[int]:
    """Return the events whose label let a reader in for as long as the event was the latest.

    An embargo counts where it was over before the next event; one that was lifted or moved before
    its instant never came to be. The earliest instant there is asks for the labels alone.
    """
    rule = model._default_manager.visible_then
    labels = set(own.filter(rule(reader, LONG_AGO)).values_list("pgh_id", flat=True))
    over = set(own.filter(rule(reader)).values_list("pgh_id", flat=True)) - labels
    if not over:
        return labels
    times = list(own.order_by("pgh_id").values_list("pgh_id", "pgh_created_at", "coming_at"))
    following = [at for _event, at, _coming in times[1:]] + [None]
    in_time = {
        event
        for (event, _at, coming), end in zip(times, following, strict=True)
        if end is None or (coming is not None and coming <= end)
    }
    return labels | over & in_time


def differs_from_before(one: Any) -> Func:
    """Return an expression that says whether a column differs from the event before."""
    before = Window(Lag(one.attname), order_by="pgh_id")
    return Func(
        F(one.attname),
        before,
        template="(%(expressions)s)",
        arg_joiner=" IS DISTINCT FROM ",
        output_field=BooleanField(),
    )


def changed_in(row: Mapping[str, Any]) -> frozenset[str]:
    """Return the names of the fields whose flag is set."""
    return frozenset(
        name.removeprefix(CHANGED)
        for name, value in row.items()
        if name.startswith(CHANGED) and value
    )


def child_lines(record: models.Model, child: Child) -> Iterator[Line]:
    """Yield the events of the rows of one kind that belong to a record, oldest first; one query."""
    mine = Q()
    for name in child.parents:
        mine |= Q(**{name: record.pk})
    names = [one.attname for one in child.fields]
    rows = child.events._default_manager.filter(mine).order_by("pgh_id")
    for row in rows.values(
        "pgh_id", "pgh_created_at", "pgh_obj_id", "pgh_label", "pgh_context", *names
    ):
        values = {one.name: row[one.attname] for one in child.fields}
        yield line_of(row, child.source, values=values)


def line_of(row: Mapping[str, Any], source: type[models.Model], **more: Any) -> Line:
    """Return one event as a line."""
    return Line(
        at=row["pgh_created_at"],
        event=row["pgh_id"],
        source=source,
        row=row["pgh_obj_id"],
        kind=row["pgh_label"],
        context=row["pgh_context"] or {},
        **more,
    )
