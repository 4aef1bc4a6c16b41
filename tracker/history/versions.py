"""The versions of a record that its reader gets, and what the record was like at each.

One step is one run of a verb (or one request, or one change by other means). A version is a step in
which something changed that its reader may see, while the record's label admitted them; versions are
counted from the first such one, so that the numbers tell nothing of what came before.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from tracker.access import may_know_inside
from tracker.history.events import (
    SAID_OTHERWISE,
    Child,
    Line,
    child_lines,
    children_of,
    columns,
    concrete,
    root_lines,
)
from tracker.history.names import Names, references_in, words_of
from tracker.history.tracking import DELETE, INSERT, event_models

if TYPE_CHECKING:
    from tracker.access import Reader


@dataclass(frozen=True)
class Version:
    """A record as it stood after one step.

    `end` is where the step ends in the story's lines, `row` the event that holds the record's own
    columns then. `follows_hidden` says that what came just before was not for this reader.
    """

    number: int
    at: datetime.datetime
    context: Mapping[str, str]
    kind: str
    end: int
    row: int
    follows_hidden: bool


@dataclass(frozen=True)
class State:
    """What a record was like: its columns by name, and the rows that belonged to it by kind."""

    told: tuple[Any, ...]
    fields: Mapping[str, Any]
    children: Mapping[str, tuple[Child, tuple[Line, ...]]]

    @property
    def relations(self) -> list[tuple[str, str]]:
        """Return the kinds of related rows: their name and what they are called."""
        return [(name, child.label) for name, (child, _) in self.children.items()]

    def related(self, name: str, names: Names) -> list[str]:
        """Return the related rows of one kind in words, sorted so that their order tells nothing."""
        child, lines = self.children[name]
        return sorted(child_words(child, line, names) for line in lines)


class Story:
    """A record's history as one reader gets it."""

    def __init__(self, record: Any, reader: Reader) -> None:
        self.record = record
        self.reader = reader
        self.names = Names(reader)
        self.children = children_of(type(record))
        self.inside = () if not hides_inside(record, reader) else record.kept_inside
        self.lines = self.visible_lines()
        self.earlier_hidden = False
        self.versions = self.admitted_versions()
        self.rows: dict[int, Any] = {}

    # --- Which versions there are ---------------------------------------------------------------

    def visible_lines(self) -> list[Line]:
        """Return all events of the record, and those of its children that name nothing hidden."""
        of_children = [
            (child, line) for child in self.children for line in child_lines(self.record, child)
        ]
        self.names.learn(
            reference
            for child, line in of_children
            for reference in references_in(child.fields, line.values)
        )
        seen = [line for child, line in of_children if not self.names_hidden(child, line)]
        lines = [*root_lines(self.record, self.reader), *seen]
        return sorted(lines, key=lambda line: (line.at, line.event))

    def names_hidden(self, child: Child, line: Line) -> bool:
        """Say whether a child's row names a record that is not for this reader."""
        return any(self.names.hides(one, line.values[one.name]) for one in child.fields)

    def tells(self, line: Line) -> bool:
        """Say whether an event shows this reader anything new."""
        if not self.is_own(line) or line.kind in (INSERT, DELETE):
            return True
        return bool(line.changed - SAID_OTHERWISE - set(self.inside))

    def is_own(self, line: Line) -> bool:
        """Say whether an event is of the record's own row, not of a row that belongs to it."""
        return line.source is concrete(type(self.record))

    def admitted_versions(self) -> list[Version]:
        """Return the versions that the reader gets, oldest first."""
        found: list[Version] = []
        own: Line | None = None
        end, skipped = 0, False
        for _, step in groupby(self.lines, key=lambda line: line.step):
            lines = list(step)
            end += len(lines)
            own = next((line for line in reversed(lines) if self.is_own(line)), own)
            if own is None or not own.admitted:
                skipped = True
                continue
            told = [line for line in lines if self.tells(line)]
            if not told and found and not skipped:
                continue
            found.append(version_of(lines, own, len(found) + 1, end, skipped))
            self.earlier_hidden |= skipped
            skipped = False
        return found

    # --- What a version was like ----------------------------------------------------------------

    def load(self, versions: Iterable[Version]) -> None:
        """Fetch what the states of some versions take: the rows' columns, and what they name."""
        wanted = {version.row for version in versions} - set(self.rows)
        events: Any = event_models()[concrete(type(self.record))]
        self.rows |= events.objects.in_bulk(wanted)
        fields = self.told()
        self.names.learn(
            reference
            for row in self.rows.values()
            for reference in references_in(
                fields, {one.name: getattr(row, one.attname) for one in fields}
            )
        )
        self.names.learn_actors(version.context for version in self.versions)

    def told(self) -> tuple[Any, ...]:
        """Return the record's fields that this reader gets."""
        events = event_models()[concrete(type(self.record))]
        return tuple(
            one for one in columns(events) if one.name not in {*SAID_OTHERWISE, *self.inside}
        )

    def state(self, version: Version) -> State:
        """Return what the record was like; `load` comes first."""
        row = self.rows[version.row]
        told = self.told()
        values = {one.name: getattr(row, one.attname) for one in told}
        alive: dict[Any, dict[Any, Line]] = {child.source: {} for child in self.children}
        for line in self.lines[: version.end]:
            if self.is_own(line):
                continue
            if line.kind == DELETE:
                alive[line.source].pop(line.row, None)
            else:
                alive[line.source][line.row] = line
        children = {
            name_of(child): (child, tuple(alive[child.source].values())) for child in self.children
        }
        return State(told, values, children)


def has_story(model: Any) -> bool:
    """Say whether a noun's records have a history that is shown: who read them then is known."""
    return hasattr(model._default_manager, "visible_then")


def hides_inside(record: Any, reader: Reader) -> bool:
    """Say whether a record has fields that this reader, being outside its organization, never gets."""
    return bool(getattr(record, "kept_inside", ())) and not may_know_inside(reader, record)


def version_of(lines: list[Line], own: Line, number: int, end: int, skipped: bool) -> Version:
    """Return the version that one step made."""
    last = lines[-1]
    return Version(number, last.at, last.context, last.kind, end, own.event, skipped)


def name_of(child: Child) -> str:
    """Return a kind of related rows as programs name it."""
    return child.label.replace(" ", "_").lower()


def part_words(one: Any, value: Any, names: Names) -> str:
    """Return one field of a related row in words; a bare yes or number says what it is about."""
    if isinstance(value, bool):
        return str(one.verbose_name) if value else ""
    if isinstance(value, int):
        return f"{one.verbose_name} {value}"
    return words_of(one, value, names)


def child_words(child: Child, line: Line, names: Names) -> str:
    """Return one related row in words."""
    if child.target is not None:
        return words_of(child.target, line.values[child.target.name], names)
    told = [part_words(one, line.values[one.name], names) for one in child.fields]
    return ", ".join(words for words in told if words)
