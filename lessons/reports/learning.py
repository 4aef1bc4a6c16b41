"""The learning figures as one reader may see them: the number on the wall, then all that explains it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import Lesson, SystemUpdate
from lessons.reports import counting
from lessons.reports.arithmetic import FEW, Fate, Pair, Share, Wall, middle_of, wall_of
from lessons.reports.counting import COUNTED_PAIRS
from lessons.reports.sheet import Figure, Section, of_middle, of_share, rows_at
from lessons.states import EffectOutcome
from reviews.models import Briefing
from tracker.access import current_label
from tracker.marking import narrowest
from tracker.models import AISystem
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access import Reader

# Tags that many lessons carry say most.
TAGS_AT_MOST = 12


@dataclass(frozen=True)
class LearningReport:
    """The figures of one day, what crossed on top, and the narrowest label that was counted."""

    day: datetime.date
    crossed: Figure
    wall: Figure
    apart: Figure
    past: Figure
    sections: Sequence[Section]
    label: Label

    @property
    def all_sections(self) -> list[Section]:
        """Return every figure, the number on the wall first."""
        first = [self.crossed, self.wall, self.apart, self.past]
        return [
            Section(_("Fixed and verified within 90 days"), wall_basis(), first),
            *self.sections,
        ]


def build_learning(reader: Reader, today: datetime.date | None = None) -> LearningReport:
    """Count the learning figures for a partner's reader; a fixed number of queries."""
    today = today or timezone.localdate()
    pairs = counting.pairs_for(reader)
    wall = wall_of([one for one in pairs if not one.entered_later], today)
    return LearningReport(
        day=today,
        crossed=of_share(
            _("Seen at one company, fixed at the other"),
            wall.crossed,
            counted("crossed"),
            counted("crossed_fixed"),
        ),
        wall=of_share(_("All"), wall.share, counted("all"), counted(Fate.FIXED)),
        apart=of_count(
            _("Judged not applicable, counted apart"), len(wall.apart), Fate.NOT_APPLICABLE
        ),
        past=past_of(pairs, today),
        sections=[
            *([fates(wall)] if wall.counted else []),
            days(reader),
            effects(reader),
            debt(reader, today),
            came_back(reader),
            briefings(reader),
        ],
        label=label_of_counted(reader),
    )


def label_of_counted(reader: Reader) -> Label:
    """Return the narrowest label of what may have been counted; answers are the partners'."""
    labels = (
        set(model._default_manager.visible_to(reader).order_by().values_list(current_label(), flat=True))
        for model in (Lesson, SystemUpdate, AISystem)
    )  # fmt: skip
    return narrowest([Label.AMBER, *(Label(one) for found in labels for one in found)])


# --- The number on the wall -------------------------------------------------------------------


def wall_basis() -> str:
    """Say what the number on the wall counts."""
    return _(
        "Of all systems that a lesson asked 90 days ago or longer: those whose fix was found effective"
        " within 90 days by somebody who had no hand in it. Silent, declined and waived ones count;"
        " a lesson that came back loses its credit. What was entered after it had happened is counted"
        " apart."
    )


def counted(figure: str) -> str:
    """Return the address of the answers behind a figure."""
    return rows_at("disposition-list", counted=figure)


def of_count(name: str, count: int, figure: str) -> Figure:
    """Return a mere number of answers as a figure."""
    return Figure(name, str(count), count, number=count, of_url=counted(figure))


def past_of(pairs: Sequence[Pair], today: datetime.date) -> Figure:
    """Return the same share of chains that were entered after they had happened."""
    wall = wall_of([one for one in pairs if one.entered_later], today)
    return of_share(_("Entered later, counted apart"), wall.share, counted("past"))


def fates(wall: Wall) -> Section:
    """Return what became of all that was asked."""
    of = len(wall.counted)
    figures = [
        of_share(COUNTED_PAIRS[fate], Share(count, of), counted("all"), counted(fate))
        for fate, count in wall.fates().items()
        if fate != Fate.NOT_APPLICABLE
    ]
    basis = _("What became of all that the number counts, each once.")
    return Section(_("What became of what was asked"), basis, figures)


# --- What explains it -------------------------------------------------------------------------


