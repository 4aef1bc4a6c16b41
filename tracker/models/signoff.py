"""The shape of a signature, whatever it is under."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.keys import new_key


class SignOff(models.Model):
    """A signatory signed, for an organization, one content version of one record.

    Each noun that is signed has its own table, so that the database knows what was signed.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    organization = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed at"), default=timezone.now)
    content_version = models.PositiveIntegerField(_("content version"))
    statement = models.TextField(_("statement"), blank=True)
    illustrative = models.BooleanField(_("illustrative"), default=False)

    class Meta:
        abstract = True
        ordering = ["signed_at"]

    def __str__(self) -> str:
        return f"{self.signed_by} for {self.organization}, version {self.content_version}"
