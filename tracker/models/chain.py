"""The tables behind the chain: what waits to be sealed, the links, and what was redacted.

Nobody writes them but the owner's functions (tracker/migrations/): the web role has no grant to.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.triggers import signers_own_history


class SealQueue(models.Model):
    """An event that waits to be sealed, with the transaction that wrote it."""

    id = models.BigAutoField(primary_key=True)
    event_table = models.TextField()
    event_id = models.BigIntegerField()
    transaction = models.BigIntegerField()

    class Meta:
        db_table = "tracker_sealqueue"

    def __str__(self) -> str:
        return f"{self.event_table} {self.event_id}"


class SealShape(models.Model):
    """The columns of an event table that a link covers; a later migration may add others."""

    id = models.BigAutoField(primary_key=True)
    event_table = models.TextField()
    columns = ArrayField(models.TextField())

    class Meta:
        db_table = "tracker_sealshape"
        constraints = [
            models.UniqueConstraint(fields=["event_table", "columns"], name="sealshape_unique")
        ]

    def __str__(self) -> str:
        return f"{self.event_table}: {', '.join(self.columns)}"


class Seal(models.Model):
    """A link of the chain: one event, its digest, and the hash over it and the link before."""

    sequence = models.BigIntegerField(primary_key=True)
    shape = models.ForeignKey(SealShape, models.PROTECT, related_name="+", db_index=False)
    event_id = models.BigIntegerField()
    digest = models.BinaryField()
    hash = models.BinaryField()
    sealed_at = models.DateTimeField()

    class Meta:
        db_table = "tracker_seal"
        constraints = [
            models.UniqueConstraint(fields=["event_id", "shape"], name="seal_event_once")
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {bytes(self.hash).hex()}"


class RedactedValue(models.Model):
    """What took the place of one value of one event, and the hash of what stood there.

    Its key is named as in an event table: it is history like them, kept and sealed like them.
    """

    pgh_id = models.BigAutoField(primary_key=True)
    event_table = models.TextField(_("history of"))
    event_id = models.BigIntegerField(_("event"))
    column = models.TextField(_("field"))
    digest = models.BinaryField(_("hash of what stood there"))
    placeholder = models.TextField(_("what stands there now"))
    redacted_by = models.TextField(_("redacted by"), help_text=_("The account's key."))
    redacted_at = models.DateTimeField(_("redacted on"))
    reason = models.TextField(_("reason"))

    class Meta:
        db_table = "tracker_redactedvalue"
        verbose_name = _("redacted value")
        verbose_name_plural = _("redacted values")
        constraints = [
            models.UniqueConstraint(
                fields=["event_table", "event_id", "column"], name="redactedvalue_once"
            )
        ]
        triggers = [signers_own_history()]

    def __str__(self) -> str:
        return f"{self.event_table} {self.event_id} {self.column}"
