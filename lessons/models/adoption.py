"""The shape of how far each system is with each version of a practice."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.practice import PracticeVersion
from lessons.querysets.adoption import AdoptionQuerySet
from lessons.states import (
    ADOPTION_TRANSITIONS,
    ADOPTIONS_WITH_EVIDENCE,
    PUBLIC_PRACTICES,
    AdoptionStatus,
    PracticeStatus,
)
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem
from tracker.models.record import Record
from tracker.states import Label
from tracker.triggers import not_while_held, quoted, state_machine

SAID = models.Q(said_on__isnull=False, said_by__isnull=False) & ~models.Q(reason="")
UNSAID = models.Q(
    said_on__isnull=True, said_by__isnull=True, reason="", evidence="", evidence_url=""
)
CONFIRMED = models.Q(confirmed_on__isnull=False, confirmed_by__isnull=False)
UNCONFIRMED = models.Q(confirmed_on__isnull=True, confirmed_by__isnull=True, confirmation="")


def asked_of_what_is_published() -> pgtrigger.Trigger:
    """Return a trigger on adoptions: a system is asked of a published version, from that day on."""
    return pgtrigger.Trigger(
        name="asked_of_what_is_published",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM public.lessons_practiceversion AS version
                WHERE version.id = NEW.version_id
                    AND (version.status IN ({quoted(PUBLIC_PRACTICES)})
                        OR version.status = '{PracticeStatus.APPROVED}'
                            AND version.published_at <= clock_timestamp())
                    AND NEW.asked_on >= (version.published_at AT TIME ZONE 'UTC')::date
            ) THEN
                RAISE EXCEPTION 'Systems are asked about a published practice, from that day on.'
                    USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,
    )


@tracked()
class Adoption(models.Model):
    """How far one system is with one version of a practice, as its operator says, with evidence."""

    Status = AdoptionStatus
    reference_prefix = "ADP"
    # Whatever the system's label, what its operator says of it is among the partners.
    marked = Label.AMBER
    audience_of = ("version", "system")

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=32, unique=True, editable=False)
    version = models.ForeignKey(
        PracticeVersion, models.PROTECT, related_name="adoptions", verbose_name=_("practice")
    )
    system = models.ForeignKey(
        AISystem, models.PROTECT, related_name="adoptions", verbose_name=_("system")
    )
    organization = models.ForeignKey(
        "tracker.Organization", models.PROTECT, related_name="+", verbose_name=_("who is asked")
    )
    asked_on = models.DateField(_("asked on"), editable=False)
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=AdoptionStatus,
        default=AdoptionStatus.ASKED,
        editable=False,
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)
    evidence = models.TextField(_("evidence"), blank=True, editable=False)
    evidence_url = models.URLField(
        _("link to the evidence"), max_length=1000, blank=True, editable=False
    )
    said_on = models.DateField(_("said on"), null=True, editable=False)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("said by"),
        editable=False,
    )
    confirmation = models.TextField(_("what the evidence shows"), blank=True, editable=False)
    confirmed_on = models.DateField(_("confirmed on"), null=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("confirmed by"),
        editable=False,
    )
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        ordering = ["system__name"]
        verbose_name = _("adoption")
        verbose_name_plural = _("adoptions")
        constraints = [
            models.UniqueConstraint(
                fields=["version", "system"],
                name="adoption_asked_once",
                violation_error_message=_("This system was asked about this version already."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=AdoptionStatus.ASKED) & UNSAID
                | ~models.Q(status=AdoptionStatus.ASKED) & SAID,
                name="adoption_said_by_someone_who_says_why",
                violation_error_message=_("Say why: what was looked at, and what that showed."),
            ),
            models.CheckConstraint(
                condition=models.Q(said_on__isnull=True)
                | models.Q(said_on__gte=models.F("asked_on")),
                name="adoption_said_after_it_was_asked",
                violation_error_message=_(
                    "A version can't be adopted before the day it was published."
                ),
            ),
            models.CheckConstraint(
                condition=CONFIRMED | UNCONFIRMED,
                name="adoption_confirmed_by_someone",
                violation_error_message=_("Say who confirmed the evidence, and when."),
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by__isnull=True)
                | models.Q(status__in=ADOPTIONS_WITH_EVIDENCE)
                & (~models.Q(evidence="") | ~models.Q(evidence_url="")),
                name="adoption_confirmed_with_evidence",
                violation_error_message=_("Only evidence that was given can be confirmed."),
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_by__isnull=True)
                | ~models.Q(confirmed_by=models.F("said_by")),
                name="adoption_confirmed_by_another",
                violation_error_message=_("Whoever said it can't confirm the evidence."),
            ),
            models.CheckConstraint(
                condition=models.Q(confirmed_on__isnull=True)
                | models.Q(confirmed_on__gte=models.F("said_on")),
                name="adoption_confirmed_after_it_was_said",
                violation_error_message=_("Evidence can't be confirmed before it was given."),
            ),
        ]
        triggers = [
            state_machine("adoption", AdoptionStatus.ASKED, ADOPTION_TRANSITIONS),
            not_while_held("id", "version_id"),
            asked_of_what_is_published(),
        ]

    def __str__(self) -> str:
        return str(self.version)

    def get_absolute_url(self) -> str:
        """Return the address of the adoption's page."""
        return reverse("adoption-detail", args=[self.reference])

    @property
    def under(self) -> Record:
        """Return what fewer people may know of than of a practice: the system."""
        return self.system

    @property
    def is_confirmed(self) -> bool:
        """Say whether somebody else confirmed the evidence."""
        return self.confirmed_by_id is not None

    @property
    def is_stale(self) -> bool:
        """Say whether a newer version of the practice was published; a query where no plan asked."""
        known: bool | None = vars(self).get("stale")
        if known is not None:
            return known
        return Adoption.objects.with_staleness().filter(pk=self.pk, stale=True).exists()
