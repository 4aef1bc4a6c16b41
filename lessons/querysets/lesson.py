"""Which lessons a reader gets, and what a list or a page fetches with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q

from lessons import access
from lessons.states import (
    LESSONS_BEING_LEARNED,
    LESSONS_IN_FORCE,
    LessonStatus,
    Scope,
)
from reviews.querysets import visible, visible_tags
from tracker.querysets import RecordQuerySet
from tracker.states import SHARED_LABELS, Label

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User


class LessonQuerySet(RecordQuerySet[Any]):
    """Lessons, as adjectives and plans."""

    def in_force(self) -> Self:
        """Narrow to lessons that the partners stand behind."""
        return self.filter(status__in=LESSONS_IN_FORCE)

    def being_learned(self) -> Self:
        """Narrow to endorsed lessons for which something may still have to be done."""
        return self.filter(status__in=LESSONS_BEING_LEARNED)

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
            .annotate(
                finding_count=Count("findings", distinct=True),
                organization_count=Count("findings__owner", distinct=True),
            )
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
