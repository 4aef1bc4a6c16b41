"""Which checks and results a reader gets: those of records and systems that they see."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import (
    Case,
    ExpressionWrapper,
    F,
    OuterRef,
    Prefetch,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.lookups import LessThan
from django.utils import timezone

from lessons.access import check as rules
from lessons.states import CheckState, Direction, LessonStatus
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader


def state_at(now: datetime.datetime) -> Case:
    """Return how a check stands at an instant: retired, or as its last result leaves it."""
    worse = Q(direction=Direction.AT_LEAST, last_value__lt=F("threshold")) | Q(
        direction=Direction.AT_MOST, last_value__gt=F("threshold")
    )
    fresh_for = ExpressionWrapper(
        F("fresh_days") * Value(datetime.timedelta(days=1)), output_field=models.DurationField()
    )
    fresh_until = ExpressionWrapper(
        F("last_ran_at") + fresh_for, output_field=models.DateTimeField()
    )
    return Case(
        When(retired_at__isnull=False, then=Value(CheckState.RETIRED)),
        When(last_ran_at__isnull=True, then=Value(CheckState.NEVER_RUN)),
        When(worse, then=Value(CheckState.FAILED)),
        When(LessThan(fresh_until, Value(now)), then=Value(CheckState.STALE)),
        default=Value(CheckState.FRESH),
        output_field=models.CharField(),
    )


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

    def with_state(self) -> Self:
        """Fetch with each what its last result measured, when, and how it stands now for that."""
        results = apps.get_model("lessons.CheckResult")._default_manager
        last = results.filter(check_ran=OuterRef("pk")).order_by("-ran_at", "-id")
        measured = self.annotate(
            last_value=Subquery(last.values("value")[:1]),
            last_ran_at=Subquery(last.values("ran_at")[:1]),
        )
        return measured.annotate(state_now=state_at(timezone.now()))

    def in_state(self, state: str) -> Self:
        """Narrow to those that stand so now."""
        return self.with_state().filter(state_now=state)

    def of_learned(self) -> Self:
        """Narrow to checks of lessons that are learned."""
        return self.filter(lesson__status=LessonStatus.LEARNED)

    def with_practice_title(self) -> Self:
        """Fetch with each what the practice that carries it is called in the version published last."""
        versions = apps.get_model("lessons.PracticeVersion")._default_manager
        named = versions.public().filter(practice=OuterRef("practice"))
        return self.annotate(
            practice_title=Subquery(named.order_by("-major", "-minor").values("title")[:1])
        )

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.with_state()
            .with_practice_title()
            .select_related(
                "lesson__owner", "practice", "system__owner", "organization",
                "created_by__organization", "retired_by__organization",
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
