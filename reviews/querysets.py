"""Which rows a reader gets, and what a list or a page fetches with them, on the middle floor."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from reviews import access
from reviews.states import (
    CYCLES_TAKING_REVIEWS,
    FINDINGS_THAT_HOLD,
    UNDECIDED_ITEMS,
    ConditionStatus,
    CycleStatus,
    ItemStatus,
    ObservationStatus,
    ReviewStatus,
)
from tracker.querysets import RecordQuerySet, SearchableQuerySet
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from reviews.models import ReviewCycle
    from tracker.access import Reader
    from tracker.models import User


def visible(model: str, user: Reader, *plans: str) -> Any:
    """Return the visible rows of a model named by string, through the plans named, for prefetching."""
    rows = apps.get_model(model)._default_manager.visible_to(user)
    for plan in plans:
        rows = getattr(rows, plan)()
    return rows


def visible_systems(user: Reader) -> Prefetch[Any, Any, Any]:
    """Plan the systems of a record that its reader may know of."""
    return Prefetch("systems", visible("tracker.AISystem", user))


def visible_tags(user: Reader) -> Prefetch[Any, Any, Any]:
    """Plan the tags of a record that its reader may know of, with their scheme."""
    return Prefetch("tags", visible("tracker.Tag", user, "for_list"))


class ObservationQuerySet(RecordQuerySet[Any]):
    """Observations, as adjectives and plans."""

    def new(self) -> Self:
        """Narrow to what waits for triage."""
        return self.filter(status=ObservationStatus.NEW)

    def awaiting(self, user: User) -> Self:
        """Narrow to what a person of the owner should triage."""
        if not access.has_permission(user, access.Permission.LOG):
            return self.none()
        return self.new().filter(owner=user.organization_id)

    def for_list(self, user: Reader) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.defer("search")
            .select_related("owner")
            .prefetch_related(visible_systems(user), visible_tags(user))
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list(user)
            .select_related("created_by__organization", "duplicate_of")
            .prefetch_related(
                Prefetch("findings", visible("reviews.Finding", user)),
                "evidence__added_by__organization",
            )
        )


class ImportedRecordQuerySet(models.QuerySet[Any]):
    """Imported files; they inherit the observation's audience, narrowed to the importing side."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the imports of a reader's own organization."""
        organization = user.organization_id if user.is_authenticated else None
        return self.filter(
            access.records_visible_to(user, at="observation"), owner=organization
        ).exclude(owner=None)


class ReviewCycleQuerySet(SearchableQuerySet[Any]):
    """Cycles, as adjectives and plans; they are the partners'."""

    def visible_to(self, user: Reader) -> Self:
        """Return every cycle to a partner's people, none to anyone else."""
        return self.filter(access.partners_only(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader could read: the partners all."""
        return access.partners_only(user)

    def taking_reviews(self) -> Self:
        """Narrow to cycles that reviews are logged in."""
        return self.filter(status__in=CYCLES_TAKING_REVIEWS)

    def for_line(self) -> Self:
        """Fetch what naming a cycle takes."""
        return self

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("created_by__organization").prefetch_related(
            "leads__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list()
            .select_related("series")
            .prefetch_related(
                "signers",
                "attended_by__organization",
                "briefings__organization",
                Prefetch("items", visible("reviews.CycleItem", user, "for_list")),
                Prefetch("reviews", visible("reviews.Review", user, "for_list")),
            )
        )


class CycleItemQuerySet(models.QuerySet[Any]):
    """Items of cycles; an item of a system that a reader may not see is not shown."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to items of systems that a partner's reader may see."""
        return self.filter(access.partners_only(user), access.records_visible_to(user, at="system"))

    def undecided(self) -> Self:
        """Narrow to what the partners have before them to approve and have not decided.

        An item of a system that is not shared is not before them, and must not tell of itself here.
        """
        before_them = access.labelled(SHARED_LABELS, at="system")
        return self.filter(before_them, needs_approval=True, status__in=UNDECIDED_ITEMS)

    def awaiting_signature(self, user: User) -> Self:
        """Narrow to what waits for a signatory's position; check_can_take_position for one item."""
        if not access.has_permission(user, access.Permission.SIGN):
            return self.none()
        positions = apps.get_model("reviews.Position")._default_manager.current()
        ours = positions.filter(item=OuterRef("pk"), organization=user.organization_id)
        return (
            self.filter(
                access.labelled(SHARED_LABELS, at="system"),
                cycle__status=CycleStatus.SIGNING,
                cycle__signers=user.organization_id,
                needs_approval=True,
            )
            .exclude(status=ItemStatus.PENDING)
            .exclude(Exists(ours))
            .exclude(
                pk__in=self.model._default_manager.filter(access.written_by(user)).values("pk")
            )
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to take a position."""
        return self.awaiting_signature(user)

    def for_line(self) -> Self:
        """Fetch what naming an item takes."""
        return self.select_related("cycle", "system")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        people, in_whose_stead = "signed_by__organization", "delegation__signatory"
        positions = apps.get_model("reviews.Position")._default_manager
        conditions = apps.get_model("reviews.Condition")._default_manager
        return self.select_related("cycle", "system__owner", "version__system").prefetch_related(
            Prefetch("positions", positions.select_related("organization", people, in_whose_stead)),
            Prefetch("conditions", conditions.for_list()),
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what its page shows, children already visible ones only."""
        findings = visible("reviews.Finding", user).for_list(user)
        reviews = visible("reviews.Review", user, "for_list").filter(status=ReviewStatus.ACCEPTED)
        behind = reviews.prefetch_related(Prefetch("findings", findings))
        return self.for_list().prefetch_related(
            Prefetch("reviews", behind, to_attr="reviews_behind")
        )


class PositionQuerySet(models.QuerySet[Any]):
    """Positions of partners on items."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to positions on items that a reader may see."""
        return self.filter(item__in=visible("reviews.CycleItem", user).values("pk"))

    def current(self) -> Self:
        """Narrow to signatures on the content as it is now."""
        return self.filter(content_version=F("item__content_version"), withdrawn_at=None)


class ConditionQuerySet(models.QuerySet[Any]):
    """Conditions of approvals, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to conditions of items that a reader may see."""
        return self.filter(item__in=visible("reviews.CycleItem", user).values("pk"))

    def open(self) -> Self:
        """Narrow to what somebody still has to do something about."""
        return self.filter(status=ConditionStatus.OPEN).exclude(
            item__cycle__status=CycleStatus.WITHDRAWN
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what a person carries."""
        return self.open().filter(assignee=user)

    def carried_into(self, cycle: ReviewCycle) -> Self:
        """Narrow to what cycles that are closed left open for the ones after them."""
        return self.open().filter(
            item__cycle__status=CycleStatus.CLOSED, item__cycle__number__lt=cycle.number
        )

    def for_line(self) -> Self:
        """Fetch what naming a condition takes."""
        return self.select_related("item__cycle", "item__system")

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "item__cycle",
            "item__system",
            "position__organization",
            "assignee__organization",
            "met_by__organization",
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what its API shape shows: who gave it up so far too."""
        return self.for_list().prefetch_related(
            "waivers__organization", "waivers__signed_by__organization"
        )


class ConditionWaiverQuerySet(models.QuerySet[Any]):
    """Waivers of conditions."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to waivers of conditions that a reader may see."""
        return self.filter(condition__in=visible("reviews.Condition", user).values("pk"))

    def current(self) -> Self:
        """Narrow to signatures on the wording as it is now."""
        return self.filter(content_version=F("condition__content_version"), withdrawn_at=None)


class ReviewQuerySet(RecordQuerySet[Any]):
    """Reviews, as adjectives and plans."""

    def awaiting(self, user: User) -> Self:
        """Narrow to what a lead of the owner should accept, and a reviewer's own drafts."""
        mine = self.filter(status=ReviewStatus.DRAFT, created_by=user)
        if not access.has_permission(user, access.Permission.LEAD):
            return mine
        submitted = Q(status=ReviewStatus.SUBMITTED, owner=user.organization_id)
        return self.filter(Q(status=ReviewStatus.DRAFT, created_by=user) | submitted)

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related(
            "owner", "system", "version__system", "cycle", "created_by__organization"
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list()
            .select_related(
                "submitted_by__organization", "accepted_by__organization", "item__system"
            )
            .prefetch_related(
                "reviewers__organization",
                "evidence__added_by__organization",
                Prefetch("findings", visible("reviews.Finding", user).for_list(user)),
            )
        )


class FindingQuerySet(RecordQuerySet[Any]):
    """Findings, as adjectives and plans."""

    def that_hold(self) -> Self:
        """Narrow to what a review stands behind, so that a lesson may be drawn from it."""
        return self.filter(status__in=FINDINGS_THAT_HOLD)

    def for_list(self, user: Reader) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.defer("search")
            .select_related("owner", "review")
            .prefetch_related(visible_systems(user), visible_tags(user))
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list(user)
            .select_related("created_by__organization", "duplicate_of", "review__cycle")
            .annotate(observation_count=Count("observations", distinct=True))
            .prefetch_related(
                "evidence__added_by__organization",
                Prefetch("observations", visible("reviews.Observation", user)),
            )
        )


class EvidenceQuerySet(models.QuerySet[Any]):
    """Evidence; it inherits the audience of the record it hangs under."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to evidence under a record that a reader may see."""
        under = [
            Q(**{f"{noun}__isnull": False}) & access.records_visible_to(user, at=noun)
            for noun in ("observation", "review", "finding")
        ]
        return self.filter(under[0] | under[1] | under[2])

    def for_list(self) -> Self:
        """Fetch what one line of a list shows."""
        return self.select_related("observation", "review", "finding", "added_by__organization")
