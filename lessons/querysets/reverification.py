"""Which lessons that are to be verified again a reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from lessons import access
from lessons.states import ReverificationStatus

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class ReverificationQuerySet(models.QuerySet[Any]):
    """Lessons to verify again; that a system has a new version is told to whoever sees both."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to visible lessons about visible systems, to the partners' people."""
        return self.filter(
            access.partners_only(user),
            access.records_visible_to(user, at="lesson"),
            access.records_visible_to(user, at="system"),
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for whoever carries the lesson or the system, and leads beside them."""
        if not access.has_permission(user, access.Permission.LOG):
            return self.none()
        mine = Q(lesson__assignee=user) | Q(system__steward=user)
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(lesson__owner=user.organization_id)
        return self.filter(mine, status=ReverificationStatus.ASKED)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "lesson__owner", "system__owner", "version__system", "answered_by__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what its page shows: the lesson, with the checks that the reader may see."""
        checks = apps.get_model("lessons.Check")._default_manager
        seen: Any = checks.visible_to(user).for_list()
        return self.for_list().prefetch_related(
            Prefetch("lesson__checks", seen, to_attr="seen_checks")
        )
