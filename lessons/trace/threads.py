"""The thread: five stations from what was seen to what was verified, for one record or a page of rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.states import LESSONS_IN_FORCE, LessonStatus, UpdateStatus
from lessons.trace.gaps import NOT_SHARED, TAKEN_ON, Gap, Gaps, read_gaps
from lessons.trace.graph import Graph, Noun
from reviews.models import Finding, Observation, Review, ReviewCycle
from reviews.states import FINDINGS_THAT_HOLD, ObservationStatus
from tracker.display import Station, Text
from tracker.states import state_of

if TYPE_CHECKING:
    import uuid

    from tracker.access import Reader

OUTCOMES: tuple[Noun, ...] = (SystemUpdate, ResearchDirection, PracticeVersion)
NO_OBSERVATION: frozenset[str] = frozenset(
    {ObservationStatus.DISMISSED, ObservationStatus.DUPLICATE}
)


def threads_for(rows: Iterable[Any], user: Reader) -> dict[uuid.UUID, list[Station]]:
    """Return the five stations of each row by its key; the rows are ones the reader may see.

    A constant number of queries for a whole page of rows, of any of the line's nouns.
    """
    page = list(rows)
    graph = Graph(user)
    graph.walk_forward(page)
    # A review stands on what its findings stand on.
    findings = [x for row in page for x in _of(graph.reach(row.pk, graph.after), Finding)]
    grouped = any(isinstance(row, Review | ReviewCycle) for row in page)
    graph.walk_back([*page, *findings] if grouped else page)
    # A practice is followed through the other outcomes of the lessons behind it.
    behind = _of(list(graph.records.values()), Lesson)
    if any(isinstance(row, PracticeVersion) for row in page) and behind:
        graph.walk_forward(behind)
    gaps = read_gaps(graph)
    return {row.pk: Line(row, gaps).stations() for row in page}


@dataclass
class Line:
    """Everything on the line of one row, as the five stations see it."""

    row: Any
    gaps: Gaps

    def __post_init__(self) -> None:
        graph = self.gaps.graph
        ahead = graph.reach(self.row.pk, graph.after)
        starts = [self.row]
        if isinstance(self.row, Review | ReviewCycle):
            starts += _of(ahead, Finding)
        behind = [x for start in starts for x in graph.reach(start.pk, graph.before)]
        if isinstance(self.row, PracticeVersion):
            for lesson in _of(behind, Lesson):
                ahead += graph.reach(lesson.pk, graph.after)
        line = list({x.pk: x for x in [*behind, *ahead]}.values())
        self.observations = [
            x for x in _of(line, Observation) if x is self.row or x.status not in NO_OBSERVATION
        ]
        self.findings = _of(line, Finding)
        self.lessons = _of(line, Lesson)
        self.outcomes = [x for noun in OUTCOMES for x in _of(line, noun)]
        self.hidden = {
            noun: len({key for x in behind for key in graph.hidden_before[x.pk][noun]})
            for noun in (Observation, Finding, Lesson)
        }

    def stations(self) -> list[Station]:
        """Return the stations in order; behind the first gap, nothing is late yet."""
        stations = [
            self._observation(), self._finding(), self._lesson(), self._outcome(), self._verified()
        ]  # fmt: skip
        broken = False
        for number, station in enumerate(stations):
            if broken and station.state in ("gap", "current"):
                stations[number] = Station(name=station.name, state="ahead")
            broken = broken or station.state in ("gap", "current")
        return stations

    def _observation(self) -> Station:
        name, hidden = _("Observation"), self.hidden[Observation]
        if self.observations:
            state = self.row if self.row in self.observations else None
            label = state.get_status_display() if state and state.status in NO_OBSERVATION else ""
            station = _done(
                name, self.observations, _earliest("occurred_on", self.observations), hidden, label
            )
            first = min(self.observations, key=lambda seen: seen.occurred_on)
            return replace(station, date_precision=first.occurred_precision)
        return self._hidden_or_absent(name, hidden, object)

    def _finding(self) -> Station:
        name, hidden = _("Finding"), self.hidden[Finding]
        holding = [x for x in self.findings if x.status in FINDINGS_THAT_HOLD]
        if own := self._own_gap(holding, Finding):
            return _gap(name, own)
        if holding:
            return _done(name, holding, min(x.review.held_on for x in holding), hidden)
        if self.findings or self.observations:
            before = self._row_or([*self.findings, *self.observations], Finding)
            return self._waiting(name, before, hidden)
        return self._hidden_or_absent(name, hidden, Lesson, *OUTCOMES)

    def _lesson(self) -> Station:
        name, hidden = _("Lesson"), self.hidden[Lesson]
        in_force = [x for x in self.lessons if x.status in LESSONS_IN_FORCE]
        if own := self._own_gap(in_force, Lesson):
            return _gap(name, own)
        if in_force:
            return _done(name, in_force, _earliest("endorsed_at", in_force), hidden)
        if self.lessons or self.findings:
            before = self._row_or([*self.lessons, *self.findings], Lesson)
            return self._waiting(name, before, hidden)
        return self._hidden_or_absent(name, hidden, *OUTCOMES)

    def _outcome(self) -> Station:
        name = _("Outcome")
        taken = [x for x in self.outcomes if state_of(x) in TAKEN_ON]
        if own := self._own_gap(taken, *OUTCOMES):
            return _gap(name, own)
        if taken:
            return _done(name, taken, None, label=_kinds(taken))
        return self._waiting(name, self._row_or([*self.outcomes, *self.lessons], *OUTCOMES))

    def _verified(self) -> Station:
        name = _("Verified")
        if self._own_gap([x for x in self.outcomes if state_of(x) in TAKEN_ON], *OUTCOMES):
            return Station(name=name, state="ahead")
        returned = [x for x in self.lessons if x.status == LessonStatus.REGRESSED]
        if returned:
            return _gap(name, self.gaps.after(returned[0]))
        updates = [x for x in self.outcomes if isinstance(x, SystemUpdate)]
        taken = [x for x in updates if state_of(x) in TAKEN_ON]
        verified = [x for x in taken if x.status == UpdateStatus.VERIFIED]
        part = _("%(part)d of %(all)d") % {"part": len(verified), "all": len(taken)}
        worst = self._longest(taken)
        if worst:
            gap = _gap(name, worst)
            return replace(gap, label=f"{part}: {gap.label}") if verified else gap
        if verified:
            label = part if len(verified) < len(taken) else late_criterion(verified)
            return _done(name, verified, _earliest("verified_on", verified), label=label)
        # Behind an update or a direction, nobody looked at what else its lessons led to.
        followed = not isinstance(self.row, SystemUpdate | ResearchDirection)
        if followed and any(x.status == LessonStatus.LEARNED for x in self.lessons):
            return Station(name=name, state="done", label=NOT_SHARED)
        if taken:
            return Station(name=name, state="current", label=taken[0].get_status_display())
        return Station(name=name, state="ahead")

    def _own_gap(self, arrived: Sequence[Any], *nouns: Noun) -> Gap | None:
        """Return what keeps the row itself from its station; no other record stands in for it."""
        at_station = isinstance(self.row, nouns) and self.row not in arrived
        return self.gaps.after(self.row) if at_station else None

    def _row_or(self, others: Sequence[Any], *nouns: Noun) -> Sequence[Any]:
        """Return the row alone at its own station: its sources' other consequences are not its."""
        return [self.row] if isinstance(self.row, nouns) else others

    def _waiting(self, name: str, before: Sequence[Any], hidden: int = 0) -> Station:
        """Return the gap in front of a station, or that it was passed out of the reader's sight."""
        if hidden or any(self.gaps.has_hidden_next(x) for x in before):
            return Station(name=name, state="done", label=NOT_SHARED, count=_times(hidden))
        worst = self._longest(before)
        return _gap(name, worst) if worst else Station(name=name, state="ahead")

    def _longest(self, records: Sequence[Any]) -> Gap | None:
        found = [gap for gap in map(self.gaps.after, records) if gap]
        return max(found, key=lambda gap: gap.days or 0, default=None)

    def _hidden_or_absent(self, name: str, hidden: int, *later: type) -> Station:
        """Return a station without records: passed unseen, not reached, or left out by a later row."""
        if hidden:
            return Station(name=name, state="done", label=NOT_SHARED, count=_times(hidden))
        if not isinstance(self.row, later):
            return Station(name=name, state="ahead")
        # Behind something hidden nobody can say whether there is more.
        behind_hidden = any(self.hidden.values())
        label = NOT_SHARED if behind_hidden else _("none recorded")
        return Station(name=name, state="absent", label=label)


