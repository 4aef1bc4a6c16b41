"""The shape of a briefing as the middle floor knows it: whose, for which cycle, complete or not."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.models.cycle import ReviewCycle
from reviews.series_querysets import BriefingQuerySet
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.triggers import not_while_held


@tracked("cycle")
class Briefing(models.Model):
    """What one partner looks at before it signs in a cycle.

    The floor above writes its lines, which are that partner's alone, and says when all are answered;
    until then signing is held back. Every partner sees this row: complete, or not.
    """

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    cycle = models.ForeignKey(ReviewCycle, models.CASCADE, related_name="briefings", editable=False)
    organization = models.ForeignKey(
        "tracker.Organization", models.PROTECT, related_name="+", editable=False
    )
    is_complete = models.BooleanField(_("complete"), default=False, editable=False)

    objects = BriefingQuerySet.as_manager()

    class Meta:
        ordering = ["organization__code"]
        verbose_name = _("briefing")
        verbose_name_plural = _("briefings")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "organization"], name="briefing_one_a_partner_and_cycle"
            )
        ]
        triggers = [not_while_held("cycle_id")]

    def __str__(self) -> str:
        return str(self.cycle)

    def get_absolute_url(self) -> str:
        """Return the address of the page on which its lines are answered."""
        return reverse("cycle-briefing", args=[self.cycle.reference])
