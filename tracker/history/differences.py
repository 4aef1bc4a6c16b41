"""What differs between two versions of a record, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django.db import models
from django.utils.translation import gettext as _

from tracker.history.names import Names, words_of
from tracker.history.versions import State

Kind = Literal["same", "out", "in"]
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
# Above so many comparisons a difference by words takes seconds; then lines are compared instead.
TOO_MANY = 4_000_000
# How much of an unchanged passage is shown on either side of a change.
AROUND = 160


@dataclass(frozen=True)
class Part:
    """A passage of a text: the same in both versions, taken out, or put in."""

    kind: Kind
    text: str


@dataclass(frozen=True)
class Difference:
    """One field that differs: before and after, or for related records what came and went.

    `parts` shows a text's change in place; it is empty where before and after say it better.
    """

    name: str
    label: str
    before: str = ""
    after: str = ""
    parts: tuple[Part, ...] = ()
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    is_relation: bool = False


def differences(before: State, after: State, names: Names) -> list[Difference]:
    """Return what differs for this reader; what they may not know of makes no difference."""
    return [*field_differences(before, after, names), *relation_differences(before, after, names)]


def field_differences(before: State, after: State, names: Names) -> Iterator[Difference]:
    """Yield the fields whose words differ."""
    for one in after.told:
        old, new = before.fields.get(one.name), after.fields.get(one.name)
        if old == new:
            continue
        old_words, new_words = words_of(one, old, names), words_of(one, new, names)
        if old_words == new_words:
            continue
        label = capitalized(str(one.verbose_name))
        parts = text_parts(old_words, new_words) if is_text(one) and old_words else ()
        yield Difference(one.name, label, old_words, new_words, parts)


def relation_differences(before: State, after: State, names: Names) -> Iterator[Difference]:
    """Yield the kinds of related records of which some came or went."""
    for name, label in after.relations:
        old, new = before.related(name, names), after.related(name, names)
        removed = tuple(one for one in old if one not in new)
        added = tuple(one for one in new if one not in old)
        if removed or added:
            yield Difference(
                name, capitalized(label), removed=removed, added=added, is_relation=True
            )


def is_text(one: models.Field[Any, Any]) -> bool:
    """Say whether a field holds prose, whose change is shown in place."""
    return isinstance(one, models.TextField) or (
        isinstance(one, models.CharField)
        and not one.choices
        and not isinstance(one, models.URLField)
    )


def capitalized(label: str) -> str:
    """Return a label as a line begins."""
    return label[:1].upper() + label[1:]


def text_parts(before: str, after: str) -> tuple[Part, ...]:
    """Return a text's change in place: by words, by lines where it is long, whole where it is huge."""
    for pattern in (TOKEN, LINE):
        old, new = pattern.findall(before), pattern.findall(after)
        if len(old) * len(new) <= TOO_MANY:
            return tuple(shortened(merged(compared(old, new))))
    return Part("out", before), Part("in", after)


def compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    """Yield the passages of two sequences of words or lines."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Part("same", "".join(old[i1:i2]))
            continue
        yield Part("out", "".join(old[i1:i2]))
        yield Part("in", "".join(new[j1:j2]))


def merged(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield passages with a lone space between two changes made part of them; else words flicker."""
    out, new = "", ""
    for part in [*parts, Part("same", "\0")]:
        if part.kind == "same" and (part.text.strip(" ") or not (out or new)):
            if out:
                yield Part("out", out)
            if new:
                yield Part("in", new)
            out = new = ""
            if part.text != "\0":
                yield part
        else:
            out += part.text if part.kind in ("out", "same") else ""
            new += part.text if part.kind in ("in", "same") else ""


def shortened(parts: Iterator[Part]) -> Iterator[Part]:
    """Yield passages with what is the same over a long stretch left out."""
    listed = list(parts)
    for number, part in enumerate(listed):
        if part.kind != "same" or len(part.text) <= 3 * AROUND:
            yield part
            continue
        head = part.text[:AROUND] if number else ""
        tail = part.text[-AROUND:] if number + 1 < len(listed) else ""
        yield Part("same", f"{head} {_('[…]')} {tail}")
