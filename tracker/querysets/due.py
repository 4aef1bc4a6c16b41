"""Who sees how soon something is due."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from tracker import access

if TYPE_CHECKING:
    from tracker.access import Reader


class DuePolicyQuerySet(models.QuerySet[Any]):
    """How soon something is due, by severity."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to everything for the partners' people, and for whoever runs the installation."""
        return self.filter(access.due_policies_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever sees the policy."""
        return access.due_policies_visible_to(user)

    def for_list(self) -> Self:
        """Fetch what one line shows."""
        return self
