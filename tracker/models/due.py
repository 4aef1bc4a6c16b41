"""The shape of the policy that says how soon something is to be done."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import DuePolicyQuerySet
from tracker.states import MOST_DAYS, Severity


@tracked()
class DuePolicy(models.Model):
    """Within how many days what is of one severity is to be done.

    It fills in days from now on: what has its day keeps it when the policy changes.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    severity = models.CharField(
        _("severity"), max_length=20, choices=Severity, unique=True, editable=False
    )
    days = models.PositiveSmallIntegerField(
        _("days"), validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)]
    )

    objects = DuePolicyQuerySet.as_manager()

    class Meta:
        ordering = ["days"]
        verbose_name = _("due date policy")
        verbose_name_plural = _("due date policies")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=MOST_DAYS),
                name="duepolicy_some_days",
                violation_error_message=_("Say between 1 and 1,000 days."),
            ),
            models.CheckConstraint(
                condition=models.Q(severity__in=Severity.values), name="duepolicy_severity_known"
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_severity_display())
