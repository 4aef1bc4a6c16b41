"""The shape of what a person follows, and up to where followers were told."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.keys import new_key
from tracker.querysets import SubscriptionQuerySet


@tracked()
class Subscription(models.Model):
    """A person follows a system, a tag, or a list narrowed by filters: one of the three."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="subscriptions", editable=False
    )
    system = models.ForeignKey(
        "tracker.AISystem", models.CASCADE, null=True, related_name="+", verbose_name=_("system")
    )
    tag = models.ForeignKey(
        "tracker.Tag", models.CASCADE, null=True, related_name="+", verbose_name=_("tag")
    )
    # The name of the list's address, and its filters as they stand there, in one order.
    list_name = models.CharField(_("list"), max_length=60, blank=True)
    query = models.CharField(_("filters"), max_length=1000, blank=True)
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(system__isnull=False, tag__isnull=True, list_name="", query="")
                | models.Q(system__isnull=True, tag__isnull=False, list_name="", query="")
                | models.Q(system__isnull=True, tag__isnull=True)
                & ~models.Q(list_name="")
                & ~models.Q(query=""),
                name="subscription_to_one_thing",
                violation_error_message=_("Follow a system, a tag or a list with filters."),
            ),
            models.UniqueConstraint(fields=["user", "system"], name="subscription_system_once"),
            models.UniqueConstraint(fields=["user", "tag"], name="subscription_tag_once"),
            models.UniqueConstraint(
                fields=["user", "list_name", "query"],
                condition=~models.Q(list_name=""),
                name="subscription_list_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} follows {self.system or self.tag or self.list_name}"


class NewsPosition(models.Model):
    """Up to which link of the chain, and which instant for embargoes, followers were told: one row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    sequence = models.PositiveBigIntegerField(_("link"))
    looked_at = models.DateTimeField(_("looked at"))

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="newsposition_one_row"),
        ]

    def __str__(self) -> str:
        return f"Told up to link {self.sequence}"
