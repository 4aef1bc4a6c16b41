"""The shape of what is in a cycle's scope."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reviews.models.cycle import ReviewCycle
from reviews.querysets import CycleItemQuerySet
from reviews.states import (
    ITEM_COLUMNS,
    ITEM_MATERIAL,
    ITEM_TRANSITIONS,
    ItemStatus,
    ReviewStatus,
)
from reviews.triggers import decided_by_positions, falls_back
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import AISystem, SystemVersion
from tracker.states import SHARED_LABELS
from tracker.triggers import not_while_held, raises_content_version, state_machine


@tracked("cycle")
class CycleItem(models.Model):
    """One change or version of one system in a cycle's scope, decided by itself.

    Its reference has a random tail though it is joint: a counted one would tell how many items
    stand beside it that are about systems not shared.
    """

    Status = ItemStatus
    material = ITEM_MATERIAL
    signed_labels = SHARED_LABELS
    audience_of = ("system",)
    # What its plan of a page fetches of others' words, which stand whole beside it.
    shown_with = ("reviews_behind",)

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    cycle = models.ForeignKey(ReviewCycle, models.CASCADE, related_name="items")
    system = models.ForeignKey(AISystem, models.PROTECT, related_name="cycle_items")
    version = models.ForeignKey(
        SystemVersion, models.PROTECT, null=True, blank=True, related_name="cycle_items"
    )
    change = models.CharField(_("change"), max_length=300)
    needs_approval = models.BooleanField(
        _("needs approval"),
        default=False,
        help_text=_("The partners approve it or not; otherwise it is reviewed, and that is all."),
    )
    status = models.CharField(
        _("state"), max_length=30, choices=ItemStatus, default=ItemStatus.PENDING, editable=False
    )
    content_version = models.PositiveIntegerField(_("content version"), default=1, editable=False)
    worded_by = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="+", editable=False
    )

    objects = CycleItemQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        verbose_name = _("cycle item")
        verbose_name_plural = _("cycle items")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "system", "change"],
                name="cycleitem_listed_once",
                violation_error_message=_("This change of this system is in the cycle already."),
            ),
            models.CheckConstraint(
                condition=models.Q(needs_approval=True)
                | models.Q(status__in=[ItemStatus.PENDING, ItemStatus.REVIEWED]),
                name="cycleitem_reviewed_alone_is_not_approved",
                violation_error_message=_("This item is reviewed; nothing is approved by it."),
            ),
        ]
        triggers = [
            state_machine("cycle item", ItemStatus.PENDING, ITEM_TRANSITIONS),
            raises_content_version(ITEM_COLUMNS),
            falls_back(),
            decided_by_positions(),
            not_while_held("id", "cycle_id"),
        ]

    def __str__(self) -> str:
        return f"{self.system}: {self.change}"

    def get_absolute_url(self) -> str:
        """Return the address of the item in its cycle's meeting."""
        address = reverse("cycle-meeting", args=[self.cycle.reference])
        return f"{address}?item={self.reference}"

    @property
    def signatures(self) -> Any:
        """Return the positions on it, by the name that signatures have under every signed noun."""
        return self.positions

    @property
    def accepted_reviews(self) -> models.QuerySet[models.Model]:
        """Return the accepted reviews behind it."""
        rows: models.QuerySet[models.Model] = self.reviews.filter(status=ReviewStatus.ACCEPTED)
        return rows


@tracked("cycleitem")
class WordingOfItem(CycleItem.worded_by.through):  # type: ignore[name-defined,misc]
    """A person who put an item into a cycle's scope or worded it."""

    class Meta:
        proxy = True
