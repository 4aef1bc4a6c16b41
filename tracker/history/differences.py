"""What differs between two versions of a record, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst

from tracker.history.names import Names, words_of
from tracker.history.versions import State, child_name
from tracker.passages import Piece, compare


@dataclass(frozen=True)
class Difference:
    """One field that differs: before and after, or for related records what came and went.

    `pieces` show a text's change in place; there are none where before and after say it better.
    """

    name: str
    label: str
    before: str = ""
    after: str = ""
    pieces: tuple[Piece, ...] = ()
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
        label = capfirst(str(one.verbose_name))
        pieces = compare(old_words, new_words) if is_text(one) and old_words else ()
        yield Difference(one.name, label, old_words, new_words, tuple(pieces))


def relation_differences(before: State, after: State, names: Names) -> Iterator[Difference]:
    """Yield the kinds of related records of which some came or went, and what changed in the others."""
    for name, label in after.relations:
        old, new = before.words_by_row(name, names), after.words_by_row(name, names)
        removed, added = words_without(old, new), words_without(new, old)
        if removed or added:
            yield Difference(name, capfirst(label), removed=removed, added=added, is_relation=True)
        for row, words in old.items():
            if row in new and new[row] != words:
                pieces = tuple(compare(words, new[row]))
                yield Difference(name, capfirst(label), words, new[row], pieces)
        yield from text_differences(name, before, after, names)


def words_without(rows: Mapping[Any, str], others: Mapping[Any, str]) -> tuple[str, ...]:
    """Return what rows are called that are not among others, sorted so that their order tells nothing."""
    said = set(others.values())
    return tuple(
        sorted(words for row, words in rows.items() if row not in others and words not in said)
    )


def text_differences(name: str, before: State, after: State, names: Names) -> Iterator[Difference]:
    """Yield the long texts of related rows of one kind that differ, or came with their row."""
    child, lines = after.children[name]
    earlier = {line.row: line for line in before.children[name][1]}
    for line in lines:
        old = before.texts_of(earlier[line.row]) if line.row in earlier else {}
        new = after.texts_of(line)
        for one in child.texts:
            words = (old.get(one.name, ""), new.get(one.name, ""))
            if words[0] != words[1]:
                label = (
                    f"{capfirst(child.label)} {child_name(child, line, names)}: {one.verbose_name}"
                )
                pieces = compare(*words) if words[0] else ()
                yield Difference(f"{name}.{one.name}", label, *words, tuple(pieces))


def is_text(one: models.Field[Any, Any]) -> bool:
    """Say whether a field holds prose, whose change is shown in place."""
    return isinstance(one, models.TextField) or (
        isinstance(one, models.CharField)
        and not one.choices
        and not isinstance(one, models.URLField)
    )
