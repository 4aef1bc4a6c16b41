"""What a signature binds: the material content of a record, its canonical JSON, digest and differences."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import rfc8785
from django.db.models import Model


@dataclass(frozen=True)
class MaterialRows:
    """Rows under a signed record that are signed with it.

    `relation` is the record's accessor to them; `values` are the lookups from a row that make its
    content, a reference first; `label` is the lookup to the TLP label of what the row names, since
    a signature covers only what every signer can see.
    """

    relation: str
    values: tuple[str, ...]
    label: str


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
    def signed_labels(self) -> tuple[str, ...]: ...


def content_of(record: Any) -> dict[str, Any]:
    """Return the material content of a record as it stands in the database, as far as all signers see it.

    One query for its fields, one for each kind of rows.
    """
    material: Material = record.material
    manager = type(record)._default_manager
    content: dict[str, Any] = {"record": record.reference}
    fields = manager.filter(pk=record.pk).values(*material.fields).get()
    content |= {name: as_json(value) for name, value in fields.items()}
    for rows in material.rows:
        content[rows.relation] = rows_of(record, rows)
    return content


def rows_of(record: Any, rows: MaterialRows) -> list[Any]:
    """Return the content of one kind of rows in a fixed order; a row of one value is that value."""
    seen = getattr(record, rows.relation).filter(**{f"{rows.label}__in": record.signed_labels})
    found = {tuple(map(as_json, row)) for row in seen.values_list(*rows.values)}
    return [row[0] if len(row) == 1 else list(row) for row in sorted(found, key=str)]


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
