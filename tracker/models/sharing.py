"""The shape of changes of labels, and of the consents that a wider one needs."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models.record import Record
from tracker.querysets import LabelChangeQuerySet
from tracker.states import (
    LABEL_CHANGE_TRANSITIONS,
    LABEL_ORDER,
    Label,
    LabelChangeKind,
    LabelChangeStatus,
    is_wider,
)
from tracker.triggers import consent_stays, consents_complete, state_machine, stays_as_decided


def pairs_of_labels(kind: str) -> models.Q:
    """Return the moves between labels that a kind of change makes; a narrow one may also stay."""
    widens = kind == LabelChangeKind.WIDEN
    moves = (
        models.Q(
            from_label=label,
            to_label__in=[other for other in LABEL_ORDER if is_wider(other, label) is widens],
        )
        for label in LABEL_ORDER
        if label != Label.CLEAR or not widens
    )
    return models.Q(kind=kind) & reduce(or_, moves)


@tracked()
class LabelChange(models.Model):
    """Somebody decided who reads a record from now on: to widen it waits for each consent needed.

    Keys are unique across nouns, so one table serves all. It holds no copy of the content: only the
    digest of what the new readers would read, which the record must still have at each consent.
    """

    Status = LabelChangeStatus
    reference_prefix = "LBL"

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True)
    noun = models.CharField(_("noun"), max_length=60)
    record_id = models.UUIDField(db_index=True)
    record_reference = models.CharField(_("record"), max_length=24)
    owner = models.ForeignKey("tracker.Organization", models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=LabelChangeKind)
    from_label = models.CharField(_("from"), max_length=20, choices=Label)
    to_label = models.CharField(_("to"), max_length=20, choices=Label)
    takes_effect_at = models.DateTimeField(_("takes effect at"), null=True)
    reason = models.TextField(_("reason"), blank=True)
    digest = models.CharField(_("SHA-256 of the content"), max_length=64, blank=True)
    status = models.CharField(
        _("state"), max_length=20, choices=LabelChangeStatus, default=LabelChangeStatus.ASKED
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    settled_at = models.DateTimeField(_("settled at"), null=True)

    objects = LabelChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("change of a label")
        verbose_name_plural = _("changes of labels")
        constraints = [
            models.UniqueConstraint(
                fields=["record_id"],
                condition=models.Q(status=LabelChangeStatus.ASKED),
                name="labelchange_one_waits_at_a_time",
                violation_error_message=_("A change of this record's label waits already."),
            ),
            models.CheckConstraint(
                condition=pairs_of_labels(LabelChangeKind.WIDEN)
                | pairs_of_labels(LabelChangeKind.NARROW),
                name="labelchange_goes_its_way",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=LabelChangeKind.WIDEN, digest__regex=r"^[0-9a-f]{64}$")
                | models.Q(kind=LabelChangeKind.NARROW, digest=""),
                name="labelchange_widens_exact_content",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=LabelChangeKind.WIDEN) | ~models.Q(reason=""),
                name="labelchange_narrows_with_reason",
                violation_error_message=_("Say why fewer people may read it."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=LabelChangeStatus.ASKED, settled_at__isnull=True)
                | ~models.Q(status=LabelChangeStatus.ASKED) & models.Q(settled_at__isnull=False),
                name="labelchange_settled_at_an_instant",
            ),
        ]
        triggers = [
            state_machine("change of a label", LabelChangeStatus.ASKED, LABEL_CHANGE_TRANSITIONS),
            consents_complete(),
            stays_as_decided(),
        ]

    def __str__(self) -> str:
        return f"{self.record_reference} → {self.get_to_label_display()}"

    def get_absolute_url(self) -> str:
        """Return the address of the page that shows what is asked."""
        return reverse("label-change", args=[self.reference])

    @property
    def marked(self) -> Label:
        """Return the label that this leaves with: what is asked about is still the narrower one's."""
        return min(Label(self.from_label), Label(self.to_label), key=LABEL_ORDER.index)

    @property
    def record_model(self) -> type[Record]:
        """Return the noun of the record."""
        model: Any = apps.get_model(self.noun)
        return model  # type: ignore[no-any-return]

    @property
    def record(self) -> Record:
        """Return the record, whoever may see it; one query."""
        manager: Any = self.record_model._base_manager
        record: Record = manager.select_related("owner").get(pk=self.record_id)
        return record


@tracked("change")
class Consent(models.Model):
    """An organization is asked whether exactly this content may be read more widely; and its answer."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    change = models.ForeignKey(LabelChange, models.PROTECT, related_name="consents")
    organization = models.ForeignKey(
        "tracker.Organization", models.PROTECT, related_name="consents_asked"
    )
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField(_("given at"), null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)

    class Meta:
        ordering = ["organization__code"]
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["change", "organization"], name="consent_once_per_organization"
            ),
            models.CheckConstraint(
                condition=models.Q(given_by__isnull=True, given_at__isnull=True)
                | models.Q(given_by__isnull=False, given_at__isnull=False),
                name="consent_given_by_and_at",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_by__isnull=True, withdrawn_at__isnull=True)
                | models.Q(
                    withdrawn_by__isnull=False, withdrawn_at__isnull=False, given_at__isnull=False
                ),
                name="consent_withdrawn_by_and_at",
            ),
        ]
        triggers = [consent_stays()]

    def __str__(self) -> str:
        return f"{self.organization} for {self.change}"

    @property
    def holds(self) -> bool:
        """Say whether the consent was given and not taken back."""
        return self.given_at is not None and self.withdrawn_at is None
