"""How records hang together, and a walk along them that a reader's eyes never leave.

A hidden record ends the walk: what lies beyond it would tell what it is linked to. Hidden *sources*
keep their place as a number, since the visible record says that it rests on them; what somebody
privately makes of a shared record is theirs, so hidden *consequences* are not even counted.
"""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db import models

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from reviews.models import Finding, Observation, Review, ReviewCycle

if TYPE_CHECKING:
    from tracker.access import Reader

Noun = type[models.Model]
Key = uuid.UUID


@dataclass(frozen=True)
class Step:
    """One step forward along the line, and the table and columns that say so."""

    source: Noun
    target: Noun
    table: Noun
    source_column: str
    target_column: str

    def links(self, keys: Collection[Key], forward: bool) -> list[tuple[Key, Key]]:
        """Return the (source, target) pairs that begin, or end, at the keys; one query."""
        column = self.source_column if forward else self.target_column
        rows = self.table._default_manager.filter(**{f"{column}__in": keys})
        pairs = rows.exclude(**{self.target_column: None}).exclude(**{self.source_column: None})
        return list(pairs.values_list(self.source_column, self.target_column).order_by("pk"))


# In the order of the line, so that one pass walks it forward and one pass reversed walks it back.
STEPS: tuple[Step, ...] = (
    Step(ReviewCycle, Review, Review, "cycle_id", "id"),
    Step(Review, Finding, Finding, "review_id", "id"),
    Step(Observation, Observation, Observation, "id", "duplicate_of_id"),
    Step(Observation, Finding, Finding.observations.through, "observation_id", "finding_id"),
    Step(Finding, Finding, Finding, "id", "duplicate_of_id"),
    Step(Finding, Lesson, Lesson.findings.through, "finding_id", "lesson_id"),
    Step(Lesson, Lesson, Lesson, "id", "superseded_by_id"),
    Step(
        Observation,
        SystemUpdate,
        SystemUpdate.observations.through,
        "observation_id",
        "systemupdate_id",
    ),
    Step(Finding, SystemUpdate, SystemUpdate.findings.through, "finding_id", "systemupdate_id"),
    Step(Lesson, SystemUpdate, SystemUpdate.lessons.through, "lesson_id", "systemupdate_id"),
    Step(
        Lesson,
        ResearchDirection,
        ResearchDirection.lessons.through,
        "lesson_id",
        "researchdirection_id",
    ),
    Step(
        Lesson, PracticeVersion, PracticeVersion.lessons.through, "lesson_id", "practiceversion_id"
    ),
)

# What naming a record and its gaps takes.
RELATED: dict[Noun, tuple[str, ...]] = {
    ReviewCycle: (),
    Review: ("owner",),
    Observation: ("owner",),
    Finding: ("owner", "review"),
    Lesson: ("owner", "assignee__organization"),
    SystemUpdate: ("owner", "assignee__organization"),
    ResearchDirection: ("owner", "assignee__organization"),
    PracticeVersion: ("practice", "created_by__organization"),
}


@dataclass
class Graph:
    """The visible records around some seeds; constant number of queries, however many."""

    reader: Reader
    records: dict[Key, Any] = field(default_factory=dict)
    after: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    before: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    # Keys are kept so that a source of two records counts once; they never leave the package.
    hidden_before: dict[Key, dict[Noun, set[Key]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(set))
    )

    def walk_forward(self, seeds: Iterable[Any]) -> None:
        """Fetch what followed from the seeds."""
        reached = self._start(seeds)
        for step in STEPS:
            for source, target in self._take(step, reached, forward=True):
                _add(self.after[source], target)

    def walk_back(self, seeds: Iterable[Any]) -> None:
        """Fetch what the seeds rest on; hidden sources are counted, hidden duplicates are not."""
        reached = self._start(seeds)
        for step in reversed(STEPS):
            for source, target in self._take(step, reached, forward=False):
                if source in self.records:
                    _add(self.before[target], source)
                    # Whoever asks what followed the source learns of this, if not of its siblings.
                    _add(self.after[source], target)
                elif step.source is not step.target:
                    self.hidden_before[target][step.source].add(source)

    def reach(self, key: Key, links: dict[Key, list[Key]]) -> list[Any]:
        """Return a record and everything reached from it along the links, each once."""
        seen, waiting = {key: None}, [key]
        while waiting:
            for neighbour in links.get(waiting.pop(), ()):
                if neighbour not in seen:
                    seen[neighbour] = None
                    waiting.append(neighbour)
        return [self.records[found] for found in seen]

    def _start(self, seeds: Iterable[Any]) -> dict[Noun, set[Key]]:
        reached: dict[Noun, set[Key]] = defaultdict(set)
        for seed in seeds:
            self.records.setdefault(seed.pk, seed)
            reached[type(seed)].add(seed.pk)
        return reached

    def _take(
        self, step: Step, reached: dict[Noun, set[Key]], forward: bool
    ) -> Iterator[tuple[Key, Key]]:
        """Follow one step from what was reached; forward, links to hidden records are dropped."""
        here, there = (step.source, step.target) if forward else (step.target, step.source)
        keys = frozenset(reached[here])
        links = step.links(keys, forward) if keys else []
        ends = {target if forward else source for source, target in links}
        self._fetch(there, ends)
        reached[there] |= ends & self.records.keys()
        return (link for link in links if not forward or link[1] in self.records)

    def _fetch(self, noun: Noun, keys: set[Key]) -> None:
        missing = keys - self.records.keys()
        if missing:
            rows: Any = noun._default_manager
            visible = rows.visible_to(self.reader).filter(pk__in=missing)
            if noun is SystemUpdate:
                visible = visible.with_credit()
            for row in visible.select_related(*RELATED[noun]).order_by("pk"):
                self.records[row.pk] = row


def _add(keys: list[Key], key: Key) -> None:
    if key not in keys:
        keys.append(key)