def late_criterion(verified: Sequence[SystemUpdate]) -> str:
    """Say where nothing of what was verified counts in headlines."""
    return "" if any(one.counts_in_headlines for one in verified) else _("late criterion")


def _of(records: Sequence[Any], noun: Noun) -> list[Any]:
    return [record for record in records if isinstance(record, noun)]


def _done(
    name: str, records: Sequence[Any], date: Any, hidden: int = 0, label: Text = ""
) -> Station:
    url = address_of(records[0]) if len(records) == 1 else ""
    count = _times(len(records) + hidden)
    return Station(name=name, state="done", date=date, url=url, count=count, label=label)


def _gap(name: str, gap: Gap | None) -> Station:
    if gap is None:
        return Station(name=name, state="ahead")
    return Station(name=name, state="gap", label=gap.missing, gap_name=gap.name, gap_days=gap.days)


def _earliest(field: str, records: Collection[Any]) -> Any:
    dates = [getattr(record, field) for record in records]
    return min((date for date in dates if date), default=None)


def _kinds(outcomes: Sequence[Any]) -> str:
    words = {
        SystemUpdate: _("Update"),
        ResearchDirection: _("Research"),
        PracticeVersion: _("Practice"),
    }
    return ", ".join(dict.fromkeys(words[type(outcome)] for outcome in outcomes))


def _times(count: int) -> int | None:
    return count if count > 1 else None


def address_of(record: Any) -> str:
    """Return the address of a record's page."""
    return str(record.get_absolute_url())
