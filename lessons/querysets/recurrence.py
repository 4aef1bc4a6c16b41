"""Which recurrences and kept-apart findings a reader gets: those whose two records they may both see."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Prefetch, Q

from lessons import access
from lessons.states import RecurrenceStatus
from reviews.querysets import visible

if TYPE_CHECKING:
    from lessons.models import Check
    from tracker.access import Reader
    from tracker.models import User


class RecurrenceQuerySet(models.QuerySet[Any]):
    """Recurrences, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to pairs of which a partner's reader may see what was seen, and the lesson."""
        return self.filter(access.recurrences_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions that a reader may read: a pair says no more than its two records do."""
        return access.recurrences_visible_to(user)

    def matching(self, words: str) -> Self:
        """Narrow to those whose finding or lesson says these words."""
        return self.filter(
            Q(finding__title__icontains=words)
            | Q(check_result__check_ran__metric__icontains=words)
            | Q(lesson__title__icontains=words)
            | Q(reference__iexact=words)
        )

    def by_check(self, check: Check) -> Self:
        """Narrow to what the failures of a check asked, the latest first."""
        return self.filter(check_result__check_ran=check).order_by("-proposed_at")

    def proposed(self) -> Self:
        """Narrow to what nobody decided."""
        return self.filter(status=RecurrenceStatus.PROPOSED)

    def confirmed(self) -> Self:
        """Narrow to lessons that came back."""
        return self.filter(status=RecurrenceStatus.CONFIRMED)

    def awaiting(self, user: User) -> Self:
        """Narrow to what a person may decide."""
        return (
            self.proposed() if access.has_permission(user, access.Permission.LOG) else self.none()
        )

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "finding__owner",
            "check_result__check_ran__system__owner",
            "check_result__version",
            "lesson__owner",
            "decided_by__organization",
        ).defer("finding__search", "lesson__search")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list().prefetch_related(
            Prefetch(
                "lesson__practice_versions", visible("lessons.PracticeVersion", user, "for_line")
            )
        )


class FindingsApartQuerySet(models.QuerySet[Any]):
    """Pairs of findings that people keep apart."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to pairs of which a partner's reader may see both."""
        return self.filter(access.findings_apart_visible_to(user))
