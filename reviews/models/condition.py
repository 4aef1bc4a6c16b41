"""The shape of the conditions under which an item is approved."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews.models.item import CycleItem
from reviews.models.position import Position
from reviews.querysets import ConditionQuerySet, ConditionWaiverQuerySet
from reviews.states import (
    CONDITION_MATERIAL,
    CONDITION_TRANSITIONS,
    SETTLED_CONDITIONS,
    ConditionStatus,
)
from reviews.triggers import stays_as_asked, waived_by_every_partner
from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.models import SignOff, sign_off_rules, sign_off_triggers
from tracker.states import SHARED_LABELS
from tracker.triggers import not_while_held, raises_content_version, state_machine


@tracked("item")
class Condition(models.Model):
    """What a partner asks for before an item is approved without more: a row, never free text."""

    Status = ConditionStatus
    material = CONDITION_MATERIAL
    signed_labels = SHARED_LABELS
    audience_of = ("item",)
    texts_told = ("text", "test", "evidence_note")

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=32, unique=True, editable=False)
    item = models.ForeignKey(CycleItem, models.PROTECT, related_name="conditions", editable=False)
    position = models.ForeignKey(
        Position,
        models.PROTECT,
        related_name="conditions",
        verbose_name=_("given with"),
        editable=False,
    )
    text = models.TextField(_("condition"))
    test = models.TextField(_("how one sees that it is met"))
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="assigned_conditions",
        verbose_name=_("responsible"),
    )
    due_on = models.DateField(_("due on"))
    status = models.CharField(
        _("state"),
        max_length=20,
        choices=ConditionStatus,
        default=ConditionStatus.OPEN,
        editable=False,
    )
    content_version = models.PositiveIntegerField(_("content version"), default=1, editable=False)
    evidence_note = models.TextField(_("how it was seen to be met"), blank=True, editable=False)
    met_on = models.DateField(_("met on"), null=True, editable=False)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("judged by"),
        editable=False,
    )
    illustrative = models.BooleanField(_("illustrative"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)

    objects = ConditionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    ~models.Q(evidence_note=""),
                    status=ConditionStatus.MET,
                    met_on__isnull=False,
                    met_by__isnull=False,
                )
                | models.Q(met_on__isnull=True, met_by__isnull=True, evidence_note="")
                & ~models.Q(status=ConditionStatus.MET),
                name="condition_met_by_someone_who_says_how",
                violation_error_message=_("Say how it was seen that the condition is met."),
            ),
            models.CheckConstraint(
                condition=~models.Q(text="") & ~models.Q(test=""),
                name="condition_says_what_and_how_to_tell",
                violation_error_message=_("A condition says what is asked and how to tell."),
            ),
        ]
        triggers = [
            state_machine("condition", ConditionStatus.OPEN, CONDITION_TRANSITIONS),
            raises_content_version(CONDITION_MATERIAL.fields, settled=SETTLED_CONDITIONS),
            not_while_held("id", "item_id"),
            stays_as_asked(),
            waived_by_every_partner(),
        ]

    def __str__(self) -> str:
        return self.text

    def get_absolute_url(self) -> str:
        """Return the address of the item that it is for."""
        return self.item.get_absolute_url()

    @property
    def signatures(self) -> Any:
        """Return the waivers of it, by the name that signatures have under every signed noun."""
        return self.waivers


@tracked("condition")
class ConditionWaiver(SignOff):
    """A signatory of one organization gave up one wording of a condition."""

    audience_of = ("condition",)
    texts_told = ("statement", "withdrawal_reason")

    condition = models.ForeignKey(Condition, models.PROTECT, related_name="waivers")

    objects = ConditionWaiverQuerySet.as_manager()

    class Meta(SignOff.Meta):
        abstract = False
        verbose_name = _("waiver of a condition")
        verbose_name_plural = _("waivers of conditions")
        constraints = sign_off_rules("conditionwaiver", "condition")
        triggers = sign_off_triggers("reviews_condition", "condition_id")
