"""How far a lesson has come, as one reader may know it: "learned in 5 of 9 systems"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import ngettext

from lessons.downstream import told_why
from lessons.learned import verdict_on
from lessons.models import Disposition, Lesson
from lessons.states import LESSONS_BEING_LEARNED, LESSONS_IN_FORCE, Answer, DispositionStatus
from tracker.access import is_partner
from tracker.paths import Told, hops_for

if TYPE_CHECKING:
    from tracker.access import Reader


@dataclass(frozen=True)
class Progress:
    """In how many of the systems that count a lesson is learned; those it does not apply to stand apart.

    `inside` says how many more the reader's side alone knows of, which count for nobody.
    """

    asked: int = 0
    in_effect: int = 0
    not_applicable: int = 0
    inside: int = 0

    def __str__(self) -> str:
        if not self.asked:
            return ""
        words = ngettext(
            "learned in %(learned)d of %(asked)d system",
            "learned in %(learned)d of %(asked)d systems",
            self.asked,
        )
        return words % {"learned": self.in_effect, "asked": self.asked}


def progress_of(lesson: Lesson, reader: Reader) -> Progress:
    """Return how far a lesson has come, as far as a reader may know; a few queries."""
    seen = Disposition.objects.visible_to(reader).filter(lesson=lesson)
    counting = Disposition.objects.counting(lesson).filter(pk__in=seen.values("pk"))
    apart = counting.filter(status=DispositionStatus.ACCEPTED, answer=Answer.NOT_APPLICABLE)
    counted, not_applicable = counting.count(), apart.count()
    return Progress(
        asked=counted - not_applicable,
        in_effect=counting.in_effect().count(),
        not_applicable=not_applicable,
        inside=seen.count() - counted,
    )


@dataclass(frozen=True)
class Line:
    """One system that is asked about a lesson, and why, in words."""

    disposition: Disposition
    why: Told


@dataclass(frozen=True)
class Learning:
    """What a lesson's page says of learning: who was asked, how far it came, what stands in the way."""

    progress: Progress
    lines: Sequence[Line]
    missing: Sequence[str]

    @property
    def names(self) -> list[Told]:
        """Return what it names besides the lesson, each with a label of its own."""
        return [line.why for line in self.lines]

    @property
    def said(self) -> Sequence[str]:
        """Return what else is said of how far it came."""
        return said_of(self.progress)


def learning_of(lesson: Lesson, reader: Reader) -> Learning | None:
    """Return what a lesson's page says of learning to the partners' people, once it is endorsed."""
    if lesson.status not in LESSONS_IN_FORCE or not is_partner(reader):
        return None
    asked = list(Disposition.objects.visible_to(reader).filter(lesson=lesson).for_list())
    ways = hops_for(reader, [one.path for one in asked])
    return Learning(
        progress=progress_of(lesson, reader),
        lines=[Line(one, told_why(way)) for one, way in zip(asked, ways, strict=True)],
        missing=missing_for(lesson, reader),
    )


def missing_for(lesson: Lesson, reader: Reader) -> Sequence[str]:
    """Return what stands in the way of "learned", to the partners' people while it is not."""
    waits = lesson.status in LESSONS_BEING_LEARNED and is_partner(reader)
    return verdict_on(lesson).missing if waits else ()


def progress_for(lesson: Lesson, reader: Reader) -> Progress | None:
    """Return how far an endorsed lesson has come, to the partners' people."""
    asks = lesson.status in LESSONS_IN_FORCE and is_partner(reader)
    return progress_of(lesson, reader) if asks else None


def said_of(progress: Progress) -> list[str]:
    """Return what else is said of how far a lesson has come."""
    said = []
    if progress.not_applicable:
        words = ngettext(
            "It does not apply to %d more.",
            "It does not apply to %d more.",
            progress.not_applicable,
        )
        said.append(words % progress.not_applicable)
    if progress.inside:
        words = ngettext(
            "%d more that only your side knows of is not counted.",
            "%d more that only your side knows of are not counted.",
            progress.inside,
        )
        said.append(words % progress.inside)
    return said
