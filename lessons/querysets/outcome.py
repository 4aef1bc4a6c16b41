"""Which system updates and directions for research a reader gets, and what is fetched with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone

from lessons import access
from lessons.states import (
    OPEN_UPDATES,
    ResearchStatus,
    UpdateStatus,
)
from reviews.querysets import visible
from tracker.querysets import RecordQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class SystemUpdateQuerySet(RecordQuerySet[Any]):
    """System updates, as adjectives and plans."""

    def open(self) -> Self:
        """Narrow to updates somebody still has to do something about."""
        return self.filter(status__in=OPEN_UPDATES)

    def overdue(self) -> Self:
        """Narrow to updates that should have shipped by now."""
        unshipped = [UpdateStatus.PROPOSED, UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS]
        return self.filter(status__in=unshipped, due_on__lt=timezone.localdate())

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to carry on, to accept, or to judge."""
        mine = Q(assignee=user, status__in=[UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS])
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(owner=user.organization_id, status=UpdateStatus.PROPOSED)
        if access.has_permission(user, access.Permission.LOG):
            mine |= Q(status=UpdateStatus.SHIPPED) & ~Q(assignee=user) & ~Q(created_by=user)
        return self.filter(mine)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "owner", "system__owner", "assignee__organization", "to_version__system"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list()
            .select_related(
                "created_by__organization", "from_version__system", "verified_by__organization"
            )
            .prefetch_related(
                Prefetch("lessons", visible("lessons.Lesson", user).select_related("owner"))
            )
        )


class ResearchDirectionQuerySet(RecordQuerySet[Any]):
    """Directions for research, as adjectives and plans."""

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to carry on or to adopt."""
        mine = Q(assignee=user, status__in=[ResearchStatus.ADOPTED, ResearchStatus.ACTIVE])
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(owner=user.organization_id, status=ResearchStatus.PROPOSED)
        return self.filter(mine)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("owner", "assignee__organization")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list()
            .select_related("created_by__organization")
            .prefetch_related(
                "outputs",
                Prefetch("lessons", visible("lessons.Lesson", user).select_related("owner")),
            )
        )


class ResearchOutputQuerySet(models.QuerySet[Any]):
    """Outputs of research; they inherit the direction's audience."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to outputs of directions that a reader may see."""
        return self.filter(access.records_visible_to(user, at="direction"))
