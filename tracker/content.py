"""What a record's readers read, as one content, so that a consent is to exactly that."""

from __future__ import annotations

from typing import Any

from django.db import models

from tracker.material import as_json, canonical, digest_of
from tracker.models import Record


def content_of(record: Record) -> dict[str, Any]:
    """Return what a record says to whoever may read it: its words and what hangs under it.

    Left out are states, which verbs change, and what is the owner's alone. What it names that
    bears a label of its own (systems, sources) is read by that label, so it is no part of this.
    """
    return {
        "noun": record._meta.label_lower,
        "reference": record.reference,
        "owner": record.owner.code,
        **values_of(record, record.content_fields),
        **{
            name: [values_of(row, fields) for row in getattr(record, name).order_by("pk")]
            for name, fields in record.content_children.items()
        },
    }


def values_of(row: models.Model, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return some fields as JSON has them."""
    values = {name: getattr(row, name) for name in fields}
    return {name: x if isinstance(x, list) else as_json(x) for name, x in values.items()}


def digest_to_read(record: Record) -> str:
    """Return the SHA-256 of what a record's readers read, in hexadecimal."""
    return digest_of(canonical(content_of(record)))
