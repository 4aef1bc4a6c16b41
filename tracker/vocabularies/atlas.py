"""What of MITRE ATLAS becomes tags: tactics, techniques under their parents, mitigations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from tracker.strict_json import Unreadable, kind_of, step
from tracker.vocabularies.entries import Entry, Vocabulary

SOURCE = "MITRE ATLAS (atlas.mitre.org), Apache License 2.0"
KINDS = ("tactics", "techniques", "mitigations")
MAX_DEPTH = 50
# The C parser is ten times as fast; a PyYAML without libyaml has only the other.
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_atlas(raw: bytes) -> Vocabulary:
    """Read an ATLAS.yaml; case studies are reports, not words, and are left out."""
    found = load(raw)
    if not isinstance(found, dict) or not isinstance(found.get("matrices"), list):
        raise Unreadable("is not an ATLAS file: it has no list of matrices.", "$.matrices")
    version = found.get("version")
    if not isinstance(version, str | int | float) or isinstance(version, bool):
        raise Unreadable("should be the release, like 5.6.0.", "$.version")
    return Vocabulary(
        scheme="atlas",
        version=str(version),
        title="MITRE ATLAS",
        source=SOURCE,
        entries=list(entries_of(found["matrices"])),
    )


def load(raw: bytes) -> Any:
    """Return what a YAML file says, bounded: no aliases, which can grow without end, and no depth."""
    try:
        check_events(raw)
        return yaml.load(raw, Loader=Loader)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1}, column {mark.column + 1})" if mark else ""
        raise Unreadable(f"is not YAML: {getattr(error, 'problem', error)}{where}.") from None


def check_events(raw: bytes) -> None:
    """Refuse aliases and deep nesting while they are still a stream."""
    depth = 0
    for event in yaml.parse(raw, Loader=Loader):
        if isinstance(event, yaml.AliasEvent):
            raise Unreadable("uses YAML aliases, which ATLAS files don't need; it was not read.")
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise Unreadable(f"is nested more than {MAX_DEPTH} levels deep.")


def entries_of(matrices: list[Any]) -> Iterator[Entry]:
    """Yield the tactics, techniques and mitigations of all matrices."""
    for number, matrix in enumerate(matrices):
        path = step("$.matrices", number)
        if not isinstance(matrix, dict):
            raise Unreadable(f"should be an object, is {kind_of(matrix)}.", path)
        for kind in KINDS:
            here = step(path, kind)
            rows = matrix.get(kind, [])
            if not isinstance(rows, list):
                raise Unreadable(f"should be a list, is {kind_of(rows)}.", here)
            for place, row in enumerate(rows):
                yield entry_of(row, step(here, place))


def entry_of(row: Any, path: str) -> Entry:
    """Return one tactic, technique or mitigation; each has an id and a name."""
    if not isinstance(row, dict):
        raise Unreadable(f"should be an object with id and name, is {kind_of(row)}.", path)
    for name, value in (
        ("id", row.get("id")),
        ("name", row.get("name")),
        ("description", row.get("description", "")),
        ("subtechnique-of", row.get("subtechnique-of", "")),
    ):
        if not isinstance(value, str):
            raise Unreadable(f"should be text, is {kind_of(value)}.", step(path, name))
    return Entry(
        code=row["id"].strip(),
        label=row["name"].strip(),
        description=row.get("description", "").strip(),
        parent=row.get("subtechnique-of", ""),
    )
