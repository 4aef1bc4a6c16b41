"""How what differs between two contents of a record is said: in words, before and after, for one reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst

from tracker.access import is_partner, organization_of
from tracker.display import Text
from tracker.material import Difference, MaterialRows, canonical, content_of, differences
from tracker.signing import last_signed

Kind = Literal["same", "gone", "come", "left_out"]

# A word with the space after it; a line is compared as a whole first.
WORD = re.compile(r"^\s+|\S+\s*")
# Beyond this many words in one stretch the old and the new stand whole, one after the other.
MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: in both, only before (gone), only after (come), or equal and left out."""

    kind: Kind
    text: str


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
    """Return what differs between two canonical texts of a record; one query for each kind of rows."""
    if not before:
        return []
    return [said(one, record, reader) for one in differences(before, after)]


def said(difference: Difference, record: Any, reader: Any) -> Change:
    """Say one difference in words."""
    label = label_of(type(record), difference.name)
    rows = next((r for r in record.material.rows if r.relation == difference.name), None)
    if rows is None:
        words = (
            in_words(type(record), difference.name, value)
            for value in (difference.before, difference.after)
        )
        return Change(difference.name, label, pieces=tuple(compare(*words)))
    names = names_of_rows(type(record), rows, (*difference.removed, *difference.added), reader)
    gone, come = (
        tuple(row_in_words(type(record), rows, row, names) for row in side)
        for side in (difference.removed, difference.added)
    )
    return Change(difference.name, label, gone=gone, come=come)


# --- Texts ------------------------------------------------------------------------------------


def compare(before: str, after: str) -> list[Piece]:
    """Return a text's pieces, line by line and word by word where a line changed."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    pieces: list[Piece] = []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (step, i, j, k, m) in enumerate(steps):
        if step == "equal":
            pieces += around(old[i:j], is_first=number == 0, is_last=number == len(steps) - 1)
        else:
            pieces += compare_words("".join(old[i:j]), "".join(new[k:m]))
    return pieces


def around(lines: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[Piece]:
    """Yield the line before and the line after a change, and leave out those further away."""
    head, tail = (0 if is_first else 1), (0 if is_last else 1)
    if len(lines) <= head + tail:
        yield Piece("same", "".join(lines))
        return
    if head:
        yield Piece("same", lines[0])
    yield Piece("left_out", "".join(lines[head : len(lines) - tail]))
    if tail:
        yield Piece("same", lines[-1])


def compare_words(before: str, after: str) -> Iterator[Piece]:
    """Yield the pieces of a changed stretch."""
    old, new = WORD.findall(before), WORD.findall(after)
    if max(len(old), len(new)) > MOST_WORDS:
        yield from whole(before, after)
        return
    for step, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if step == "equal":
            yield Piece("same", "".join(old[i:j]))
        else:
            yield from whole("".join(old[i:j]), "".join(new[k:m]))


def whole(before: str, after: str) -> Iterator[Piece]:
    """Yield what has gone and what has come, whichever there is."""
    if before:
        yield Piece("gone", before)
    if after:
        yield Piece("come", after)


# --- Names ------------------------------------------------------------------------------------


def label_of(model: type[models.Model], name: str) -> Text:
    """Return what a part is called: its field's name in words."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return capfirst(name.replace("_", " "))
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


def names_of_rows(
    model: type[models.Model], rows: MaterialRows, found: Iterable[Any], reader: Any
) -> dict[str, str]:
    """Return the titles of what rows name, by reference, as far as a reader may see them."""
    named: Any = model._meta.get_field(rows.relation).related_model
    for step in rows.values[0].split("__")[:-1]:
        named = named._meta.get_field(step).related_model
    references = [row[0] if isinstance(row, list) else row for row in found]
    seen = named._default_manager.visible_to(reader).filter(reference__in=references)
    return {one.reference: str(one) for one in seen}


def row_in_words(
    model: type[models.Model], rows: MaterialRows, row: Any, names: dict[str, str]
) -> str:
    """Return a row as people read it: "GPT-4 (OAI-SYS-7K3QM), cause in"; unseen, by reference alone."""
    reference, *rest = row if isinstance(row, list) else [row]
    name = f"{names[reference]} ({reference})" if reference in names else str(reference)
    below: Any = model._meta.get_field(rows.relation).related_model
    others = (
        in_words(below, lookup, value) for lookup, value in zip(rows.values[1:], rest, strict=True)
    )
    return ", ".join((name, *filter(None, others)))
