"""The shape of an account."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from tracker import access
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models.organization import Organization
from tracker.querysets import UserQuerySet
from tracker.states import Role


class AccountManager(UserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Loads the organization with every account, because every rule asks for it."""

    def get_queryset(self) -> Any:
        """Join the organization."""
        return super().get_queryset().select_related("organization")


@tracked()
class User(AbstractUser):  # type: ignore[django-manager-missing]  # knox's have no types
    """A person of one organization, in one role."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="users"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.OBSERVER)
    is_service = models.BooleanField(
        _("a program"),
        default=False,
        help_text=_("It has no password; whoever looks after it gives it tokens."),
    )
    second_factor_reset_at = models.DateTimeField(
        _("second factor reset"), null=True, blank=True, editable=False
    )

    objects: ClassVar[AccountManager] = AccountManager()

    class Meta:
        ordering = ["username"]
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organization__isnull=False) | models.Q(is_superuser=True),
                name="user_belongs_to_an_organization",
                violation_error_message=_("Everyone but a superuser belongs to an organization."),
            ),
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_role_known"
            ),
            # Single sign-on finds a person by the address that their own organization vouches for.
            models.UniqueConstraint(
                Lower("email"),
                "organization",
                condition=~models.Q(email=""),
                name="user_email_once_per_organization",
                violation_error_message=_("Somebody of this organization has this e-mail address."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    def programs_looked_after(self) -> Any:
        """Return the accounts of programs whose tokens this person keeps: a lead's."""
        if not access.has_permission(self, access.Permission.LEAD):
            return User.objects.none()
        return User.objects.filter(organization=self.organization_id, is_service=True)

    @property
    def is_partner(self) -> bool:
        """Say whether this person belongs to a partner, for templates."""
        return access.is_partner(self)


@tracked("user")
class GroupOfUser(User.groups.through):  # type: ignore[name-defined,misc]
    """A group of Django's that a person is in; no rule of ours asks."""

    class Meta:
        proxy = True


@tracked("user")
class PermissionOfUser(User.user_permissions.through):  # type: ignore[name-defined,misc]
    """A permission of Django's that a person has; no rule of ours asks."""

    class Meta:
        proxy = True
