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
from tracker.models import Record

if TYPE_CHECKING:
    from tracker.history.admitting import Admissions

CHANGED = "pgh_changed_"
# Said by the keys and the times of the story itself, or following from another change; and when
# somebody last signed in, which is nobody else's business.
SAID_OTHERWISE = frozenset({"id", "content_version", "last_login"})
# A child is told in one line: neither its fingerprints, nor on whose behalf, nor its long texts.
TOO_LONG = (models.TextField, models.JSONField, models.BinaryField, models.DateTimeField)
NOT_IN_A_LINE = frozenset(
    {"id", "sha256", "digest", "file", "delegation", "illustrative", "position"}
)

# What a record that belongs to another one tells in a story of its own; in a line it tells its label.
OF_ANY_RECORD = frozenset(one.name for one in Record._meta.fields) - {"label"}


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
    """A kind of row that belongs to a record: its events, what it is called, how it is told.

    `texts` are those that are told beside the line. `above` is the kind of row that it belongs to
    where that is not the record itself: a cycle's positions belong to its items.
    """

    source: type[models.Model]
    events: type[models.Model]
    parents: tuple[str, ...]
    label: str
    fields: tuple[Any, ...]
    # The one record that a row of an automatic table links to; None for any other row.
    target: Any | None = None
    texts: tuple[Any, ...] = ()
    above: Child | None = None


def concrete(model: type[models.Model]) -> type[models.Model]:
    """Return the model that has the table."""
    return model._meta.concrete_model or model


def columns(events: type[models.Model]) -> list[Any]:
    """Return the fields of an event that are its record's."""
    return [one for one in events._meta.fields if not one.name.startswith("pgh_")]


def children_of(model: type[models.Model], above: Child | None = None) -> list[Child]:
    """Return the kinds of rows told in the stories of a model's records, those above others first."""
    found = []
    for source, events in event_models().items():
        of_model = [
            name
            for name in events.belongs_to
            if concrete(events._meta.get_field(name).related_model) is concrete(model)
        ]
        child = child_of(model, source, events, tuple(of_model), above) if of_model else None
        if child is not None:
            found += [child, *(children_of(source, child) if child.target is None else ())]
    return found


def child_of(
    model: type[models.Model],
    source: type[models.Model],
    events: Any,
    parents: tuple[str, ...],
    above: Child | None,
) -> Child | None:
    """Describe one kind of row; None for links that no page shows."""
    untold = {*NOT_IN_A_LINE, *parents, *(OF_ANY_RECORD if issubclass(source, Record) else ())}
    told = [one for one in columns(events) if one.name not in untold]
    link = next((m for m in model._meta.many_to_many if through_of(m) is source), None)
    if link is not None:
        if not link.editable:
            return None
        label = str(link.verbose_name)
        return Child(source, events, parents, label, tuple(told), told[0], above=above)
    texts = tuple(events._meta.get_field(name) for name in getattr(source, "texts_told", ()))
    fields = tuple(one for one in told if not isinstance(one, TOO_LONG))
    # A row between two records of one noun is told by both its ends, one further down by its parent.
    if len(parents) > 1 or above is not None:
        fields += tuple(events._meta.get_field(name) for name in parents)
    label = str(source._meta.verbose_name)
    return Child(source, events, parents, label, fields, texts=texts, above=above)


def through_of(link: Any) -> type[models.Model]:
    """Return the model of the table behind a many-to-many field."""
    return concrete(link.remote_field.through)


def root_lines(record: models.Model, admissions: Admissions) -> list[Line]:
    """Return the events of a record's own row, oldest first; a few queries, no long texts read."""
    model = concrete(type(record))
    events: Any = event_models()[model]
    own = events.objects.filter(pgh_obj=record.pk)
    admitted = admissions.of(model, [record.pk])[record.pk]
    flags = {f"{CHANGED}{one.name}": differs_from_before(one) for one in columns(events)}
    rows = own.annotate(**flags).order_by("pgh_id")
    return [
        line_of(row, model, changed=changed_in(row), admitted=bool(admitted[row["pgh_id"]]))
        for row in rows.values(
            "pgh_id", "pgh_created_at", "pgh_obj_id", "pgh_label", "pgh_context", *flags
        )
    ]


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
    """Yield the events of the rows of one kind that ever belonged to a record, oldest first; one query."""
    fields = (*child.fields, *(child.events._meta.get_field(name) for name in child.parents))
    rows = child.events._default_manager.filter(pgh_obj__in=rows_ever(record, child))
    for row in rows.order_by("pgh_id").values(
        "pgh_id", "pgh_created_at", "pgh_obj_id", "pgh_label", "pgh_context",
        *{one.attname for one in fields},
    ):  # fmt: skip
        values = {one.name: row[one.attname] for one in fields}
        yield line_of(row, child.source, values=values)


def rows_ever(record: models.Model, child: Child) -> Any:
    """Return the keys of the rows of one kind that ever belonged to a record."""
    mine = Q()
    for name in child.parents:
        mine |= (
            Q(**{name: record.pk})
            if child.above is None
            else Q(**{f"{name}__in": rows_ever(record, child.above)})
        )
    return child.events._default_manager.filter(mine).values("pgh_obj")


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
