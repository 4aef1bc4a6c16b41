"""What a vocabulary is before it is in the database, and which ones are sound."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

MAX_CODE, MAX_LABEL = 100, 500
SCHEME = re.compile(r"[a-z0-9][a-z0-9-]{0,49}")


@dataclass(frozen=True)
class Entry:
    """A tag to be: `parent` is the code of another entry."""

    code: str
    label: str
    description: str = ""
    parent: str = ""


@dataclass(frozen=True)
class Vocabulary:
    """One version of a scheme, as a file says it."""

    scheme: str
    version: str
    title: str
    source: str
    entries: Sequence[Entry]


def version_order(version: str) -> list[tuple[bool, int, str]]:
    """Return what versions sort by: 2.10 after 2.9, and 2026-02 after 2026-01."""
    parts = re.findall(r"[0-9]+|[^\W\d_]+", version.lower())
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]


def problems(vocabulary: Vocabulary, known: Collection[str] = ()) -> list[str]:
    """Return what is wrong with a vocabulary, in sentences; `known` codes may be named as parents."""
    return [*problems_of_head(vocabulary), *problems_of_entries(vocabulary.entries, known)]


def problems_of_head(vocabulary: Vocabulary) -> list[str]:
    """Return what is wrong with the scheme's own fields."""
    said = []
    if not SCHEME.fullmatch(vocabulary.scheme):
        said.append(
            f"The scheme “{vocabulary.scheme}” should be small letters, digits and hyphens, "
            "like nist-ai-rmf."
        )
    for name, limit in (("version", 50), ("title", 300)):
        if not 0 < len(getattr(vocabulary, name)) <= limit:
            said.append(f"The {name} should have 1 to {limit} characters.")
    if len(vocabulary.source) > 500:
        said.append("The source should have at most 500 characters.")
    return said


def problems_of_entries(entries: Sequence[Entry], known: Collection[str]) -> list[str]:
    """Return what is wrong with the entries: codes, labels, parents."""
    parents = {entry.code: entry.parent for entry in entries}
    said = [
        f"The code {code} is there {count} times."
        for code, count in Counter(entry.code for entry in entries).items()
        if count > 1
    ]
    for entry in entries:
        if not 0 < len(entry.code) <= MAX_CODE:
            said.append(f"The code “{entry.code[:40]}” should have 1 to {MAX_CODE} characters.")
        if not 0 < len(entry.label) <= MAX_LABEL:
            said.append(f"The label of {entry.code} should have 1 to {MAX_LABEL} characters.")
        if "\0" in entry.code + entry.label + entry.description:
            said.append(f"{entry.code!r} has a NUL character in its text.")
        if entry.parent and entry.parent not in parents and entry.parent not in known:
            said.append(f"The parent of {entry.code}, {entry.parent}, does not exist.")
    return said or [f"{code} is its own ancestor." for code in parents if in_a_loop(code, parents)]


def in_a_loop(code: str, parents: dict[str, str]) -> bool:
    """Say whether going up from a code leads back to it."""
    seen: set[str] = set()
    above = parents[code]
    while above and above not in seen:
        if above == code:
            return True
        seen.add(above)
        above = parents.get(above, "")
    return False
