"""Which rows a reader gets, and what a list or a page fetches with them, on the upper floor."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q
from django.utils import timezone

from lessons import access
from lessons.states import (
    LESSONS_IN_FORCE,
    OPEN_UPDATES,
    PUBLIC_PRACTICES,
    LessonStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateStatus,
)
from reviews.querysets import visible, visible_systems, visible_tags
from tracker.querysets import RecordQuerySet, SearchableQuerySet
from tracker.states import SHARED_LABELS, Label

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class LessonQuerySet(RecordQuerySet[Any]):
    """Lessons, as adjectives and plans."""

    def in_force(self) -> Self:
        """Narrow to lessons that the partners stand behind."""
        return self.filter(status__in=LESSONS_IN_FORCE)

    def awaiting_signature(self, user: User) -> Self:
        """Narrow to what a signatory's organization has not endorsed yet."""
        if not access.has_permission(user, access.Permission.SIGN):
            return self.none()
        hands = access.hands_of(user)
        concerned = Q(scope=Scope.OWN, owner=user.organization_id)
        if access.organization_of(user).counts_since is not None:
            concerned |= Q(access.labelled(SHARED_LABELS), scope=Scope.JOINT)
        return (
            self.filter(concerned, status=LessonStatus.IDENTIFIED)
            .exclude(self.signed_by(user.organization_id))
            .exclude(Q(created_by__in=hands) | Q(assignee__in=hands) | Q(worded_by__in=hands))
        )

    def signed_by(self, organization_id: Any) -> Exists:
        """Return whether an organization signed the content as it is."""
        from_organization = self.model._meta.get_field("endorsements").related_model
        return Exists(
            from_organization._default_manager.filter(
                lesson=OuterRef("pk"),
                organization=organization_id,
                content_version=OuterRef("content_version"),
                withdrawn_at=None,
            )
        )

    def awaiting(self, user: User) -> Self:
        """Narrow to what waits for this person: to sign, to share, or to act on."""
        signing = Q(pk__in=self.awaiting_signature(user).values("pk"))
        mine = Q(assignee=user, status__in=[LessonStatus.ENDORSED, LessonStatus.REGRESSED])
        if access.has_permission(user, access.Permission.LEAD):
            mine |= Q(
                access.labelled([Label.AMBER_STRICT]),
                owner=user.organization_id,
                status=LessonStatus.IDENTIFIED,
                scope=Scope.JOINT,
                coming_at=None,
            )
        return self.filter(signing | mine)

    def for_list(self, user: Reader) -> Self:
        """Fetch what one line of a list shows."""
        return (
            self.defer("search")
            .select_related("owner", "assignee__organization")
            .prefetch_related(
                visible_tags(user),
                Prefetch("about", visible("lessons.LessonSystem", user, "for_list")),
            )
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows, children already visible ones only."""
        return (
            self.for_list(user)
            .select_related("created_by__organization", "superseded_by")
            .annotate(finding_count=Count("findings", distinct=True))
            .prefetch_related(
                Prefetch("findings", visible("reviews.Finding", user).select_related("owner")),
                Prefetch("updates", visible("lessons.SystemUpdate", user, "for_list")),
                Prefetch("research", visible("lessons.ResearchDirection", user, "for_list")),
                Prefetch("practice_versions", visible("lessons.PracticeVersion", user, "for_line")),
                "endorsements__organization",
                "endorsements__signed_by__organization",
                "endorsements__delegation__signatory",
            )
        )


class LessonSystemQuerySet(models.QuerySet[Any]):
    """The systems that lessons are about."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to visible systems of visible lessons."""
        return self.filter(
            access.records_visible_to(user, at="lesson"),
            access.records_visible_to(user, at="system"),
        )

    def for_list(self) -> Self:
        """Fetch what a line shows."""
        return self.select_related("system")


class EndorsementQuerySet(models.QuerySet[Any]):
    """Endorsements of lessons."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to endorsements of lessons that a reader may see."""
        return self.filter(access.records_visible_to(user, at="lesson"))

    def current(self) -> Self:
        """Narrow to signatures on the content as it is now."""
        return self.filter(content_version=F("lesson__content_version"), withdrawn_at=None)


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
        return self.filter(access.practice_versions_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past states, kept as events, in which a reader could read a version."""
        return access.practice_versions_visible_to(user)

    def published(self) -> Self:
        """Narrow to what is in force."""
        return self.filter(status=PracticeStatus.PUBLISHED)

    def public(self) -> Self:
        """Narrow to what anyone may read, in force or superseded."""
        return self.filter(status__in=PUBLIC_PRACTICES)

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
            mine |= Q(status=PracticeStatus.APPROVED)
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
