"""Which lines of briefings a reader gets: those of their own organization."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from lessons import access
from lessons.states import BriefingAnswer

if TYPE_CHECKING:
    from tracker.access import Reader


class BriefingLineQuerySet(models.QuerySet[Any]):
    """Lines of briefings; the other side learns only whether all are answered."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the lines of a reader's own organization whose lesson they may see."""
        organization = user.organization_id if user.is_authenticated else None
        return self.filter(
            access.partners_only(user),
            access.records_visible_to(user, at="lesson"),
            briefing__organization=organization,
        )

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, of a reader's own organization's lines."""
        organization = user.organization_id if user.is_authenticated else None
        return access.partners_only(user) & Q(briefing__organization=organization)

    def matching(self, words: str) -> Self:
        """Narrow to those whose lesson or answer says these words."""
        return self.filter(
            Q(lesson__title__icontains=words)
            | Q(words__icontains=words)
            | Q(lesson__reference__iexact=words)
        )

    def asked(self) -> Self:
        """Leave out lines about which nobody is asked any more."""
        return self.exclude(status=BriefingAnswer.GONE)

    def open(self) -> Self:
        """Narrow to lines that nobody answered."""
        return self.filter(status=BriefingAnswer.OPEN)

    def for_list(self) -> Self:
        """Fetch what one line shows."""
        return self.select_related(
            "briefing__cycle",
            "briefing__organization",
            "lesson__owner",
            "answered_by__organization",
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what its API shape shows."""
        return self.for_list()
