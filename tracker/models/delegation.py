"""The shape of a delegation: who may sign in whose stead, and how long."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import DelegationQuerySet
from tracker.triggers import one_delegation_at_a_time


@tracked()
class Delegation(models.Model):
    """A signatory lets someone of their organization sign in their stead for a period."""

    reference_prefix: ClassVar[str] = "DEL"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    signatory = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="delegations_given",
        verbose_name=_("signatory"),
        editable=False,
    )
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="delegations_held",
        verbose_name=_("signs in their stead"),
    )
    starts_at = models.DateTimeField(_("from"), default=timezone.now)
    ends_at = models.DateTimeField(_("until"))
    reason = models.CharField(_("why"), max_length=300, blank=True)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, editable=False)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="delegation_ends_after_it_starts",
                violation_error_message=_("A delegation ends after it starts."),
            ),
            models.CheckConstraint(
                condition=~models.Q(signatory=models.F("delegate")),
                name="delegation_to_someone_else",
                violation_error_message=_("Choose someone else than the signatory."),
            ),
            models.CheckConstraint(
                condition=models.Q(revoked_at=None, revoked_by=None)
                | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="delegation_revoked_by_someone",
            ),
        ]
        triggers: ClassVar[list[pgtrigger.Trigger]] = [one_delegation_at_a_time()]

    def __str__(self) -> str:
        return f"{self.delegate} for {self.signatory}"

    def get_absolute_url(self) -> str:
        """Return the address of the page that lists delegations."""
        return reverse("signing")

    @property
    def is_over(self) -> bool:
        """Say whether it was revoked or its period has passed."""
        return self.revoked_at is not None or self.ends_at <= timezone.now()
