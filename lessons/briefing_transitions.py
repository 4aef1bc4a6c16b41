"""The verbs of briefings: compiled when a cycle opens, answered line by line, complete with the last.

A cycle is opened here rather than on the floor below: this floor knows what a briefing holds and what
of its own a cycle takes over, and all of that is there with the cycle or not at all.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone

from lessons import access
from lessons.carrying import still_open
from lessons.models import BriefingLine
from lessons.models.briefing import MOST_LINES
from lessons.ranking import anyone_of, rank
from lessons.states import ANSWERS, BriefingAnswer
from reviews import transitions as reviews_transitions
from reviews.models import Briefing, CycleSeries, ReviewCycle
from reviews.states import CycleStatus
from tracker.material import digest_now
from tracker.models import User
from tracker.recording import change, lock, recorded

logger = logging.getLogger(__name__)


@recorded("reviews.cycle.opened")
def open_cycle(cycle: ReviewCycle, *, by: User) -> ReviewCycle:
    """Start logging reviews in a planned cycle, and compile a briefing for each partner."""
    cycle = reviews_transitions.open_cycle(cycle, by=by)
    brief(cycle)
    return cycle


@recorded("reviews.cycleseries.went_on")
def open_next_cycle(series: CycleSeries) -> ReviewCycle | None:
    """Open the cycle of a series whose day has come, with all that is still open and its briefings."""
    cycle = reviews_transitions.open_next_cycle(series)
    if cycle is not None:
        for records in still_open(cycle):
            reviews_transitions.carry_over(cycle, records)
        brief(cycle)
    return cycle


def brief(cycle: ReviewCycle) -> None:
    """Compile what each partner looks at; the caller is a verb."""
    for briefing in cycle.briefings.incomplete().select_related("cycle", "organization"):
        write_lines(briefing)
        settle(briefing)


def write_lines(briefing: Briefing) -> None:
    """Freeze the lessons that rank first for one partner, with the reasons."""
    cycle, organization = briefing.cycle, briefing.organization
    found = rank(cycle, organization, MOST_LINES)
    BriefingLine.objects.bulk_create(
        BriefingLine(
            reference=f"{cycle.reference}-{organization.code}-{number}",
            briefing=briefing,
            rank=number,
            lesson=one.lesson,
            lesson_version=one.lesson.content_version,
            lesson_digest=digest_now(one.lesson),
            reasons="\n".join(one.reasons),
            illustrative=cycle.illustrative,
        )
        for number, one in enumerate(found, start=1)
    )


def settle(briefing: Briefing) -> None:
    """Let a briefing be complete once no line of it is open; the caller is a verb."""
    if not briefing.is_complete and not briefing.lines.open().exists():
        reviews_transitions.complete_briefing(briefing)


@dataclass(frozen=True)
class Answer:
    """What a person says to one line."""

    line: BriefingLine
    answer: str
    words: str = ""


@recorded("lessons.briefingline.answered")
def answer_line(line: BriefingLine, *, by: User, answer: str, words: str = "") -> BriefingLine:
    """Say by name what a lesson means for one's own plan; the last line completes the briefing."""
    answer_lines([Answer(line, answer, words)], by=by)
    line.refresh_from_db()
    return line


@recorded("lessons.briefingline.answered")
def answer_lines(answers: Iterable[Answer], *, by: User) -> None:
    """Answer several lines of briefings at once, all of them or none."""
    for given in answers:
        # Two who answer the last two lines at once would each leave the other's to be answered.
        briefing = lock(given.line.briefing)
        line = lock(given.line)
        line.briefing = briefing
        access.check_can_answer_line(by, line)
        if given.answer not in ANSWERS:
            raise ValidationError({"answer": "Choose one of the answers."})
        access.check_says_enough(given.answer, given.words)
        change(
            line,
            status=BriefingAnswer(given.answer),
            words=given.words.strip(),
            answered_by=by,
            answered_at=timezone.now(),
        )
        settle(briefing)


# --- What a job makes good --------------------------------------------------------------------


@recorded("lessons.briefing.settled")
def settle_briefing(briefing: Briefing) -> Briefing:
    """Compile what was not yet, and leave out the lessons that a partner can't read any more."""
    briefing = lock(briefing)
    if briefing.is_complete or briefing.cycle.status != CycleStatus.OPEN:
        return briefing
    if not briefing.lines.exists():
        write_lines(briefing)
    reader = anyone_of(briefing.organization)
    readable = BriefingLine.objects.visible_to(reader).values("pk")
    for line in briefing.lines.open().exclude(pk__in=readable).select_for_update():
        change(line, status=BriefingAnswer.GONE)
    settle(briefing)
    return briefing


def open_cycles_that_are_due() -> int:
    """Open a cycle for each series whose day has come, each by itself; return how many."""
    due = CycleSeries.objects.may_be_due(timezone.localdate()).order_by("next_on", "pk")
    return sum(went_on(series) for series in due)


def went_on(series: CycleSeries) -> bool:
    """Open the next cycle of a series; one that is refused holds up none of the others."""
    try:
        return open_next_cycle(series) is not None
    except ValidationError:
        logger.exception("The series %s did not go on.", series.reference)
        return False


def settle_open_briefings() -> int:
    """Settle each briefing that is open; return how many are complete by that."""
    waiting = Briefing.objects.incomplete().filter(cycle__status=CycleStatus.OPEN).order_by("pk")
    return sum(settle_briefing(one).is_complete for one in waiting)
