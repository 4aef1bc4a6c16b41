"""Which practices a reader gets, and what a list or a page fetches with them."""

from __future__ import annotations

import datetime
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from lessons import access
from lessons.states import (
    PUBLIC_PRACTICES,
    PracticeStatus,
)
from reviews.querysets import visible, visible_systems, visible_tags
from tracker.querysets import SearchableQuerySet

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class BestPracticeQuerySet(models.QuerySet[Any]):
    """Practices: one is visible when a version of it is."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to practices with a version that a reader may see."""
        versions = visible("lessons.PracticeVersion", user)
        return self.filter(pk__in=versions.values("practice"))

    def for_list(self, user: Reader) -> Self:
        """Fetch a practice's visible versions, newest first."""
        return self.select_related("created_by__organization").prefetch_related(
            Prefetch("versions", visible("lessons.PracticeVersion", user, "for_line"))
        )


class PracticeVersionQuerySet(SearchableQuerySet[Any]):
    """Versions of practices, as adjectives and plans."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the public library, and to drafts for the partners' people."""
        return self.filter(access.practice_versions_visible_to(user)).with_replacement()

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past states, kept as events, in which a reader could read a version."""
        return access.practice_versions_visible_to(user, now)

    def with_replacement(self) -> Self:
        """Say of each whether an instant published another version in its place."""
        return self.annotate(is_replaced=self.replaced())

    def replaced(self) -> Exists:
        """Return whether an instant published another version of the same practice."""
        newer = self.model._base_manager.filter(practice=OuterRef("practice"))
        return Exists(newer.filter(access.come_out()))

    def in_state(self, *states: str) -> Self:
        """Narrow to the versions that are in one of these states at this instant."""
        return self.filter(reduce(or_, (access.in_state(one, self.replaced()) for one in states)))

    def published(self) -> Self:
        """Narrow to what is in force."""
        return self.in_state(PracticeStatus.PUBLISHED)

    def public(self) -> Self:
        """Narrow to what anyone may read, in force or superseded."""
        return self.in_state(*PUBLIC_PRACTICES)

    def awaiting_signature(self, user: User) -> Self:
        """Narrow to what a signatory's organization has not approved yet."""
        if not access.has_permission(user, access.Permission.SIGN):
            return self.none()
        if access.organization_of(user).counts_since is None:
            return self.none()
        hands = access.hands_of(user)
        approvals = self.model._meta.get_field("approvals").related_model
        signed = approvals._default_manager.filter(
            version=OuterRef("pk"),
            organization=user.organization_id,
            content_version=OuterRef("content_version"),
            withdrawn_at=None,
        )
        return (
            self.filter(status=PracticeStatus.JOINT_REVIEW)
            .exclude(Exists(signed))
            .exclude(Q(created_by__in=hands) | Q(worded_by__in=hands))
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to sign, or to publish."""
        mine = Q(pk__in=self.awaiting_signature(user).values("pk"))
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(status=PracticeStatus.APPROVED, published_at=None)
        return self.filter(mine)

    def for_line(self) -> Self:
        """Fetch what naming a version takes."""
        return self.select_related("practice")

    def for_list(self, user: Reader) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.for_line()
            .defer("search")
            .prefetch_related(visible_systems(user), visible_tags(user))
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list(user)
            .select_related("created_by__organization")
            .annotate(lesson_count=Count("lessons", distinct=True))
            .prefetch_related(
                Prefetch("lessons", visible("lessons.Lesson", user).select_related("owner")),
                "approvals__organization",
                "approvals__signed_by__organization",
                "approvals__delegation__signatory",
            )
        )


class PracticeApprovalQuerySet(models.QuerySet[Any]):
    """Approvals of practice versions."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to approvals of versions that a reader may see."""
        return self.filter(version__in=visible("lessons.PracticeVersion", user).values("pk"))

    def current(self) -> Self:
        """Narrow to signatures on the content as it is now."""
        return self.filter(content_version=F("version__content_version"), withdrawn_at=None)
