"""What differs between two versions of a record, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst

from tracker.history.names import Names, words_of
from tracker.history.versions import State
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
    """Yield the kinds of related records of which some came or went."""
    for name, label in after.relations:
        old, new = before.related(name, names), after.related(name, names)
        removed = tuple(one for one in old if one not in new)
        added = tuple(one for one in new if one not in old)
        if removed or added:
            yield Difference(name, capfirst(label), removed=removed, added=added, is_relation=True)


def is_text(one: models.Field[Any, Any]) -> bool:
    """Say whether a field holds prose, whose change is shown in place."""
    return isinstance(one, models.TextField) or (
        isinstance(one, models.CharField)
        and not one.choices
        and not isinstance(one, models.URLField)
    )
