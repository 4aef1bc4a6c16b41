"""Which systems, versions and dependencies a reader may know of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Prefetch, Q

from tracker import access
from tracker.querysets.record import RecordQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader


class AISystemQuerySet(RecordQuerySet[Any]):
    """Systems, as adjectives and plans."""

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("owner", "developer", "operator", "steward__organization")

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows: versions, and the dependencies that a reader may know of."""
        links = apps.get_model("tracker.SystemDependency").objects.visible_to(user).that_hold()
        return self.for_list().prefetch_related(
            "versions",
            Prefetch("upstream_links", links.for_list()),
            Prefetch("downstream_links", links.for_list()),
        )

    def of(self, organization_id: Any) -> Self:
        """Narrow to the systems that an organization owns, develops or operates."""
        return self.filter(
            Q(owner=organization_id) | Q(developer=organization_id) | Q(operator=organization_id)
        )


class VersionQuerySet(models.QuerySet[Any]):
    """Versions of systems; they inherit the system's audience."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to versions of systems that a reader may see."""
        return self.filter(access.records_visible_to(user, at="system"))

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("system")


class DependencyQuerySet(RecordQuerySet[Any]):
    """Dependencies: by their own label, and both ends must be visible, or the line would name a secret."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader may see between systems that they may see."""
        ends = [access.records_visible_to(user, at=end) for end in ("upstream", "downstream")]
        return super().visible_to(user).filter(*ends)

    def that_hold(self) -> Self:
        """Narrow to those that nobody took back."""
        return self.filter(taken_back_at=None)

    def with_label(self) -> Self:
        """Say of each row, as `bears`, the label that holds at this instant."""
        return self.annotate(bears=access.current_label())

    def for_lessons(self) -> Self:
        """Narrow to those that hold and that lessons travel along."""
        return self.that_hold().filter(carries_lessons=True)

    def for_line(self) -> Self:
        """Fetch what naming a dependency takes."""
        return self.select_related("owner", "upstream", "downstream")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.for_line()

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_line()
