"""The shape of an organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import OrganizationQuerySet
from tracker.states import OrganizationKind, Role

if TYPE_CHECKING:
    from tracker.models.user import User


@tracked()
class Organization(models.Model):
    """A company that signs, or a community organization that reads."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    code = models.CharField(_("code"), max_length=12, help_text=_("Short and for ever: OAI, MSFT."))
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind)
    counts_since = models.DateTimeField(
        _("counts since"),
        null=True,
        editable=False,
        help_text=_("Since then its signature is one of those that something joint needs."),
    )

    objects = OrganizationQuerySet.as_manager()

    class Meta:
        ordering = ["code"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="organization_code_unique",
                violation_error_message=_("Another organization has this code."),
            ),
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^[A-Z][A-Z0-9]{1,11}$"),
                name="organization_code_shape",
                violation_error_message=_("A code is 2 to 12 capitals and digits, like MSFT."),
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=OrganizationKind.values),
                name="organization_kind_known",
            ),
            models.CheckConstraint(
                condition=models.Q(counts_since=None) | models.Q(kind=OrganizationKind.PARTNER),
                name="organization_counting_is_a_partner",
                violation_error_message=_("Only a partner's signature counts."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def has_lead_besides(self, user: User) -> bool:
        """Say whether someone else who is active leads here; one query."""
        others = self.users.exclude(pk=user.pk)
        return others.filter(role=Role.LEAD, is_active=True).exists()

    @property
    def has_lead(self) -> bool:
        """Say whether someone active leads here; one query."""
        return self.users.filter(role=Role.LEAD, is_active=True).exists()
