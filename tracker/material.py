"""What a signature binds: the material content of a record, its canonical JSON, digest and differences."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import rfc8785
from django.db.models import Model, Q

from tracker.access import open_to
from tracker.states import Label


@dataclass(frozen=True)
class MaterialRows:
    """Rows under a signed record that are signed with it.

    `relation` is the record's accessor to them; `values` are the lookups from a row that make its
    content, a reference first; `shown_by` holds the lookups from the record to what bears the TLP
    labels that decide, since a signature covers only what every signer can see at this instant. A
    relation can lead over others (`reviews__findings`); `only` narrows its rows further.
    """

    relation: str
    values: tuple[str, ...]
    shown_by: tuple[str, ...]
    only: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Material:
    """What of a record is material: lookups of its own fields, and the rows signed with it."""

    fields: tuple[str, ...]
    rows: tuple[MaterialRows, ...] = ()


class Signed(Protocol):
    """A record that is signed: what of it is material, and which labels every signer can see."""

    pk: Any
    content_version: int
    material: Material

    @property
    def signed_labels(self) -> tuple[Label, ...]: ...


def content_of(record: Any) -> dict[str, Any]:
    """Return the material content of a record as it stands in the database, as far as all signers see it.

    One query for its fields, one for each kind of rows.
    """
    return contents_of([record])[record.pk]


def contents_of(records: Iterable[Any]) -> dict[Any, dict[str, Any]]:
    """Return the material contents of records of one noun by their keys.

    One query for their fields, and one for each kind of rows and each audience of signers.
    """
    records = list(records)
    contents: dict[Any, dict[str, Any]] = {r.pk: {"record": r.reference} for r in records}
    if not records:
        return contents
    material: Material = records[0].material
    found = type(records[0])._default_manager.filter(pk__in=contents)
    for key, *values in found.values_list("pk", *material.fields):
        named = zip(material.fields, values, strict=True)
        contents[key] |= {name: as_json(value) for name, value in named}
    for rows in material.rows:
        for labels in {record.signed_labels for record in records}:
            alike = [record.pk for record in records if record.signed_labels == labels]
            for key, content in rows_of(found.filter(pk__in=alike), rows, labels).items():
                contents[key][rows.relation] = content
    return contents


def rows_of(records: Any, rows: MaterialRows, labels: Sequence[Label]) -> dict[Any, list[Any]]:
    """Return the content of one kind of rows, in a fixed order, of each record of a queryset.

    A row of one value is that value.
    """
    found: dict[Any, set[tuple[Any, ...]]] = {
        key: set() for key in records.values_list("pk", flat=True)
    }
    covered = [open_to(labels, at) for at in rows.shown_by]
    seen = records.filter(*covered, *map(Q, rows.only)).order_by()
    lookups = (f"{rows.relation}__{value}" for value in rows.values)
    for key, *row in seen.values_list("pk", *lookups):
        found[key].add(tuple(map(as_json, row)))
    return {
        key: [row[0] if len(row) == 1 else list(row) for row in sorted(those, key=str)]
        for key, those in found.items()
    }


def as_json(value: Any) -> Any:
    """Return a value as JSON has it: what JSON has no word for, as text."""
    return value if value is None or isinstance(value, (bool, int, str)) else str(value)


def canonical(content: Mapping[str, Any]) -> str:
    """Return the one JSON text of a content (RFC 8785)."""
    return rfc8785.dumps(dict(content)).decode()


def digest_of(text: str) -> str:
    """Return the SHA-256 of a canonical text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def digest_now(record: Model) -> str:
    """Return the digest of a record's material content as it stands."""
    return digest_of(canonical(content_of(record)))


@dataclass(frozen=True)
class Difference:
    """One part of the content that differs: a text before and after, or the rows gone and come."""

    name: str
    before: Any
    after: Any
    removed: tuple[Any, ...] = ()
    added: tuple[Any, ...] = ()


def differences(before: str, after: str) -> list[Difference]:
    """Return what differs between two canonical texts of one record, in the order of its parts."""
    old, new = json.loads(before), json.loads(after)
    names = [*new, *(name for name in old if name not in new)]
    return [
        difference(name, old.get(name), new.get(name))
        for name in names
        if old.get(name) != new.get(name)
    ]


def difference(name: str, old: Any, new: Any) -> Difference:
    """Return how one part differs; rows are compared as sets."""
    if isinstance(old, list) or isinstance(new, list):
        gone, come = missing(old or (), new or ()), missing(new or (), old or ())
        return Difference(name, old, new, removed=gone, added=come)
    return Difference(name, old, new)


def missing(these: Iterable[Any], those: Iterable[Any]) -> tuple[Any, ...]:
    """Return what is among these and not among those."""
    others = list(those)
    return tuple(one for one in these if one not in others)
