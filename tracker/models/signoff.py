"""The shape of a signature, whatever it is under."""

from __future__ import annotations

from typing import ClassVar

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.keys import new_key
from tracker.triggers import signs_what_stands, stays_as_signed

# A withdrawal is the one thing that may still be written on a signature.
SIGNED_COLUMNS = (
    "id",
    "organization_id",
    "signed_by_id",
    "signed_at",
    "content_version",
    "digest",
    "content",
    "statement",
    "delegation_id",
    "illustrative",
)


class SignOff(models.Model):
    """A signatory signed, for an organization, one content version of one record.

    Each noun that is signed has its own table, so that the database knows what was signed. What was
    signed is kept word for word: canonical JSON (RFC 8785), with its SHA-256. `texts_told` are told in
    the story of the record.
    """

    texts_told: ClassVar[tuple[str, ...]] = ("statement",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed at"), default=timezone.now)
    content_version = models.PositiveIntegerField(_("content version"))
    # Empty only on signatures that are older than these columns: the trigger refuses new ones.
    digest = models.CharField(_("SHA-256"), max_length=64, default="")
    content = models.TextField(_("content signed"), default="")
    statement = models.TextField(_("statement"), blank=True)
    delegation = models.ForeignKey(
        "tracker.Delegation", models.PROTECT, null=True, related_name="+", editable=False
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    withdrawal_reason = models.TextField(_("why it was withdrawn"), blank=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False)

    class Meta:
        abstract = True
        ordering = ["signed_at"]

    def __str__(self) -> str:
        return f"{self.signer} for {self.organization}, version {self.content_version}"

    def is_current(self, content_version: int) -> bool:
        """Say whether it is live: not withdrawn, and on the version that a record has now."""
        return self.withdrawn_at is None and self.content_version == content_version

    @property
    def signer(self) -> str:
        """Name who signed, and in whose stead: "Dana for Sam (delegated)"."""
        if self.delegation is None:
            return str(self.signed_by)
        return f"{self.signed_by} for {self.delegation.signatory} (delegated)"


def sign_off_rules(noun: str, root: str) -> list[models.BaseConstraint]:
    """Return what the database holds of signatures: one live for an organization and a version."""
    return [
        models.UniqueConstraint(
            fields=[root, "organization", "content_version"],
            condition=models.Q(withdrawn_at__isnull=True),
            name=f"{noun}_once_per_organization",
            violation_error_message=_("Your organization has signed this version already."),
        ),
        models.CheckConstraint(
            condition=models.Q(
                withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason=""
            )
            | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
            & ~models.Q(withdrawal_reason=""),
            name=f"{noun}_withdrawn_by_someone_with_reason",
            violation_error_message=_("Say why the signature is withdrawn."),
        ),
    ]


def sign_off_triggers(table: str, column: str) -> list[pgtrigger.Trigger]:
    """Return the triggers of a table of signatures on the records of another table."""
    return [signs_what_stands(table, column), stays_as_signed((*SIGNED_COLUMNS, column))]
