"""The shape of joint review cycles."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.querysets import ReviewCycleQuerySet
from reviews.states import CYCLE_TRANSITIONS, CycleKind, CycleStatus
from reviews.triggers import briefed_before_signing
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.triggers import not_while_held, state_machine


@tracked()
class ReviewCycle(models.Model):
    """A joint round of reviews; it belongs to all partners and to none.

    `signers` are the partners there were when it was opened: one that joins signs from the next on.
    """

    Status = CycleStatus

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=CycleKind, default=CycleKind.PERIODIC)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    leads = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="led_cycles",
        verbose_name=_("leads"),
        help_text=_("One per partner."),
    )
    signers = models.ManyToManyField(
        "tracker.Organization",
        blank=True,
        related_name="+",
        verbose_name=_("signed by"),
        editable=False,
    )
    attended_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=_("attended by"),
    )
    agenda = models.TextField(_("agenda"), blank=True)
    minutes = models.TextField(_("minutes"), blank=True)
    decisions = models.TextField(_("decisions"), blank=True)
    status = models.CharField(
        _("state"), max_length=20, choices=CycleStatus, default=CycleStatus.PLANNED, editable=False
    )
    series = models.ForeignKey(
        "reviews.CycleSeries",
        models.PROTECT,
        null=True,
        related_name="cycles",
        verbose_name=_("series"),
        editable=False,
    )
    # The day of the series' rule that it was made for.
    occurrence = models.DateField(_("occurrence"), null=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    source = models.CharField(_("source"), max_length=500, blank=True)
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = ReviewCycleQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("review cycle")
        verbose_name_plural = _("review cycles")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="reviewcycle_ends_after_it_starts",
                violation_error_message=_("A cycle ends on or after the day it starts."),
            ),
            models.UniqueConstraint(
                fields=["series", "occurrence"],
                name="reviewcycle_once_an_occurrence",
                violation_error_message=_("The series has a cycle for this day already."),
            ),
            models.CheckConstraint(
                condition=models.Q(series=None, occurrence=None)
                | models.Q(series__isnull=False, occurrence__isnull=False),
                name="reviewcycle_of_a_series_names_its_day",
            ),
        ]
        triggers = [
            state_machine("cycle", CycleStatus.PLANNED, CYCLE_TRANSITIONS),
            not_while_held("id"),
            briefed_before_signing(),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        """Return the address of the cycle's page."""
        return reverse("cycle-detail", args=[self.reference])


@tracked("reviewcycle")
class LeadOfCycle(ReviewCycle.leads.through):  # type: ignore[name-defined,misc]
    """A person who leads a cycle for a partner."""

    class Meta:
        proxy = True


@tracked("reviewcycle")
class SignerOfCycle(ReviewCycle.signers.through):  # type: ignore[name-defined,misc]
    """A partner that signs in a cycle."""

    class Meta:
        proxy = True


@tracked("reviewcycle")
class AttendantOfCycle(ReviewCycle.attended_by.through):  # type: ignore[name-defined,misc]
    """A person who was at a cycle's meetings."""

    class Meta:
        proxy = True
