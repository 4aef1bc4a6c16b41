"""Which rows a reader gets of what systems answer to lessons, and of what decides that one is learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from lessons import access
from lessons.access import disposition as rules
from lessons.states import (
    ANSWERS_IN_EFFECT,
    DISPOSITIONS_TO_ANSWER,
    LESSONS_IN_FORCE,
    Answer,
    DispositionStatus,
    UpdateStatus,
)
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from lessons.models import Lesson
    from tracker.access import Reader
    from tracker.models import User


class DispositionQuerySet(SearchableQuerySet[Any]):
    """What systems answer to lessons, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to those of visible lessons and visible systems, for the partners' people."""
        return self.filter(rules.dispositions_visible_to(user))

    def matching(self, words: str) -> Self:
        """Narrow to those whose lesson or system says these words."""
        return self.filter(
            Q(lesson__title__icontains=words)
            | Q(system__name__icontains=words)
            | Q(reference__iexact=words)
        )

    def counting(self, lesson: Lesson) -> Self:
        """Narrow to what counts for a lesson: all who read it may know of these."""
        return self.filter(rules.counting_for(lesson, at="system"), lesson=lesson)

    def of_standing_lessons(self) -> Self:
        """Narrow to those of lessons in force."""
        return self.filter(lesson__status__in=LESSONS_IN_FORCE)

    def to_answer(self) -> Self:
        """Narrow to those whose operator has to say something."""
        return self.of_standing_lessons().filter(status__in=DISPOSITIONS_TO_ANSWER)

    def to_judge(self) -> Self:
        """Narrow to answers that nobody judged yet."""
        return self.of_standing_lessons().filter(status=DispositionStatus.ANSWERED)

    def answerable_by(self, user: Reader) -> Self:
        """Narrow to what a person may answer, and has to."""
        return self.to_answer().filter(rules.answers_for(user))

    def judged_by_side_of(self, user: Reader) -> Self:
        """Narrow to what a person may judge, and nobody has."""
        return self.to_judge().filter(rules.judges(user))

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for a person: to answer, or to judge."""
        answer = Q(pk__in=self.answerable_by(user).values("pk"))
        judge = Q(pk__in=self.judged_by_side_of(user).values("pk"))
        return self.filter(answer | judge)

    def lapsed(self) -> Self:
        """Narrow to waivers past their date."""
        return self.of_standing_lessons().filter(
            answer=Answer.WAIVED,
            waived_until__lt=timezone.localdate(),
            status__in=[DispositionStatus.ANSWERED, DispositionStatus.ACCEPTED],
        )

    def in_effect(self) -> Self:
        """Narrow to systems in which the lesson is learned: adopted, verified where an update does it."""
        verified = Q(update=None) | Q(update__status=UpdateStatus.VERIFIED)
        return self.filter(
            verified, status=DispositionStatus.ACCEPTED, answer__in=ANSWERS_IN_EFFECT
        )

    def for_line(self) -> Self:
        """Fetch what naming what a system is asked takes."""
        return self.select_related("lesson__owner", "system__owner").defer("lesson__search")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "lesson__owner",
            "system__owner",
            "system__steward__organization",
            "organization",
            "update__owner",
            "answered_by__organization",
            "judged_by__organization",
        ).defer("lesson__search")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()


class PrunedSystemQuerySet(models.QuerySet[Any]):
    """Systems that are not asked."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to visible systems of visible lessons, for the partners' people."""
        return self.filter(rules.dispositions_visible_to(user))

    def for_list(self) -> Self:
        """Fetch what a line shows."""
        return self.select_related("lesson", "system", "pruned_by__organization")


class OptionalOutcomeQuerySet(models.QuerySet[Any]):
    """Outcomes that lessons can do without."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to visible outcomes of visible lessons."""
        seen = access.partners_only(user) & Q(practice__isnull=False)
        for name in ("update", "research"):
            seen |= Q(**{f"{name}__isnull": False}) & access.records_visible_to(user, at=name)
        return self.filter(seen, access.records_visible_to(user, at="lesson"))


class NoActionQuerySet(models.QuerySet[Any]):
    """Signatures under "no action"."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to signatures under lessons that a reader may see."""
        return self.filter(access.records_visible_to(user, at="lesson"))

    def current(self) -> Self:
        """Narrow to signatures on the content as it is now."""
        return self.filter(content_version=F("lesson__content_version"), withdrawn_at=None)
