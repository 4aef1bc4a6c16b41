"""The shape of what protects a record: legal holds, redactions, and the log of who read it.

Keys are unique across nouns, so one table serves them all; `noun` says where a record is found.
"""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import HoldQuerySet, ReadingQuerySet, RedactionQuerySet
from tracker.states import Label, RedactionCause, Surface
from tracker.triggers import append_only, hold_stays, not_while_held, redacted_by_its_own


class AboutRecord(models.Model):
    """Something kept about one record of any noun."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    record_id = models.UUIDField(_("record"))
    noun = models.CharField(_("noun"), max_length=60)
    reference = models.CharField(_("reference"), max_length=40)

    class Meta:
        abstract = True
        ordering = ["-id"]


@tracked()
class LegalHold(AboutRecord):
    """An organization keeps a record, and all under it, as it is: for its own people to know alone."""

    organization = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    reason = models.TextField(_("reason"))
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(_("placed at"), default=timezone.now)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    lifted_at = models.DateTimeField(_("lifted at"), null=True)
    lift_reason = models.TextField(_("why it was lifted"), blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta(AboutRecord.Meta):
        verbose_name = _("legal hold")
        verbose_name_plural = _("legal holds")
        constraints = [
            models.UniqueConstraint(
                fields=["record_id", "organization"],
                condition=models.Q(lifted_at__isnull=True),
                name="legalhold_one_live",
                violation_error_message=_("It is on legal hold already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(reason=""),
                name="legalhold_placed_with_reason",
                violation_error_message=_("Say why it is put on hold."),
            ),
            models.CheckConstraint(
                condition=models.Q(lifted_at__isnull=True, lifted_by__isnull=True, lift_reason="")
                | models.Q(lifted_at__isnull=False, lifted_by__isnull=False)
                & ~models.Q(lift_reason=""),
                name="legalhold_lifted_by_someone_with_reason",
                violation_error_message=_("Say why the hold is lifted."),
            ),
        ]
        triggers = [hold_stays()]

    def __str__(self) -> str:
        return f"{self.reference}, since {self.placed_at:%Y-%m-%d}"


@tracked()
class Redaction(AboutRecord):
    """One text of a record, or of a row under it, from which words went for good; its hash stays.

    What it names is what the database lets go: a signed or published text changes just from the
    text of `sha256` to the text of `after_sha256`. `act` is one for all rows of one redaction.
    """

    Cause = RedactionCause

    act = models.UUIDField(_("act"))
    organization = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    row_noun = models.CharField(_("noun of the row"), max_length=60)
    row_id = models.UUIDField(_("row"))
    field = models.CharField(_("field"), max_length=60)
    is_whole = models.BooleanField(_("the whole text"))
    # Of the text as it stood; of a binary or structured value, of its bytes or its JSON.
    sha256 = models.CharField(_("SHA-256 of what stood there"), max_length=64)
    after_sha256 = models.CharField(_("SHA-256 of what stands there now"), max_length=64)
    cause = models.CharField(_("what it was"), max_length=20, choices=RedactionCause)
    reason = models.TextField(_("why"), blank=True)
    # Other records that said the same to whoever redacted; they have owners of their own.
    copies = ArrayField(models.CharField(max_length=40), default=list, verbose_name=_("also in"))
    redacted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    redacted_at = models.DateTimeField(_("redacted at"), default=timezone.now)

    objects = RedactionQuerySet.as_manager()

    class Meta(AboutRecord.Meta):
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        indexes = [
            models.Index(fields=["record_id"], name="redaction_of_record"),
            models.Index(fields=["row_id"], name="redaction_of_row"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(cause=RedactionCause.OTHER) | ~models.Q(reason=""),
                name="redaction_says_why",
                violation_error_message=_("Say why the text goes."),
            ),
            models.CheckConstraint(
                condition=models.Q(cause__in=RedactionCause.values), name="redaction_cause_known"
            ),
        ]
        triggers = [
            not_while_held("record_id", born=True),
            redacted_by_its_own(),
            append_only("A redaction"),
        ]

    def __str__(self) -> str:
        return f"{self.reference}, {self.field}"


@tracked()
class Reading(AboutRecord):
    """A person read a RED or embargoed record whole, or took it along."""

    Surface = Surface

    organization = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    label = models.CharField(_("label"), max_length=20, choices=Label)
    surface = models.CharField(_("where"), max_length=10, choices=Surface)
    read_at = models.DateTimeField(_("read at"), default=timezone.now)
    request = models.CharField(_("request"), max_length=64, blank=True)

    objects = ReadingQuerySet.as_manager()

    class Meta(AboutRecord.Meta):
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        indexes = [models.Index(fields=["record_id", "-id"], name="reading_of_record")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(surface__in=Surface.values), name="reading_surface_known"
            )
        ]
        triggers = [append_only("A reading")]

    def __str__(self) -> str:
        return f"{self.reader} read {self.reference}"
