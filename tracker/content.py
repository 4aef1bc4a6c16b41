"""What a record's readers read, as one content, so that a consent is to exactly that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from tracker.material import as_json, canonical, digest_of
from tracker.models import Record


def content_of(record: Record) -> dict[str, Any]:
    """Return what a record says to whoever may read it: its words and what hangs under it.

    Left out are states, which verbs change, and what is the owner's alone. What it names that
    bears a label of its own (systems, sources) is read by that label, so it is no part of this.
    """
    return contents_of([record])[record.pk]


def contents_of(records: Sequence[Record]) -> dict[Any, dict[str, Any]]:
    """Return what records of one noun say, under their keys; a query for each kind of rows under them."""
    contents = {
        record.pk: {
            "noun": record._meta.label_lower,
            "reference": record.reference,
            "owner": record.owner.code,
            **values_of(record, record.content_fields),
        }
        for record in records
    }
    for name, fields in records[0].content_children.items() if records else ():
        for key, rows in rows_under(records, name).items():
            contents[key][name] = [values_of(row, fields) for row in rows]
    return contents


def rows_under(records: Sequence[Record], name: str) -> dict[Any, list[models.Model]]:
    """Return the rows that hang under records of one noun, under their keys, in the order of the rows'."""
    relation: Any = type(records[0])._meta.get_field(name)
    found: dict[Any, list[models.Model]] = {record.pk: [] for record in records}
    rows = relation.related_model._default_manager.filter(**{f"{relation.field.name}__in": found})
    for row in rows.order_by("pk"):
        found[getattr(row, relation.field.attname)].append(row)
    return found


def values_of(row: models.Model, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return some fields as JSON has them."""
    values = {name: getattr(row, name) for name in fields}
    return {name: x if isinstance(x, list) else as_json(x) for name, x in values.items()}


def digest_to_read(record: Record) -> str:
    """Return the SHA-256 of what a record's readers read, in hexadecimal."""
    return digest_of(canonical(content_of(record)))
