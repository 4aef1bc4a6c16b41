"""Which checks and results a reader gets: those of records and systems that they see."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import OuterRef, Prefetch, Q, Subquery

from lessons.access import check as rules
from lessons.states import LessonStatus
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader


class CheckQuerySet(SearchableQuerySet[Any]):
    """Checks, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to checks of visible lessons or practices on visible systems, for the partners."""
        return self.filter(rules.checks_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions that a reader may read: a check says no more than what it is of."""
        return rules.checks_visible_to(user)

    def matching(self, words: str) -> Self:
        """Narrow to those whose metric or system says these words."""
        return self.filter(
            Q(metric__icontains=words)
            | Q(system__name__icontains=words)
            | Q(reference__iexact=words)
        )

    def with_last(self) -> Self:
        """Fetch with each what its last result measured, and when."""
        results = apps.get_model("lessons.CheckResult")._default_manager
        last = results.filter(check_ran=OuterRef("pk")).order_by("-ran_at", "-id")
        return self.annotate(
            last_value=Subquery(last.values("value")[:1]),
            last_ran_at=Subquery(last.values("ran_at")[:1]),
        )

    def of_learned(self) -> Self:
        """Narrow to checks of lessons that are learned."""
        return self.filter(lesson__status=LessonStatus.LEARNED)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.with_last()
            .select_related(
                "lesson__owner", "practice", "system__owner", "organization",
                "created_by__organization",
            )
            .defer("lesson__search")
        )  # fmt: skip

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows: its results too, the latest first."""
        results = apps.get_model("lessons.CheckResult")._default_manager
        return self.for_list().prefetch_related(
            Prefetch("results", results.select_related("version", "recorded_by__organization"))
        )


class CheckResultQuerySet(models.QuerySet[Any]):
    """Results of checks."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to results of visible checks."""
        return self.filter(rules.checks_visible_to(user, at="check_ran__"))