def days(reader: Reader) -> Section:
    """Return the median days of each step."""
    steps = (
        (
            _("From the first observation to the lesson"),
            counting.days_to_lesson(reader),
            rows_at("lesson-list", counted="observed"),
        ),
        (
            _("From the lesson to the update that shipped"),
            counting.days_to_shipping(reader),
            rows_at("update-list", counted="shipped"),
        ),
        (
            _("From shipping to verified effective"),
            counting.days_to_verification(reader),
            rows_at("update-list", counted="verified"),
        ),
    )
    basis = _("Medians, from the day on which each happened. Containments come before any lesson.")
    figures = [of_middle(name, middle_of(list(spans.values())), url) for name, spans, url in steps]
    return Section(_("Days from step to step"), basis, figures)


def effects(reader: Reader) -> Section:
    """Return how many of the updates that were judged were found effective."""
    outcomes = counting.outcomes_of_updates(reader)
    effective = sum(one == EffectOutcome.EFFECTIVE for one in outcomes.values())
    figure = of_share(
        _("Verified effective"),
        Share(effective, len(outcomes)),
        rows_at("update-list", counted="judged"),
        rows_at("update-list", counted="verified"),
    )
    basis = _("Of the updates whose effect was judged by a criterion written before they shipped.")
    return Section(_("Effect"), basis, [figure])


def debt(reader: Reader, today: datetime.date) -> Section:
    """Return the lessons that are owed."""
    share = Share(
        counting.lessons_owed(reader, today).count(),
        counting.lessons_to_be_learned_by_now(reader, today).count(),
    )
    figure = of_share(
        _("Not learned, or not any more"),
        share,
        rows_at("lesson-list", counted="time_was"),
        rows_at("lesson-list", counted="owed"),
    )
    basis = _("Of the lessons in force that were endorsed 90 days ago or longer.")
    return Section(_("Lesson debt"), basis, [figure])


def came_back(reader: Reader) -> Section:
    """Return how many lessons in force came back, of all and by tag."""
    back = set(counting.lessons_that_came_back(reader).values_list("pk", flat=True))
    tags = counting.lessons_of_tags(reader)
    # A tag of few lessons says too little, unless one of them came back.
    tags = {tag: ones for tag, ones in tags.items() if len(ones) >= FEW or ones & back}
    most = sorted(tags.items(), key=lambda item: (-len(item[1]), item[0]))[:TAGS_AT_MOST]
    figures = [
        of_share(
            _("All lessons in force"),
            Share(len(back), counting.lessons_in_force(reader).count()),
            rows_at("lesson-list", counted="in_force"),
            rows_at("lesson-list", counted="came_back"),
        )
    ]
    figures += [
        of_share(
            tag,
            Share(len(back & lessons), len(lessons)),
            rows_at("lesson-list", counted="in_force", tag=tag),
            rows_at("lesson-list", counted="came_back", tag=tag),
        )
        for tag, lessons in most
    ]
    basis = _(
        "Of the lessons in force, those that a confirmed finding resembles; by their commonest tags."
    )
    return Section(_("Recurrence"), basis, figures)


def briefings(reader: Reader) -> Section:
    """Return how much of the briefings was answered: one's own line by line, all as complete or not."""
    answered, asked = (counting.lines_counted(reader, name) for name in ("answered", "asked"))
    rows = Briefing.objects.visible_to(reader).order_by("organization__name")
    complete = rows.values("organization__name", "organization__code").annotate(
        of=Count("pk"), count=Count("pk", filter=Q(is_complete=True))
    )
    figures = [
        of_share(
            _("Lessons answered by your side"),
            Share(answered.count(), asked.count()),
            rows_at("briefing-line-list", counted="asked"),
            rows_at("briefing-line-list", counted="answered"),
        )
    ]
    figures += [
        of_share(
            _("Briefings complete, %s") % one["organization__name"],
            Share(one["count"], one["of"]),
            rows_at("cycle-list", briefing=one["organization__code"]),
            rows_at("cycle-list", briefing=f"{one['organization__code']}:complete"),
        )
        for one in complete
    ]
    basis = _("Of the briefings of all cycles; the other side tells only whether it is complete.")
    return Section(_("Briefing"), basis, figures)
