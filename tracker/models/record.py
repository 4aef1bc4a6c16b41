"""The shape that all labelled records share, and the people that a RED record names."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.states import Label


class Record(models.Model):
    """Something an organization owns and shows to the audience of its TLP label."""

    # The middle of the reference: OAI-FND-7K3QM.
    reference_prefix: ClassVar[str]

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    reference = models.CharField(_("reference"), max_length=24, unique=True, editable=False)
    owner = models.ForeignKey(
        "tracker.Organization",
        models.PROTECT,
        related_name="+",
        verbose_name=_("owner"),
        editable=False,
    )
    label = models.CharField(
        _("label"), max_length=20, choices=Label, default=Label.AMBER_STRICT, editable=False
    )
    source = models.CharField(
        _("source"),
        max_length=500,
        blank=True,
        help_text=_("Where this is known from: title, publisher, date."),
    )
    source_url = models.URLField(_("source address"), max_length=1000, blank=True)
    illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        editable=False,
        help_text=_("Made up for the demonstration; the public record does not contain it."),
    )
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name=_("recorded by"),
        editable=False,
    )

    class Meta:
        abstract = True
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(label__in=Label.values),
                name="%(app_label)s_%(class)s_label_known",
            )
        ]
        indexes = [
            models.Index(fields=["owner", "-id"], name="%(class)s_by_owner"),
            models.Index(fields=["label", "-id"], name="%(class)s_by_label"),
        ]


@tracked()
class Recipient(models.Model):
    """A person whom a RED record names; keys are unique across nouns, so one table serves all."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    record_id = models.UUIDField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="named_for")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "record_id"], name="recipient_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.user} may read {self.record_id}"
