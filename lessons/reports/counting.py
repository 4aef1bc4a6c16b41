"""The rows that the learning figures count, as one reader may see them; a fixed number of queries each."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q, Subquery
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models import (
    BriefingLine,
    Disposition,
    EffectivenessReview,
    Lesson,
    Recurrence,
    SystemUpdate,
)
from lessons.reports.arithmetic import WITHIN, Fate, Pair, wall_of
from lessons.states import (
    LESSONS_IN_FORCE,
    BriefingAnswer,
    DispositionStatus,
    EffectOutcome,
    LessonStatus,
    UpdateKind,
    UpdateStatus,
)
from reviews.models import Finding, Observation
from tracker.instants import is_after_the_day

if TYPE_CHECKING:
    from tracker.access import Reader

Keys = Collection[UUID]


def day_of(instant: str) -> TruncDate:
    """Return the day of an instant, as the rules of the database count it."""
    return TruncDate(instant, tzinfo=datetime.UTC)


# --- Lesson by system -------------------------------------------------------------------------


def pairs_for(reader: Reader) -> list[Pair]:
    """Return every lesson with every system that it asked; one query.

    A fix counts as verified by a criterion that was written before it shipped. Of a chain that was
    entered after it had happened, a late one will do: it is counted apart.
    """
    effective = (
        EffectivenessReview.objects.visible_to(reader)
        .filter(
            update=OuterRef("update"),
            update__status=UpdateStatus.VERIFIED,
            outcome=EffectOutcome.EFFECTIVE,
        )
        .order_by("-reviewed_on")
    )
    back = Recurrence.objects.visible_to(reader).confirmed().filter(lesson=OuterRef("lesson"))
    theirs = Finding.objects.visible_to(reader).filter(
        lessons=OuterRef("lesson"), owner=OuterRef("organization")
    )
    rows = Disposition.objects.visible_to(reader).annotate(
        found_on=Subquery(effective.in_headline().values("reviewed_on")[:1]),
        found_ever_on=Subquery(effective.values("reviewed_on")[:1]),
        back_on=Subquery(
            back.order_by()
            .values("lesson")
            .annotate(day=Max("finding__review__held_on"))
            .values("day")
        ),
        seen_there=Exists(theirs),
    )
    return [pair_of(row) for row in rows.values(*FIELDS).order_by("pk")]


FIELDS = (
    "pk", "asked_on", "created_at", "answer", "status", "found_on", "found_ever_on", "back_on",
    "seen_there", "organization", "lesson__owner", "lesson__status",
)  # fmt: skip


def pair_of(row: Mapping[str, Any]) -> Pair:
    """Return one pair from its columns; a regressed lesson came back even by what one can't read."""
    entered_later = is_after_the_day(row["created_at"], row["asked_on"])
    regressed = row["lesson__status"] == LessonStatus.REGRESSED
    return Pair(
        key=row["pk"],
        asked_on=row["asked_on"],
        answer=row["answer"],
        is_accepted=row["status"] == DispositionStatus.ACCEPTED,
        verified_on=row["found_ever_on"] if entered_later else row["found_on"],
        came_back_on=datetime.date.max if regressed else row["back_on"],
        crossed=row["lesson__owner"] != row["organization"] and not row["seen_there"],
        entered_later=entered_later,
    )


# --- Days from step to step -------------------------------------------------------------------


def lessons_in_time(reader: Reader) -> Any:
    """Return the lessons that were entered before both stood behind them."""
    rows = Lesson.objects.visible_to(reader).filter(endorsed_at__isnull=False)
    rows = rows.annotate(endorsed_on=day_of("endorsed_at"), entered_on=day_of("created_at"))
    return rows.filter(endorsed_on__gte=F("entered_on"))


def days_to_lesson(reader: Reader) -> dict[UUID, int]:
    """Return of each lesson how many days passed from the first observation behind it; one query."""
    seen = Observation.objects.visible_to(reader).filter(findings__lessons=OuterRef("pk"))
    first = Subquery(seen.order_by("occurred_on").values("occurred_on")[:1])
    rows = lessons_in_time(reader).annotate(seen_on=first).filter(seen_on__isnull=False)
    return spans(rows.values_list("pk", "seen_on", "endorsed_on"))


def days_to_shipping(reader: Reader) -> dict[UUID, int]:
    """Return of each update how many days passed from its first lesson; one query.

    Containments are left out: they come before any lesson.
    """
    behind = lessons_in_time(reader).filter(updates=OuterRef("pk")).order_by("endorsed_on")
    rows = (
        SystemUpdate.objects.visible_to(reader)
        .entered_in_time()
        .filter(shipped_on__isnull=False)
        .exclude(kind=UpdateKind.CONTAINMENT)
        .annotate(lesson_on=Subquery(behind.values("endorsed_on")[:1]))
        .filter(lesson_on__isnull=False, shipped_on__gte=F("lesson_on"))
    )
    return spans(rows.values_list("pk", "lesson_on", "shipped_on"))


def days_to_verification(reader: Reader) -> dict[UUID, int]:
    """Return of each update found effective how many days passed since it shipped; one query."""
    rows = judged_reviews(reader).filter(outcome=EffectOutcome.EFFECTIVE)
    return spans(rows.values_list("update", "update__shipped_on", "reviewed_on"))


def spans(rows: Any) -> dict[UUID, int]:
    """Return the days between two days of each row."""
    return {key: (until - since).days for key, since, until in rows}


# --- What was judged, what came back, what is owed ---------------------------------------------


