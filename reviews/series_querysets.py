"""Which series, briefings and things carried over a reader gets, and what shows them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from reviews import access
from reviews.states import CycleStatus, MigrationStatus, SeriesStatus
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class CycleSeriesQuerySet(SearchableQuerySet[Any]):
    """Series of cycles, as adjectives and plans; they are the partners'."""

    def visible_to(self, user: Reader) -> Self:
        """Return every series to a partner's people, none to anyone else."""
        return self.filter(access.partners_only(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader could read: the partners all."""
        return access.partners_only(user)

    def may_be_due(self, day: datetime.date) -> Self:
        """Narrow to those whose next day has come where it is latest; each asks its own zone."""
        latest = day + datetime.timedelta(days=1)
        return self.filter(status=SeriesStatus.ACTIVE, next_on__lte=latest)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("created_by__organization").prefetch_related(
            "leads__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        systems = apps.get_model("tracker.AISystem")._default_manager.visible_to(user)
        cycles = apps.get_model("reviews.ReviewCycle")._default_manager.visible_to(user)
        return self.for_list().prefetch_related(
            models.Prefetch("systems", systems), models.Prefetch("cycles", cycles)
        )


class CarriedQuerySet(models.QuerySet[Any]):
    """What was carried over into cycles; each row is as visible as what it points at."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what the reader may see of that; a subquery for each noun there is."""
        seen = Q(pk__in=[])
        for noun in (
            self.model._default_manager.order_by().values_list("noun", flat=True).distinct()
        ):
            rows = apps.get_model(noun)._default_manager.visible_to(user)
            seen |= Q(noun=noun, record_id__in=rows.values("pk"))
        return self.filter(access.partners_only(user), seen)


class BriefingQuerySet(models.QuerySet[Any]):
    """Briefings: that there is one, and whether it is complete, every partner sees."""

    def visible_to(self, user: Reader) -> Self:
        """Return every briefing to a partner's people, none to anyone else."""
        return self.filter(access.partners_only(user))

    def incomplete(self) -> Self:
        """Narrow to those with lines that nobody answered."""
        return self.filter(is_complete=False)

    def awaiting(self, user: User) -> Self:
        """Narrow to what a partner's person can answer before their cycle is signed."""
        if not access.may_answer_briefing(user):
            return self.none()
        return self.incomplete().filter(
            organization=user.organization_id, cycle__status=CycleStatus.OPEN
        )

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("cycle", "organization")


class MigrationProposalQuerySet(models.QuerySet[Any]):
    """Reviews that new versions ask for; they concern whoever runs the system."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to visible systems that the reader's organization operates or owns, or they carry."""
        if not user.is_authenticated:
            return self.none()
        own = user.organization_id
        return self.filter(
            access.partners_only(user),
            access.records_visible_to(user, at="system"),
            Q(system__operator=own) | Q(system__owner=own) | Q(system__steward=user),
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for the steward, and for those who lead where the system is run."""
        if not access.has_permission(user, access.Permission.LOG):
            return self.none()
        mine = Q(system__steward=user)
        if access.has_permission(user, access.Permission.LEAD):
            own = user.organization_id
            mine |= Q(system__operator=own) | Q(system__operator=None, system__owner=own)
        return self.filter(mine, status=MigrationStatus.PROPOSED)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "system__owner", "version__system", "review", "cycle", "answered_by__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what its API shape shows."""
        return self.for_list()
