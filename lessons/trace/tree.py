"""The trace as trees: back to what was seen, forward to what changed, gaps standing where they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.states import PracticeStatus
from lessons.trace.gaps import Gaps, read_gaps
from lessons.trace.graph import Graph, Key, Noun
from lessons.trace.threads import address_of
from reviews.models import Finding, Observation, Review, ReviewCycle
from tracker.display import Text, TraceNode
from tracker.marking import label_of
from tracker.states import Label, state_of

if TYPE_CHECKING:
    from tracker.access import Reader

# What a noun is called where it is hidden, and the field that says when it happened.
HIDDEN: dict[Noun, Text] = {
    Observation: gettext_lazy("An observation"),
    Finding: gettext_lazy("A finding"),
    Review: gettext_lazy("A review"),
    ReviewCycle: gettext_lazy("A review cycle"),
    Lesson: gettext_lazy("A lesson"),
}
# What a record's own state tells to have followed, though it is not shown.
FOLLOWS: dict[Noun, Text] = {
    Observation: HIDDEN[Finding],
    Finding: HIDDEN[Lesson],
    Lesson: gettext_lazy("An outcome"),
}
DATES: dict[Noun, str] = {
    Observation: "occurred_on",
    Review: "held_on",
    ReviewCycle: "starts_on",
    Lesson: "endorsed_at",
    SystemUpdate: "shipped_on",
    ResearchDirection: "concluded_on",
    PracticeVersion: "published_at",
}


@dataclass(frozen=True)
class Trace:
    """A record with what it came from and what it led to; `label` is the strictest of them all.

    `forward_title` names the way forward where it is not the record's own.
    """

    label: Label
    here: TraceNode
    back: Sequence[TraceNode]
    forward: Sequence[TraceNode]
    forward_title: Text = ""


def trace_of(record: Any, user: Reader) -> Trace:
    """Return the trace of a record that the reader may see, in a constant number of queries."""
    graph = Graph(user)
    graph.walk_forward([record])
    findings = [x for x in graph.records.values() if isinstance(x, Finding)]
    starts = [record, *findings] if isinstance(record, Review) else [record]
    graph.walk_back(starts)
    if isinstance(record, Review):
        _let_review_stand_on_observations(graph, record, findings)
    if isinstance(record, PracticeVersion):
        graph.walk_forward([graph.records[key] for key in graph.before[record.pk]])
    gaps = read_gaps(graph)
    back = Branches(graph, gaps, graph.before, {record.pk}).above(record)
    forward = Branches(graph, gaps, graph.after, {record.pk}).below(record)
    label = label_of(graph.records.values())
    if not isinstance(record, PracticeVersion):
        return Trace(label, node_of(record), back, forward)
    beside = [*forward, *_beside(record, graph, gaps)]
    return Trace(label, node_of(record), back, beside, _("What else its lessons led to"))


def _beside(version: PracticeVersion, graph: Graph, gaps: Gaps) -> list[TraceNode]:
    """Return the other outcomes of the lessons behind a practice: they tell whether it worked."""
    branches = Branches(graph, gaps, graph.after, {version.pk})
    lessons = [graph.records[key] for key in graph.before[version.pk]]
    found = []
    for lesson in lessons:
        others = [x for x in branches.below(lesson) if x.reference != version.reference]
        if others:
            found.append(replace(node_of(lesson), is_repeated=True, children=others))
    return found


def _let_review_stand_on_observations(graph: Graph, review: Review, findings: list[Any]) -> None:
    """Give a review the sources of its findings: a review is where these were looked at."""
    for finding in findings:
        graph.before[review.pk] += [
            key
            for key in graph.before.get(finding.pk, ())
            if isinstance(graph.records[key], Observation) and key not in graph.before[review.pk]
        ]
        for noun, keys in graph.hidden_before[finding.pk].items():
            graph.hidden_before[review.pk][noun] |= keys


@dataclass
class Branches:
    """Grows the branches on one side; a record on several paths is drawn in full once."""

    graph: Graph
    gaps: Gaps
    links: dict[Key, list[Key]]
    drawn: set[Key] = field(default_factory=set)

    def above(self, record: Any) -> list[TraceNode]:
        """Return what a record rests on, each with what that rests on; the hidden are counted."""
        nodes = self._branches(record, self.above)
        for noun, keys in self.graph.hidden_before[record.pk].items():
            if new := keys - self.drawn:
                nodes.append(hidden_node(noun, len(new)))
            if again := keys & self.drawn:
                nodes.append(replace(hidden_node(noun, len(again)), is_repeated=True))
            self.drawn |= keys
        return nodes

    def below(self, record: Any) -> list[TraceNode]:
        """Return what followed from a record, each with what followed from that; gaps last."""
        nodes = self._branches(record, self.below)
        if self.gaps.has_hidden_next(record):
            nodes.append(TraceNode(kind=FOLLOWS[type(record)], is_hidden=True))
        gap = self.gaps.after(record)
        return [*nodes, TraceNode(kind="", gap=str(gap))] if gap else nodes

    def _branches(self, record: Any, grow: Any) -> list[TraceNode]:
        nodes = []
        for key in self._worth_drawing(record):
            node = node_of(self.graph.records[key])
            if key in self.drawn:
                nodes.append(replace(node, is_repeated=True))
            else:
                self.drawn.add(key)
                nodes.append(replace(node, children=grow(self.graph.records[key])))
        return nodes

    def _worth_drawing(self, record: Any) -> list[Key]:
        """Leave out versions of a practice that a newer one took the place of."""
        return [
            key
            for key in self.links.get(record.pk, ())
            if state_of(self.graph.records[key]) != PracticeStatus.SUPERSEDED
            or not isinstance(self.graph.records[key], PracticeVersion)
        ]


def node_of(record: Any) -> TraceNode:
    """Return a visible record as a node without branches."""
    kind = _("best practice") if isinstance(record, PracticeVersion) else record._meta.verbose_name
    return TraceNode(
        kind=str(kind)[:1].upper() + str(kind)[1:],
        title=record.title,
        reference=record.reference,
        url=address_of(record),
        noun=_slug(record),
        state=state_of(record),
        state_name=record.get_status_display(),
        date=_date_of(record),
        date_precision=getattr(record, "occurred_precision", "day"),
    )


def _date_of(record: Any) -> Any:
    """Return when something happened rather than when it was recorded."""
    if isinstance(record, Finding):
        return record.review.held_on
    return getattr(record, DATES[type(record)])


def hidden_node(noun: Noun, count: int) -> TraceNode:
    """Return the place of hidden sources: how many of which noun, and nothing else."""
    if count == 1:
        return TraceNode(kind=HIDDEN[noun], is_hidden=True)
    many = {
        Observation: ngettext("%d observation", "%d observations", count),
        Finding: ngettext("%d finding", "%d findings", count),
        Review: ngettext("%d review", "%d reviews", count),
        ReviewCycle: ngettext("%d review cycle", "%d review cycles", count),
        Lesson: ngettext("%d lesson", "%d lessons", count),
    }
    return TraceNode(kind=many[noun] % count, is_hidden=True)


def _slug(record: Any) -> str:
    """Return the noun as the component `status` knows it."""
    name = str(record._meta.model_name)
    return {"systemupdate": "update", "practiceversion": "practice"}.get(name, name)