def judged_reviews(reader: Reader) -> Any:
    """Return the answered reviews that count in headlines, of updates one may see."""
    rows = EffectivenessReview.objects.visible_to(reader).in_headline()
    return rows.exclude(outcome="").order_by("reviewed_on", "id")


def outcomes_of_updates(reader: Reader) -> dict[UUID, str]:
    """Return of each update that was judged what the last review of its effect came to; one query."""
    return dict(judged_reviews(reader).values_list("update", "outcome"))


def lessons_in_force(reader: Reader) -> Any:
    """Return the lessons in force that a reader may see."""
    return Lesson.objects.visible_to(reader).in_force()


def lessons_that_came_back(reader: Reader) -> Any:
    """Return those of them that came back, as a person confirmed."""
    back = Recurrence.objects.visible_to(reader).confirmed().values("lesson")
    return lessons_in_force(reader).filter(Q(status=LessonStatus.REGRESSED) | Q(pk__in=back))


def lessons_of_tags(reader: Reader) -> dict[Any, set[UUID]]:
    """Return the lessons in force of each tag's key; one query."""
    through = Lesson.tags.through._default_manager
    rows = through.filter(lesson__in=lessons_in_force(reader), tag__owner=None)
    found: dict[Any, set[UUID]] = defaultdict(set)
    for scheme, code, lesson in rows.values_list("tag__taxonomy__scheme", "tag__code", "lesson"):
        found[f"{scheme}:{code}"].add(lesson)
    return dict(found)


def lessons_to_be_learned_by_now(reader: Reader, today: datetime.date) -> Any:
    """Return the lessons in force for which there were ninety days to be learned."""
    rows = lessons_in_force(reader).annotate(endorsed_on=day_of("endorsed_at"))
    return rows.filter(endorsed_on__lte=today - WITHIN)


def lessons_owed(reader: Reader, today: datetime.date) -> Any:
    """Return those of them that are not learned, or not any more: the debt."""
    owing = set(LESSONS_IN_FORCE) - {LessonStatus.LEARNED}
    return lessons_to_be_learned_by_now(reader, today).filter(status__in=owing)


# --- The rows behind a figure, for the filters of lists ---------------------------------------

COUNTED_PAIRS: Mapping[str, Any] = {
    "all": _("Asked 90 days ago or longer"),
    "crossed": _("Crossed from one company to the other"),
    "crossed_fixed": _("Crossed, fixed and verified in time"),
    Fate.FIXED: _("Fixed and verified in time"),
    Fate.CAME_BACK: _("Fixed, but came back"),
    Fate.FIXED_LATE: _("Fixed and verified late"),
    Fate.NOT_VERIFIED: _("Adopted, effect not verified"),
    Fate.COVERED: _("Covered before"),
    Fate.NOT_JUDGED: _("Answer not accepted yet"),
    Fate.DECLINED: _("Declined"),
    Fate.WAIVED: _("Waived"),
    Fate.SILENT: _("Not answered"),
    Fate.NOT_APPLICABLE: _("Judged not applicable"),
    "past": _("Entered later"),
}
COUNTED_UPDATES: Mapping[str, Any] = {
    "shipped": _("Shipped after a lesson"),
    "verified": _("Verified effective"),
    "judged": _("Effect judged"),
}
COUNTED_LESSONS: Mapping[str, Any] = {
    "observed": _("Drawn from what was observed"),
    "in_force": _("In force"),
    "came_back": _("Came back"),
    "time_was": _("Had 90 days to be learned"),
    "owed": _("Not learned in 90 days"),
}


COUNTED_LINES: Mapping[str, Any] = {
    "asked": _("Put before your side"),
    "answered": _("Answered by your side"),
}


def lines_counted(reader: Reader, figure: str) -> Any:
    """Return the lines of briefings behind a figure."""
    asked = BriefingLine.objects.visible_to(reader).asked()
    return asked if figure == "asked" else asked.exclude(status=BriefingAnswer.OPEN)


def pairs_counted(reader: Reader, figure: str) -> list[Any]:
    """Return the keys of the dispositions behind a figure."""
    today, pairs = timezone.localdate(), pairs_for(reader)
    if figure == "past":
        return [one.key for one in wall_of([x for x in pairs if x.entered_later], today).counted]
    wall = wall_of([one for one in pairs if not one.entered_later], today)
    chosen: Callable[[Pair], bool] = {
        "all": lambda one: True,
        "crossed": lambda one: one.crossed,
        "crossed_fixed": lambda one: one.crossed and one.fate == Fate.FIXED,
    }.get(figure, lambda one: one.fate == figure)
    rows = wall.apart if figure == Fate.NOT_APPLICABLE else wall.counted
    return [one.key for one in rows if chosen(one)]


def updates_counted(reader: Reader, figure: str) -> Keys:
    """Return the keys of the updates behind a figure."""
    if figure == "judged":
        return list(outcomes_of_updates(reader))
    counted = {"shipped": days_to_shipping, "verified": days_to_verification}[figure]
    return list(counted(reader))


def lessons_counted(reader: Reader, figure: str) -> Any:
    """Return the keys of the lessons behind a figure."""
    today = timezone.localdate()
    if figure == "observed":
        return list(days_to_lesson(reader))
    rows = {
        "in_force": lessons_in_force(reader),
        "came_back": lessons_that_came_back(reader),
        "time_was": lessons_to_be_learned_by_now(reader, today),
        "owed": lessons_owed(reader, today),
    }[figure]
    return rows.order_by().values("pk")
