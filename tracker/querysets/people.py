"""Which organizations, accounts and delegations a reader may know of."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from tracker import access
from tracker.states import OrganizationKind

if TYPE_CHECKING:
    from tracker.access import Reader


class OrganizationQuerySet(models.QuerySet[Any]):
    """Organizations, as adjectives."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the organizations a reader may know of."""
        return self.filter(access.organizations_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever knows of it."""
        return access.organizations_visible_to(user, key="pgh_obj")

    def partners(self) -> Self:
        """Narrow to those that work on the records together."""
        return self.filter(kind=OrganizationKind.PARTNER)

    def counting(self) -> Self:
        """Narrow to the partners whose signatures something joint needs: all of them, from their
        first cycle on."""
        return self.partners().filter(counts_since__isnull=False)


class UserQuerySet(models.QuerySet[Any]):
    """Accounts, as adjectives."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the people a reader may know of."""
        return self.filter(access.users_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: a lead's own people's."""
        return access.accounts_told_to(user)

    def who_may(self, permission: access.Permission) -> Self:
        """Narrow to the people whose own role at a partner includes a permission."""
        return self.filter(
            organization__kind=OrganizationKind.PARTNER,
            role__in=access.roles_with(permission),
            is_active=True,
        )

    def assignable_by(self, user: Reader) -> Self:
        """Narrow to the people of a reader's own organization who can carry a task."""
        organization = user.organization_id if user.is_authenticated else None
        return self.filter(organization=organization, is_active=True).exclude(organization=None)


class DelegationQuerySet(models.QuerySet[Any]):
    """Delegations of signing."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to those within a reader's own organization."""
        return self.filter(access.delegations_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: their own side's."""
        return access.delegations_visible_to(user)

    def in_force(self) -> Self:
        """Narrow to those under which someone can sign now: the signatory still is one."""
        now = timezone.now()
        return self.filter(
            starts_at__lte=now,
            ends_at__gt=now,
            revoked_at=None,
            signatory__is_active=True,
            signatory__role__in=access.roles_with(access.Permission.SIGN),
            signatory__organization=F("delegate__organization"),
        )

    def for_detail(self, user: Reader) -> Self:
        """Fetch what a page shows."""
        return self.for_list()

    def for_line(self) -> Self:
        """Fetch what naming a delegation takes."""
        return self.for_list()

    def not_over(self) -> Self:
        """Narrow to those in force or still to come."""
        return self.filter(ends_at__gt=timezone.now(), revoked_at=None)

    def for_list(self) -> Self:
        """Fetch what a line shows."""
        return self.select_related("signatory__organization", "delegate__organization")
