"""What stands behind published practices: the records that a reader may see, and counts for the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lessons.models import Lesson, PracticeVersion, SystemUpdate
from lessons.trace.graph import Graph, Key
from reviews.models import Finding, Observation

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import Record


@dataclass(frozen=True)
class Share:
    """The records of one noun behind a practice, and how many of them the reader may not see."""

    total: int
    hidden: int


@dataclass(frozen=True)
class Lineage:
    """What one practice rests on, and what the lessons behind it changed."""

    lessons: Sequence[Lesson]
    findings: Sequence[Finding]
    observations: Sequence[Observation]
    updates: Sequence[SystemUpdate]
    lesson_count: Share
    finding_count: Share
    observation_count: Share
    organizations: int

    @property
    def shown(self) -> list[Record]:
        """Return the records that the report names."""
        return [*self.lessons, *self.findings, *self.observations, *self.updates]

    def __str__(self) -> str:
        """Say it as counts, which is what a publication shows of private sources."""
        found, seen = self.finding_count, self.observation_count
        if not found.total:
            return _("No finding is recorded behind it.")
        organizations = ngettext("%d organization", "%d organizations", self.organizations)
        parts = [
            ngettext("From %d finding", "From %d findings", found.total) % found.total,
            _("in %s") % (organizations % self.organizations),
        ]
        sentence = " ".join(parts) + _hidden(found)
        if seen.total:
            rests = ngettext("on %d observation", "on %d observations", seen.total) % seen.total
            sentence += _(", resting ") + rests + _hidden(seen)
        return sentence + "."


def _hidden(share: Share) -> str:
    """Say how many of some records are not shown."""
    if not share.hidden:
        return ""
    if share.hidden == share.total:
        return _(" (not shared with you)")
    return _(" (%d of them not shared with you)") % share.hidden


@dataclass
class Links:
    """Which record rests on which, and who owns it: keys only, whoever reads."""

    sources: dict[Key, set[Key]]
    owner_of: dict[Key, Key]

    def behind(self, keys: Iterable[Key]) -> set[Key]:
        """Return everything one step behind the keys."""
        return {source for key in keys for source in self.sources[key]}


def lineages_of(versions: Sequence[PracticeVersion], reader: Reader) -> dict[Key, Lineage]:
    """Return the lineage of each version by its key, in a constant number of queries."""
    graph = Graph(reader)
    graph.walk_back(versions)
    graph.walk_forward([x for x in graph.records.values() if isinstance(x, Lesson)])
    links = _read_links(versions)
    return {version.pk: _lineage(version, graph, links) for version in versions}


def _lineage(version: PracticeVersion, graph: Graph, links: Links) -> Lineage:
    """Join what is visible along a visible path with the counts of everything there is."""
    behind = graph.reach(version.pk, graph.before)
    shown = {noun: [x for x in behind if isinstance(x, noun)] for noun in NOUNS}
    lessons = links.behind([version.pk])
    findings = links.behind(lessons)
    totals = {Lesson: lessons, Finding: findings, Observation: links.behind(findings)}
    shares = {
        noun: Share(len(keys), len(keys - {x.pk for x in shown[noun]}))
        for noun, keys in totals.items()
    }
    after = {key: None for lesson in shown[Lesson] for key in graph.after[lesson.pk]}
    return Lineage(
        lessons=[x for x in shown[Lesson] if x.pk in totals[Lesson]],
        findings=[x for x in shown[Finding] if x.pk in totals[Finding]],
        observations=[x for x in shown[Observation] if x.pk in totals[Observation]],
        updates=[x for x in map(graph.records.get, after) if isinstance(x, SystemUpdate)],
        lesson_count=shares[Lesson],
        finding_count=shares[Finding],
        observation_count=shares[Observation],
        organizations=len({links.owner_of[key] for key in findings}),
    )


def _read_links(versions: Sequence[PracticeVersion]) -> Links:
    """Read the keys behind the versions, three queries; no text ever leaves this function."""
    links = Links(defaultdict(set), {})
    keys = {version.pk for version in versions}
    for table, after, before in LINKS:
        rows = table._default_manager.filter(**{f"{after}__in": keys})
        found = list(rows.values_list(after, before, f"{before}__owner"))
        for key, source, owner in found:
            links.sources[key].add(source)
            links.owner_of[source] = owner
        keys = {source for _key, source, _owner in found}
    return links


NOUNS: tuple[Any, ...] = (Lesson, Finding, Observation)
LINKS: tuple[tuple[Any, str, str], ...] = (
    (PracticeVersion.lessons.through, "practiceversion", "lesson"),
    (Lesson.findings.through, "lesson", "finding"),
    (Finding.observations.through, "finding", "observation"),
)
