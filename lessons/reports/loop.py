"""The loop at a glance: how far the observations that a reader may see have come.

Each step counts observations and lies within the one before it, so the bars never grow:

- *seen*: observations, without those dismissed or found to be duplicates;
- *finding*: of these, those with a finding that a review stands behind;
- *lesson*: of these, those one of whose such findings led to a lesson that was not rejected;
- *outcome*: of these, those one of whose such lessons led to a system update or a direction for
  research that was taken on, or to a practice that was published;
- *verified*: of these, those one of whose such updates was verified effective.

The denominator of every share is the first step. Every record on the way is one that the reader may
see, so no secret total can be read off. Filters narrow the practices, not these observations, many of
which led to none; the words beside the chart say so. Whoever is not signed in gets the lineage of the
practices shown instead, which these state anyway: all of it led to a finding, a lesson and a
published practice, and what is verified is counted along public lessons and updates only. Where
none of these is public, the last step is left out: not known is not none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.reports.sheet import rows_at
from lessons.states import (
    RESEARCH_TAKEN_ON,
    UPDATES_TAKEN_ON,
    LessonStatus,
    UpdateStatus,
)
from reviews.models import Finding, Observation
from reviews.states import ObservationStatus
from tracker.access import current_label
from tracker.display import LoopStep
from tracker.marking import narrowest
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access import Reader

Rows = QuerySet[Any]

NOT_COUNTED = (ObservationStatus.DISMISSED, ObservationStatus.DUPLICATE)


@dataclass(frozen=True)
class Loop:
    """The steps, what they are counted over in words, and the strictest label that was counted."""

    basis: str
    steps: Sequence[LoopStep]
    label: Label


def loop_for(reader: Reader, shown: QuerySet[PracticeVersion], is_narrowed: bool = False) -> Loop:
    """Count the loop for a reader; six queries at most, whatever the size.

    `shown` are the practices on the page, which is all that the public is counted; `is_narrowed`
    says that filters left some out.
    """
    if not reader.is_authenticated:
        return _public_loop(reader, shown)
    loop = _own_loop(reader)
    note = _("The filters narrow the practices below, not these figures.")
    return replace(loop, basis=f"{loop.basis} {note}") if is_narrowed else loop


COUNTED_OBSERVATIONS: Mapping[str, Any] = {
    "seen": gettext_lazy("Seen"),
    "finding": gettext_lazy("Became a finding"),
    "lesson": gettext_lazy("Became a lesson"),
    "outcome": gettext_lazy("Led to an outcome"),
    "verified": gettext_lazy("Outcome verified"),
}


def steps_of(reader: Reader) -> dict[str, Rows]:
    """Return the observations that came as far as each step, of those that a reader may see."""
    seen = Observation.objects.visible_to(reader).exclude(status__in=NOT_COUNTED)
    findings = Finding.objects.visible_to(reader).that_hold()
    lessons = Lesson.objects.visible_to(reader).exclude(status=LessonStatus.REJECTED)
    acted, verified = (
        lessons.filter(_acted_on(reader)),
        lessons.filter(_updated(reader, UpdateStatus.VERIFIED)),
    )
    came_on = {"lesson": lessons, "outcome": acted, "verified": verified}
    return {
        "seen": seen,
        "finding": _from(seen, findings),
        **{step: _from(seen, _leading_to(findings, rows)) for step, rows in came_on.items()},
    }


def observations_counted(reader: Reader, step: str) -> Rows:
    """Return the observations behind a figure of the loop."""
    return steps_of(reader)[step]


def _own_loop(reader: Reader) -> Loop:
    rows = steps_of(reader)
    counts = [one.count() for one in rows.values()]
    labels = rows["seen"].order_by().values_list(current_label(), flat=True).distinct()
    basis = _(
        "Of the observations that you may read, without duplicates and dismissed ones, along records "
        "that you may read. Each step is part of the one before; shares are of the first. What was"
        " verified by a late criterion is among them, though it counts in no headline of Learning."
    )
    steps = [
        replace(step, url=rows_at("observation-list", counted=name))
        for name, step in zip(rows, _steps(counts), strict=True)
    ]
    return Loop(basis, steps, narrowest(map(Label, labels)))


def _public_loop(reader: Reader, shown: QuerySet[PracticeVersion]) -> Loop:
    behind = Lesson.objects.filter(
        _linked(PracticeVersion.lessons.through, "lesson", practiceversion__in=shown)
    )
    seen = _from(Observation.objects.all(), _leading_to(Finding.objects.all(), behind))
    public = Lesson.objects.visible_to(reader).filter(pk__in=behind.order_by().values("pk"))
    verified = _from(
        seen,
        _leading_to(Finding.objects.all(), public.filter(_updated(reader, UpdateStatus.VERIFIED))),
    )
    counts = [seen.count()] * 4
    basis = _(
        "Of the observations behind the practices shown here, as their lineage states them: each of "
        "these became a practice. Shares are of the first step."
    )
    if public.filter(_updated(reader, *UPDATES_TAKEN_ON)).exists():
        counts.append(verified.count())
        basis += " " + _("Verified is what public updates show.")
    else:
        basis += " " + _("Whether the changes worked is not public yet.")
    return Loop(basis, _steps(counts), Label.CLEAR)


def _steps(counts: Sequence[int]) -> list[LoopStep]:
    names = (
        _("Observations"),
        _("Became a finding"),
        _("Became a lesson"),
        _("Led to an outcome"),
        _("Outcome verified"),
    )
    whole = counts[0] or 1
    return [
        LoopStep(name, count, count / whole) for name, count in zip(names, counts, strict=False)
    ]


def _acted_on(reader: Reader) -> Q:
    """Match lessons with an outcome that was taken on."""
    research = ResearchDirection.objects.visible_to(reader).filter(status__in=RESEARCH_TAKEN_ON)
    practices = PracticeVersion.objects.visible_to(reader).public()
    return (
        _updated(reader, *UPDATES_TAKEN_ON)
        | _linked(ResearchDirection.lessons.through, "lesson", researchdirection__in=research)
        | _linked(PracticeVersion.lessons.through, "lesson", practiceversion__in=practices)
    )


def _updated(reader: Reader, *states: str) -> Q:
    """Match lessons with an update in one of some states."""
    updates = SystemUpdate.objects.visible_to(reader).filter(status__in=states)
    return _linked(SystemUpdate.lessons.through, "lesson", systemupdate__in=updates)


def _leading_to(findings: Rows, lessons: Rows) -> Rows:
    """Narrow findings to those that led to one of the lessons."""
    return findings.filter(_linked(Lesson.findings.through, "finding", lesson__in=lessons))


def _from(observations: Rows, findings: Rows) -> Rows:
    """Narrow observations to those that led to one of the findings."""
    return observations.filter(
        _linked(Finding.observations.through, "observation", finding__in=findings)
    )


def _linked(table: Any, column: str, **ends: Rows) -> Q:
    """Match rows that a linking table names; keys in a subquery, so that rows are never doubled."""
    ends = {name: rows.order_by().values("pk") for name, rows in ends.items()}
    return Q(pk__in=table._default_manager.filter(**ends).values(column))
