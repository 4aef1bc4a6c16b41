"""How the change of a text is shown in place: line by line, then word by word where a line changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal

Kind = Literal["same", "gone", "come", "left_out"]

# A word with the space after it; a line is compared as a whole first.
WORD = re.compile(r"^\s+|\S+\s*")
# Beyond so many comparisons of one with another, the old and the new stand whole, one after the other.
MOST_COMPARISONS = 4_000_000
# How much of an unchanged stretch within a line is shown on either side of a change.
AROUND = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: in both, only before (gone), only after (come), or equal and left out."""

    kind: Kind
    text: str

    @property
    def is_lines(self) -> bool:
        """Say whether what follows begins a line."""
        return self.text.endswith("\n")


def compare(before: str, after: str) -> list[Piece]:
    """Return a text's pieces; together they are both texts, word for word."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(old) * len(new) > MOST_COMPARISONS:
        return list(whole(before, after))
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
    """Yield the pieces of a changed stretch; words are the same whatever space follows them."""
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) * len(new) > MOST_COMPARISONS:
        yield from whole(before, after)
        return
    words, others = ([word.rstrip() for word in side] for side in (old, new))
    steps = SequenceMatcher(None, words, others, autojunk=False).get_opcodes()
    yield from joined(
        piece
        for step, i, j, k, m in steps
        for piece in (
            spaced(old[i:j], new[k:m])
            if step == "equal"
            else whole("".join(old[i:j]), "".join(new[k:m]))
        )
    )


def spaced(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Yield words that are the same, and what differs in the space after them."""
    for before, after in zip(old, new, strict=True):
        word = before.rstrip()
        yield Piece("same", before if before == after else word)
        if before != after:
            yield from whole(before.removeprefix(word), after.removeprefix(word))


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbours of a kind as one: what is the same, or else all that went and then all that came."""
    for is_same, group in groupby(pieces, key=lambda piece: piece.kind == "same"):
        listed = list(group)
        if is_same:
            yield from shortened("".join(piece.text for piece in listed))
            continue
        gone, come = (
            "".join(piece.text for piece in listed if piece.kind == kind)
            for kind in ("gone", "come")
        )
        yield from whole(gone, come)


def shortened(text: str) -> Iterator[Piece]:
    """Yield what is the same within a line, the middle of a long stretch left out."""
    if len(text) <= 3 * AROUND:
        yield Piece("same", text)
        return
    yield Piece("same", text[:AROUND])
    yield Piece("left_out", text[AROUND:-AROUND])
    yield Piece("same", text[-AROUND:])


def whole(before: str, after: str) -> Iterator[Piece]:
    """Yield what has gone and what has come, whichever there is."""
    if before:
        yield Piece("gone", before)
    if after:
        yield Piece("come", after)
