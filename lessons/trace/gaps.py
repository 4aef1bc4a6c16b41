"""Where the line is broken: what is missing after a record, with whom it waits, since how many days."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.access import is_shared
from lessons.models import Endorsement, Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.states import (
    RESEARCH_TAKEN_ON,
    UPDATES_TAKEN_ON,
    LessonStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateStatus,
)
from lessons.trace.graph import Graph, Key
from reviews.models import Finding, Observation
from reviews.states import FindingStatus, ObservationStatus
from tracker.access import may_know_organization, may_know_person
from tracker.display import Text, waiting_words
from tracker.models import Organization
from tracker.states import state_of

# An outcome that somebody took on; a proposal is only a wish.
TAKEN_ON: frozenset[str] = frozenset(
    {*UPDATES_TAKEN_ON, *RESEARCH_TAKEN_ON, PracticeStatus.PUBLISHED}
)
# An outcome that was given up: the lesson waits again.
GIVEN_UP: frozenset[str] = frozenset(
    {
        UpdateStatus.DECLINED,
        UpdateStatus.ROLLED_BACK,
        UpdateStatus.SUPERSEDED,
        ResearchStatus.DROPPED,
        PracticeStatus.WITHDRAWN,
    }
)


@dataclass(frozen=True)
class Gap:
    """What is missing, who it waits for, and since how many days."""

    missing: Text
    name: str
    days: int | None

    def __str__(self) -> str:
        return f"{self.missing}: {waiting_words(self.name, self.days)}"


@dataclass
class Gaps:
    """Finds the gaps in a graph; what naming them takes was fetched with `read_gaps`."""

    graph: Graph
    partners: Sequence[Organization] = ()
    signed: set[tuple[Key, Key]] = field(default_factory=set)

    def after(self, record: Any) -> Gap | None:
        """Return what should have followed a record by now, or None when the line goes on."""
        finders: dict[type, Callable[[Any], Gap | None]] = {
            Observation: self._after_observation,
            Finding: self._after_finding,
            Lesson: self._after_lesson,
            SystemUpdate: self._after_update,
            ResearchDirection: self._after_research,
            PracticeVersion: self._after_practice,
        }
        finder = finders.get(type(record))
        return finder(record) if finder else None

    def next_to(self, record: Any) -> list[Any]:
        """Return the visible records one step further."""
        return [self.graph.records[key] for key in self.graph.after.get(record.pk, ())]

    def has_hidden_next(self, record: Any) -> bool:
        """Say whether a record's own state tells that something follows which is not shown."""
        told = {
            Observation: (ObservationStatus.CONFIRMED,),
            Finding: (FindingStatus.ADDRESSED, FindingStatus.VERIFIED),
            Lesson: (LessonStatus.ACTIONED, LessonStatus.LEARNED, LessonStatus.REGRESSED),
        }
        return record_state(record) in told.get(type(record), ()) and not self.next_to(record)

    def _after_observation(self, seen: Observation) -> Gap | None:
        reviewed = [x for x in self.next_to(seen) if not isinstance(x, SystemUpdate)]
        if seen.status == ObservationStatus.NEW and not reviewed:
            return Gap(_("No review yet"), self.owner_of(seen), _days(seen.created_at))
        return None

    def _after_finding(self, finding: Finding) -> Gap | None:
        if finding.status == FindingStatus.DRAFT:
            return Gap(_("Not confirmed yet"), self.owner_of(finding), _days(finding.created_at))
        # A containment comes first; it is no lesson.
        following = [x for x in self.next_to(finding) if not isinstance(x, SystemUpdate)]
        lessons = [x for x in following if x.status != LessonStatus.REJECTED]
        if finding.status == FindingStatus.CONFIRMED and not finding.is_positive and not lessons:
            since = finding.review.accepted_at or finding.created_at
            return Gap(_("No lesson yet"), self.owner_of(finding), _days(since))
        return None

    def _after_lesson(self, lesson: Lesson) -> Gap | None:
        if lesson.status == LessonStatus.IDENTIFIED and not _can_be_signed(lesson):
            return Gap(_("Not shared yet"), self.owner_of(lesson), _days(lesson.created_at))
        if lesson.status == LessonStatus.IDENTIFIED:
            return Gap(_("Not endorsed yet"), self._who_signs(lesson), _days(lesson.created_at))
        outcomes = [x for x in self.next_to(lesson) if x.status not in GIVEN_UP]
        waits = lesson.status in (LessonStatus.ENDORSED, LessonStatus.ACTIONED)
        if waits and not outcomes and not self.has_hidden_next(lesson):
            return Gap(_("No outcome yet"), self.who(lesson), _days(lesson.endorsed_at))
        if lesson.status == LessonStatus.REGRESSED:
            return Gap(_("It came back"), self.who(lesson), None)
        return None

    def _after_update(self, update: SystemUpdate) -> Gap | None:
        who = self.who(update)
        if update.status == UpdateStatus.PROPOSED:
            return Gap(_("Not accepted yet"), self.owner_of(update), _days(update.created_at))
        if update.status in (UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS):
            late = update.due_on is not None and update.due_on < timezone.localdate()
            return Gap(_("Due and not shipped"), who, _days(update.due_on)) if late else None
        if update.status == UpdateStatus.SHIPPED:
            return Gap(_("Effect not verified yet"), who, _days(update.shipped_on))
        if update.status == UpdateStatus.NOT_EFFECTIVE:
            return Gap(_("Nothing that works yet"), who, _days(update.verified_on))
        return None

    def _after_research(self, direction: ResearchDirection) -> Gap | None:
        if direction.status == ResearchStatus.PROPOSED:
            return Gap(_("Not adopted yet"), self.owner_of(direction), _days(direction.created_at))
        return None

    def _after_practice(self, version: PracticeVersion) -> Gap | None:
        waits = state_of(version) in (
            PracticeStatus.DRAFT,
            PracticeStatus.JOINT_REVIEW,
            PracticeStatus.APPROVED,
        )
        if waits and not version.is_under_embargo:
            organization = version.created_by.organization
            name = organization.name if organization else str(version.created_by)
            return Gap(_("Not published yet"), name, _days(version.created_at))
        return None

    def who(self, record: Any) -> str:
        """Return the responsible person, where the reader may know them, or the organization."""
        person = record.assignee
        if person is not None and may_know_person(self.graph.reader, person):
            return str(person)
        return self.owner_of(record)

    def owner_of(self, record: Any) -> str:
        """Return the owning organization's name, where the reader may know of it."""
        known = may_know_organization(self.graph.reader, record.owner)
        return str(record.owner.name) if known else _("its owner")

    def _who_signs(self, lesson: Lesson) -> str:
        if lesson.scope == Scope.OWN:
            return self.owner_of(lesson)
        missing = [x.name for x in self.partners if (lesson.pk, x.pk) not in self.signed]
        return ", ".join(missing) or self.owner_of(lesson)


def read_gaps(graph: Graph) -> Gaps:
    """Fetch what naming the gaps of a graph takes; two queries at most."""
    unsigned = [
        record.pk
        for record in graph.records.values()
        if isinstance(record, Lesson) and record.status == LessonStatus.IDENTIFIED
    ]
    gaps = Gaps(graph)
    if unsigned:
        gaps.partners = list(Organization.objects.counting())
        signatures = Endorsement.objects.current().filter(lesson__in=unsigned)
        gaps.signed = set(signatures.values_list("lesson", "organization"))
    return gaps


def record_state(record: Any) -> str:
    """Return a record's state as its slug."""
    return state_of(record)


def _can_be_signed(lesson: Lesson) -> bool:
    """Say whether a lesson is before everyone who signs it; a lead shares a joint one first."""
    return lesson.scope == Scope.OWN or is_shared(lesson)


def _days(since: datetime.date | datetime.datetime | None) -> int | None:
    if since is None:
        return None
    day = timezone.localdate(since) if isinstance(since, datetime.datetime) else since
    return max(0, (timezone.localdate() - day).days)


NOT_SHARED = gettext_lazy("not shared with you")
