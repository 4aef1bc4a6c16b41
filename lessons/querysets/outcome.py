"""Which system updates and directions for research a reader gets, and what is fetched with them."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.db.models.functions import TruncDate
from django.utils import timezone

from lessons import access
from lessons.states import (
    OPEN_UPDATES,
    EffectOutcome,
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

    def entered_in_time(self) -> Self:
        """Leave out what was entered after it had shipped: it counts in no headline."""
        entered = TruncDate("created_at", tzinfo=datetime.UTC)
        return self.exclude(shipped_on__lt=entered)

    def with_credit(self) -> Self:
        """Say of each whether it was found effective in a way that counts in headlines."""
        effective = self.reviews_of_effect().filter(outcome=EffectOutcome.EFFECTIVE)
        return self.annotate(has_credit=Exists(effective.in_headline()))

    def with_plan(self) -> Self:
        """Say of each whether it is written by what its effect is judged."""
        return self.annotate(has_plan=Exists(self.reviews_of_effect()))

    def with_due_review(self) -> Self:
        """Narrow to updates whose effect can be judged by now."""
        return self.filter(Exists(self.reviews_of_effect().due()))

    def reviews_of_effect(self) -> Any:
        """Return the reviews of each update's effect, for a subquery."""
        reviews = self.model._meta.get_field("effectiveness_reviews").related_model
        return reviews._default_manager.filter(update=OuterRef("pk"))

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to carry on, to accept, or to judge."""
        carried = [UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS]
        mine = Q(assignee=user, status__in=carried)
        mine |= Q(~Exists(self.reviews_of_effect()), assignee=user, status=UpdateStatus.SHIPPED)
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(owner=user.organization_id, status=UpdateStatus.PROPOSED)
        if access.has_permission(user, access.Permission.LOG):
            mine |= Q(Exists(self.reviews_of_effect().due())) & ~self.had_a_hand(user)
        return self.filter(mine)

    def had_a_hand(self, user: User) -> Q:
        """Return the updates that a person proposed, shipped or carried: others judge them."""
        carriers = self.model.carried_by.through._default_manager.filter(user=user)
        return (
            Q(assignee=user)
            | Q(created_by=user)
            | Q(shipped_by=user, shipped_by__isnull=False)
            | Q(pk__in=carriers.values("systemupdate"))
        )

    def for_line(self) -> Self:
        """Fetch what naming an update with its state takes."""
        return self.with_credit()

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.with_credit().select_related(
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
                Prefetch("lessons", visible("lessons.Lesson", user).select_related("owner")),
                Prefetch("findings", visible("reviews.Finding", user).select_related("owner")),
                Prefetch(
                    "observations", visible("reviews.Observation", user).select_related("owner")
                ),
                Prefetch("supersedes", visible("lessons.SystemUpdate", user, "for_line")),
                Prefetch(
                    "successors",
                    visible("lessons.SystemUpdate", user, "for_line").select_related("owner"),
                ),
                Prefetch(
                    "effectiveness_reviews",
                    visible("lessons.EffectivenessReview", user, "for_list"),
                ),
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
