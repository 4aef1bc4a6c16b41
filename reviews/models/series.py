"""The shape of what makes review cycles recur, and of what each takes over from those before."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews import recurring
from reviews.series_querysets import CarriedQuerySet, CycleSeriesQuerySet
from reviews.states import SERIES_TRANSITIONS, CycleKind, SeriesStatus
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem
from tracker.triggers import not_while_held, state_machine

LONGEST_WINDOW = 366
SHOWN_AHEAD = 3


@tracked()
class CycleSeries(models.Model):
    """A recurring cadence of joint cycles; it belongs to all partners and to none."""

    Status = SeriesStatus

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    number = models.PositiveIntegerField(_("number"), unique=True, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    title = models.CharField(_("title"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=CycleKind, default=CycleKind.PERIODIC)
    rule = models.CharField(
        _("rule"),
        max_length=recurring.LONGEST,
        help_text=_("RFC 5545: FREQ=MONTHLY;BYDAY=1MO is each first Monday of a month."),
    )
    begins_on = models.DateField(_("from"))
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        default="UTC",
        help_text=_("Where the day begins: Europe/Berlin, America/Los_Angeles, UTC."),
    )
    window_days = models.PositiveSmallIntegerField(
        _("days of a cycle"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_WINDOW)],
    )
    scope = models.TextField(
        _("scope"), blank=True, help_text=_("What it is about; each cycle’s agenda begins with it.")
    )
    systems = models.ManyToManyField(
        AISystem, blank=True, related_name="cycle_series", verbose_name=_("systems")
    )
    leads = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="+",
        verbose_name=_("leads"),
        help_text=_("One per partner; they lead each cycle."),
    )
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=SeriesStatus,
        default=SeriesStatus.ACTIVE,
        editable=False,
    )
    next_on = models.DateField(_("next cycle on"), null=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )

    objects = CycleSeriesQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name = _("cycle series")
        verbose_name_plural = _("cycle series")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(window_days__range=(1, LONGEST_WINDOW)),
                name="cycleseries_window_of_days",
                violation_error_message=_("A cycle takes a day at least, and a year at most."),
            ),
            models.CheckConstraint(
                condition=models.Q(status=SeriesStatus.ACTIVE) | models.Q(next_on=None),
                name="cycleseries_only_an_active_one_goes_on",
            ),
        ]
        triggers = [
            state_machine("series", SeriesStatus.ACTIVE, SERIES_TRANSITIONS),
            not_while_held("id"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Return the address of the series' page."""
        return reverse("series-detail", args=[self.reference])

    @property
    def coming(self) -> list[datetime.date]:
        """Return the days on which the next cycles open."""
        if self.next_on is None:
            return []
        return recurring.coming(self.rule, self.begins_on, self.next_on, SHOWN_AHEAD)


@tracked("cycleseries")
class SystemOfSeries(CycleSeries.systems.through):  # type: ignore[name-defined,misc]
    """A system that a series is about."""

    class Meta:
        proxy = True


@tracked("cycleseries")
class LeadOfSeries(CycleSeries.leads.through):  # type: ignore[name-defined,misc]
    """A person who leads the cycles of a series for a partner."""

    class Meta:
        proxy = True


@tracked()
class CarriedOver(models.Model):
    """Something that was still open when a cycle of a series began, by its noun and its key.

    Some of it stands on the floor above, so the row points at it as the log of readings does.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    cycle = models.ForeignKey(
        "reviews.ReviewCycle", models.CASCADE, related_name="carried_over", editable=False
    )
    noun = models.CharField(_("kind"), max_length=60, editable=False)
    record_id = models.UUIDField(editable=False)

    objects = CarriedQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("what was carried over")
        verbose_name_plural = _("what was carried over")
        constraints = [
            models.UniqueConstraint(fields=["cycle", "record_id"], name="carriedover_once_a_cycle")
        ]
        triggers = [not_while_held("cycle_id")]

    def __str__(self) -> str:
        return f"{self.noun} {self.record_id}"
