"""Which legal holds, redactions and readings a reader may know of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

from tracker import access

if TYPE_CHECKING:
    from tracker.access import Reader


class HoldQuerySet(models.QuerySet[Any]):
    """Legal holds; the other side must not learn of one."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the holds of a reader's own organization; whoever asks has seen the record."""
        return self.filter(access.own_at_partner(user))

    def live(self) -> Self:
        """Narrow to holds that hold."""
        return self.filter(lifted_at=None)


class RedactionQuerySet(models.QuerySet[Any]):
    """Redactions; whoever sees a record sees that words went from it."""

    def of(self, record: models.Model) -> Self:
        """Narrow to what went from a record and from what hangs under it, newest first."""
        return self.filter(record_id=record.pk).select_related("organization", "redacted_by")


class ReadingQuerySet(models.QuerySet[Any]):
    """The log of readings: the owner's leads see who read their records, nobody else does."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to readings of a lead's own organization's records; they inherit the record's audience."""
        if not access.has_permission(user, access.Permission.LEAD):
            return self.none()
        return self.filter(access.own_at_partner(user))

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("reader__organization")
