"""Which reviews of an update's effect a reader gets, and which of them count in headline figures."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F
from django.db.models.functions import TruncDate
from django.utils import timezone

from lessons import access
from lessons.states import UpdateStatus

if TYPE_CHECKING:
    from tracker.access import Reader


class EffectivenessReviewQuerySet(models.QuerySet[Any]):
    """Reviews of an update's effect, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to reviews of updates that a reader may see."""
        return self.filter(access.records_visible_to(user, at="update"))

    def open(self) -> Self:
        """Narrow to what nobody answered yet."""
        return self.filter(outcome="")

    def due(self, on: datetime.date | None = None) -> Self:
        """Narrow to what can be answered by a day: the update shipped, and its waiting period is over."""
        day = on or timezone.localdate()
        return self.open().filter(due_on__lte=day, update__status=UpdateStatus.SHIPPED)

    def in_headline(self) -> Self:
        """Leave out what a late criterion judged, and updates that were entered after they shipped."""
        return self.annotate(
            written_on=TruncDate("criterion_at", tzinfo=datetime.UTC),
            entered_on=TruncDate("update__created_at", tzinfo=datetime.UTC),
        ).filter(written_on__lte=F("update__shipped_on"), entered_on__lte=F("update__shipped_on"))

    def for_list(self) -> Self:
        """Fetch what one line shows."""
        return self.select_related("update", "reviewed_by__organization")
