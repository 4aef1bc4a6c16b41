"""The shape of partners' positions on items, and what else raises an item's version."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from reviews.models.finding import Finding
from reviews.models.item import CycleItem
from reviews.models.review import Review
from reviews.querysets import PositionQuerySet
from reviews.states import STANCES_WITH_REASON, Stance
from reviews.triggers import (
    finding_raises_items,
    on_what_was_reviewed,
    review_raises_items,
    version_raises_items,
)
from tracker.history.tracking import tracked
from tracker.models import SignOff, SystemVersion, sign_off_rules
from tracker.models.signoff import SIGNED_COLUMNS
from tracker.triggers import signs_what_stands, stays_as_signed


class ReviewBehindItem(Review):
    """A review, as the item looks at it that it stands behind."""

    class Meta:
        proxy = True
        triggers = [review_raises_items()]


class FindingBehindItem(Finding):
    """A finding, as the item looks at it that its review stands behind."""

    class Meta:
        proxy = True
        triggers = [finding_raises_items()]


class VersionOfItem(SystemVersion):
    """A version of a system, as the items look at it that are about it."""

    class Meta:
        proxy = True
        triggers = [version_raises_items()]


@tracked("item")
class Position(SignOff):
    """Where a partner stands on one content version of an item; its reason is the statement."""

    audience_of = ("item",)
    texts_told = ("statement", "dissent", "withdrawal_reason")

    item = models.ForeignKey(CycleItem, models.PROTECT, related_name="positions")
    stance = models.CharField(_("stance"), max_length=30, choices=Stance)
    dissent = models.TextField(
        _("dissent"),
        blank=True,
        help_text=_("What someone of the organization holds against its own position."),
    )

    objects = PositionQuerySet.as_manager()

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("position")
        verbose_name_plural = _("positions")
        constraints = [
            *sign_off_rules("position", "item"),
            models.CheckConstraint(
                condition=models.Q(stance__in=Stance.values), name="position_stance_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(stance__in=STANCES_WITH_REASON) | ~models.Q(statement=""),
                name="position_with_reason",
                violation_error_message=_("Say why, for those who read the decision later."),
            ),
        ]
        triggers = [
            signs_what_stands("reviews_cycleitem", "item_id"),
            stays_as_signed(
                (*SIGNED_COLUMNS, "item_id", "stance", "dissent"),
                redactable=("content", "statement", "withdrawal_reason", "dissent"),
            ),
            on_what_was_reviewed(),
        ]
