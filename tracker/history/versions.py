"""The versions of a record that its reader gets, and what the record was like at each.

One step is one run of a verb (or one request, or one change by other means). A version is a step in
which something changed that its reader may see, while the record's label admitted them; versions are
counted from the first such one, so that the numbers tell nothing of what came before.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeAlias

from django.db import models

from tracker.access import may_know_inside
from tracker.history.admitting import Admissions, has_story
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
from tracker.history.tracking import DELETE, UPDATE, event_models
from tracker.models import Record
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access import Reader


# The rows that belong to a record, by kind and key, as their last event has them.
Alive: TypeAlias = dict[type[models.Model], dict[Any, Line]]


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
    texts: Mapping[tuple[type[models.Model], int], Mapping[str, str]]

    @property
    def relations(self) -> list[tuple[str, str]]:
        """Return the kinds of related rows: their name and what they are called."""
        return [(name, child.label) for name, (child, _) in self.children.items()]

    def words_by_row(self, name: str, names: Names) -> dict[Any, str]:
        """Return the related rows of one kind in words, by their keys."""
        child, lines = self.children[name]
        return {line.row: child_words(child, line, names) for line in lines}

    def texts_of(self, line: Line) -> Mapping[str, str]:
        """Return the long texts of a related row by field; none where its kind has none."""
        return self.texts.get((line.source, line.event), {})


class Story:
    """A record's history as one reader gets it."""

    def __init__(self, record: Any, reader: Reader) -> None:
        self.record = record
        self.reader = reader
        self.names = Names(reader)
        self.admissions = Admissions(reader)
        self.children = children_of(type(record))
        self.kinds = {child.source: child for child in self.children}
        self.inside = () if not hides_inside(record, reader) else record.kept_inside
        self.lines = list(self.belonging(self.visible_lines()))
        self.earlier_hidden = False
        self.versions = self.admitted_versions()
        self.rows: dict[int, Any] = {}
        self.texts: dict[tuple[type[models.Model], int], Mapping[str, str]] = {}
        self.alive: dict[int, Alive] = {}

    # --- Which versions there are ---------------------------------------------------------------

    def visible_lines(self) -> list[Line]:
        """Return all events of the record, and those of other rows that show nothing hidden."""
        of_children = [
            (child, line) for child in self.children for line in child_lines(self.record, child)
        ]
        self.names.learn(
            reference
            for child, line in of_children
            for reference in references_in(child.fields, line.values)
        )
        seen = [line for child, line in of_children if not self.names_hidden(child, line)]
        lines = [*root_lines(self.record, self.admissions), *self.admitted_then(seen)]
        return sorted(lines, key=lambda line: (line.at, line.event))

    def names_hidden(self, child: Child, line: Line) -> bool:
        """Say whether a child's row names a record that is not for this reader."""
        return any(self.names.hides(one, line.values[one.name]) for one in child.fields)

    def admitted_then(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield the events of rows whose audience, where it is not the record's, let the reader in."""
        listed = list(lines)
        for source in {line.source for line in listed if has_story(line.source)}:
            self.admissions.of(source, {line.row for line in listed if line.source is source})
        for line in listed:
            known = self.admissions.known.get(line.source)
            if known is None or known[line.row][line.event]:
                yield line

    def belonging(self, lines: Iterable[Line]) -> Iterator[Line]:
        """Yield events while their rows belong to the record; one that goes elsewhere is gone then."""
        alive: Alive = {child.source: {} for child in self.children}
        for line in lines:
            if self.is_own(line):
                yield line
                continue
            if line.kind == DELETE or not self.is_under(line, alive):
                if line.row not in alive[line.source]:
                    continue
                line = replace(line, kind=DELETE)
            self.place(alive, line)
            yield line

    def is_under(self, line: Line, alive: Alive) -> bool:
        """Say whether a row belongs to the record, or to a row that does."""
        child = self.kinds[line.source]
        parents = [line.values[name] for name in child.parents]
        if child.above is None:
            return self.record.pk in parents
        return any(parent in alive[child.above.source] for parent in parents)

    def place(self, alive: Alive, line: Line) -> None:
        """Put a row among those there are, or take it and what is under it away."""
        if line.kind != DELETE:
            alive[line.source][line.row] = line
            return
        alive[line.source].pop(line.row, None)
        for child in self.children:
            if child.above is not None and child.above.source is line.source:
                for below in list(alive[child.source].values()):
                    if line.row in [below.values[name] for name in child.parents]:
                        self.place(alive, replace(below, kind=DELETE))

    def tells(self, line: Line) -> bool:
        """Say whether an event shows this reader anything new."""
        if not self.is_own(line) or line.kind != UPDATE:
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

    def labels(self) -> list[Label]:
        """Return the labels that the record bore at the versions that the reader gets; one query."""
        model = concrete(type(self.record))
        if not issubclass(model, Record):
            return []
        rows: Any = event_models()[model]
        wanted = {version.row for version in self.versions}
        found = rows.objects.filter(pgh_id__in=wanted).values_list("label", flat=True).distinct()
        return [Label(one) for one in found.order_by()]

    # --- What a version was like ----------------------------------------------------------------

    def load(self, versions: Sequence[Version]) -> None:
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
        self.walk(versions)
        self.load_texts(versions)

    def walk(self, versions: Iterable[Version]) -> None:
        """Note which rows belonged to the record at some versions; all are walked to once."""
        wanted = {version.end for version in versions} - set(self.alive)
        alive: Alive = {child.source: {} for child in self.children}
        for end, line in enumerate(self.lines if wanted else (), start=1):
            if not self.is_own(line):
                self.place(alive, line)
            if end in wanted:
                self.alive[end] = {source: dict(rows) for source, rows in alive.items()}

    def load_texts(self, versions: Iterable[Version]) -> None:
        """Fetch the long texts of the rows that belonged to the record at some versions."""
        ends = [self.alive[version.end] for version in versions]
        for child in self.children:
            names = [one.name for one in child.texts]
            events = {line.event for alive in ends for line in alive[child.source].values()}
            missing = {one for one in events if (child.source, one) not in self.texts}
            rows = child.events._default_manager.filter(pgh_id__in=missing)
            for row in rows.values("pgh_id", *names) if names and missing else ():
                self.texts[child.source, row["pgh_id"]] = {name: row[name] for name in names}

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
        alive = self.alive[version.end]
        children = {
            name_of(child): (child, tuple(alive[child.source].values())) for child in self.children
        }
        return State(told, values, children, self.texts)


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


def child_name(child: Child, line: Line, names: Names) -> str:
    """Return what one related row is called for short: by the first words of its line."""
    told = (part_words(one, line.values[one.name], names) for one in child.fields)
    return next((words for words in told if words), child.label)
