"""The shape of a review of an update's effect: by what it is judged, from when on, and what came of it."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.models.update import SystemUpdate
from lessons.querysets import EffectivenessReviewQuerySet
from lessons.states import EffectOutcome
from lessons.triggers import judged_by_another, planned_before_shipping
from tracker.history.tracking import tracked
from tracker.instants import is_after_the_day
from tracker.keys import new_key
from tracker.states import MOST_DAYS
from tracker.triggers import not_while_held


@tracked("update")
class EffectivenessReview(models.Model):
    """One look at whether an update works; one that settles nothing is followed by another.

    The criterion is written before the update ships. It is late where it was written afterwards, as
    may be for a containment and for what is entered years later; such a review counts in no headline.
    """

    Outcome = EffectOutcome

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    update = models.ForeignKey(
        SystemUpdate, models.PROTECT, related_name="effectiveness_reviews", editable=False
    )
    criterion = models.TextField(_("it works if"))
    method = models.TextField(_("how that is seen"))
    waiting_days = models.PositiveSmallIntegerField(
        _("days to wait"), validators=[MaxValueValidator(MOST_DAYS)]
    )
    criterion_at = models.DateTimeField(
        _("criterion written at"), default=timezone.now, editable=False
    )
    criterion_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False
    )
    # The day it shipped, or that of the review before; nothing until then.
    waits_from = models.DateField(_("waits from"), null=True, editable=False)
    due_on = models.DateField(_("can be judged from"), null=True, editable=False)
    asked_at = models.DateTimeField(_("asked for at"), null=True, editable=False)
    outcome = models.CharField(
        _("outcome"), max_length=30, choices=EffectOutcome, blank=True, editable=False
    )
    seen = models.TextField(_("what was seen"), blank=True, editable=False)
    reviewed_on = models.DateField(_("judged on"), null=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(_("recorded at"), null=True, editable=False)
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)

    objects = EffectivenessReviewQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("effectiveness review")
        verbose_name_plural = _("effectiveness reviews")
        constraints = [
            models.UniqueConstraint(
                fields=["update"], condition=Q(outcome=""), name="effectivenessreview_one_open"
            ),
            models.CheckConstraint(
                condition=~Q(criterion="") & ~Q(method=""),
                name="effectivenessreview_says_by_what_and_how",
                violation_error_message=_("Say what shows that it works, and how that is seen."),
            ),
            models.CheckConstraint(
                condition=Q(waits_from=None, due_on=None)
                | Q(
                    due_on=ExpressionWrapper(
                        F("waits_from") + F("waiting_days"), output_field=DateField()
                    )
                ),
                name="effectivenessreview_due_after_waiting",
            ),
            models.CheckConstraint(
                condition=Q(
                    ~Q(seen=""),
                    outcome__in=EffectOutcome.values,
                    due_on__isnull=False,
                    reviewed_on__isnull=False,
                    reviewed_by__isnull=False,
                    recorded_at__isnull=False,
                )
                | Q(outcome="", seen="", reviewed_on=None, reviewed_by=None, recorded_at=None),
                name="effectivenessreview_judged_by_someone_somehow",
                violation_error_message=_("Say what was seen of the effect."),
            ),
            models.CheckConstraint(
                condition=Q(reviewed_on=None) | Q(reviewed_on__gte=F("due_on")),
                name="effectivenessreview_after_the_waiting_period",
                violation_error_message=_(
                    "An effect can't be judged before the update shipped and the waiting period is over."
                ),
            ),
        ]
        triggers = [
            planned_before_shipping(),
            judged_by_another(),
            not_while_held("update_id"),
        ]

    def __str__(self) -> str:
        return self.criterion

    def get_absolute_url(self) -> str:
        """Return the address of the update whose effect it is about."""
        return self.update.get_absolute_url()

    @property
    def is_late(self) -> bool:
        """Say whether its criterion was written after the update shipped."""
        return is_after_the_day(self.criterion_at, self.update.shipped_on)
