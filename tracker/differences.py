"""How what differs between two contents of a record is said: in words, before and after, for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst

from tracker.access import is_partner, organization_of
from tracker.display import Text
from tracker.material import Difference, MaterialRows, canonical, content_of, differences
from tracker.passages import Piece, compare
from tracker.signing import last_signed


@dataclass(frozen=True, slots=True)
class Change:
    """One part that differs: the pieces of its text, or the rows that have gone and come.

    `name` is the part's name for programs; `label` its words.
    """

    name: str
    label: Text
    pieces: tuple[Piece, ...] = ()
    gone: tuple[Text, ...] = ()
    come: tuple[Text, ...] = ()


def changes_since(signature: Any, record: Any, reader: Any) -> list[Change]:
    """Return what differs now from what was signed, as far as a reader may see what it names."""
    return changes_between(signature.content, canonical(content_of(record)), record, reader)


def changes_since_ours(reader: Any, record: Any) -> list[Change]:
    """Return what differs now from what a reader's organization signed last; nothing if it has not."""
    if not is_partner(reader):
        return []
    signature = last_signed(record, organization_of(reader))
    return changes_since(signature, record, reader) if signature is not None else []


def changes_between(before: str, after: str, record: Any, reader: Any) -> list[Change]:
    """Return what differs between two canonical texts of a record; one query for each noun named."""
    return in_words_for(reader, [(record, differences(before, after) if before else [])])[0]


def in_words_for(
    reader: Any, found: Sequence[tuple[Any, Sequence[Difference]]]
) -> list[list[Change]]:
    """Return the differences of several records in words; one query for each noun that they name."""
    names = titles_of(reader, found)
    return [[said(one, type(record), names) for one in those] for record, those in found]


def said(difference: Difference, model: Any, names: Mapping[str, str]) -> Change:
    """Say one difference in words; `names` are the titles that may be said, by reference."""
    label = label_of(model, difference.name)
    rows = rows_named(model, difference.name)
    if rows is None:
        values = (difference.before, difference.after)
        texts = (in_words(model, difference.name, value) for value in values)
        return Change(difference.name, label, pieces=tuple(compare(*texts)))
    gone, come = (
        tuple(row_in_words(model, rows, row, names) for row in side)
        for side in (difference.removed, difference.added)
    )
    return Change(difference.name, label, gone=gone, come=come)


# --- Names ------------------------------------------------------------------------------------


def label_of(model: type[models.Model], name: str) -> Text:
    """Return what a part is called: its field's name in words."""
    if (rows := rows_named(model, name)) is not None:
        return capfirst(str(model_of(model, rows)._meta.verbose_name_plural))
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return capfirst(name.replace("__", " ").replace("_", " "))
    if isinstance(field, models.Field):
        return capfirst(str(field.verbose_name))
    return capfirst(str(field.related_model._meta.verbose_name_plural))


def in_words(model: type[models.Model], name: str, value: Any) -> str:
    """Return a value as people read it: a choice by its label, nothing as an empty text."""
    if value is None:
        return ""
    try:
        choices: Any = getattr(model._meta.get_field(name), "flatchoices", ())
    except FieldDoesNotExist:
        choices = ()
    return str(dict(choices).get(value, value))


def rows_named(model: Any, name: str) -> MaterialRows | None:
    """Return the kind of rows that a part of the content is, or None where it is a field."""
    return next((rows for rows in model.material.rows if rows.relation == name), None)


def titles_of(reader: Any, found: Iterable[tuple[Any, Sequence[Difference]]]) -> dict[str, str]:
    """Return the titles of what differing rows name, by reference, as far as a reader may see them."""
    wanted: dict[Any, set[str]] = {}
    for record, those in found:
        for one in those:
            if rows := rows_named(type(record), one.name):
                references = {first_of(row) for row in (*one.removed, *one.added)}
                wanted.setdefault(noun_named(type(record), rows), set()).update(references)
    return {
        one.reference: str(one)
        for noun, references in wanted.items()
        for one in noun._default_manager.visible_to(reader).filter(reference__in=references)
    }


def noun_named(model: type[models.Model], rows: MaterialRows) -> Any:
    """Return the noun whose reference a kind of rows starts with."""
    named = model_of(model, rows)
    for step in rows.values[0].split("__")[:-1]:
        named = named._meta.get_field(step).related_model
    return named


def first_of(row: Any) -> str:
    """Return the reference that a row of a content starts with."""
    return str(row[0] if isinstance(row, list) else row)


def row_in_words(
    model: type[models.Model], rows: MaterialRows, row: Any, names: Mapping[str, str]
) -> str:
    """Return a row as people read it: "GPT-4 (OAI-SYS-7K3QM), cause in"; unseen, by reference alone."""
    reference, *rest = row if isinstance(row, list) else [row]
    name = f"{names[reference]} ({reference})" if reference in names else str(reference)
    below = model_of(model, rows)
    others = (
        in_words(below, lookup, value) for lookup, value in zip(rows.values[1:], rest, strict=True)
    )
    return ", ".join((name, *filter(None, others)))


def model_of(model: type[models.Model], rows: MaterialRows) -> Any:
    """Return the noun of the rows under a record."""
    below: Any = model
    for step in rows.relation.split("__"):
        below = below._meta.get_field(step).related_model
    return below
