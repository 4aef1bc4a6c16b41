"""The shape of what a person is told: that something happened to a record, never what the record says."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tracker.keys import new_key
from tracker.querysets import NotificationQuerySet


class Notification(models.Model):
    """A person is told once that something happened to a record; its key says what, and is theirs alone."""

    id = models.UUIDField(primary_key=True, default=new_key, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="notifications", editable=False
    )
    kind = models.CharField(_("kind"), max_length=60, editable=False)
    noun = models.CharField(_("noun"), max_length=60, editable=False)
    record_id = models.UUIDField(_("record"), editable=False)
    key = models.CharField(_("key"), max_length=300, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    made_at = models.DateTimeField(_("told at"), default=timezone.now, editable=False)
    read_at = models.DateTimeField(_("read at"), null=True, editable=False)
    mailed_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    mail_tries = models.PositiveSmallIntegerField(_("tries to send"), default=0, editable=False)

    objects = NotificationQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        constraints = [
            models.UniqueConstraint(fields=["user", "key"], name="notification_told_once"),
            models.CheckConstraint(condition=~models.Q(key=""), name="notification_has_a_key"),
        ]
        indexes = [
            models.Index(fields=["user", "-id"], name="notification_of_user"),
            models.Index(
                fields=["user", "-id"],
                name="notification_unread",
                condition=models.Q(read_at=None),
            ),
            models.Index(
                fields=["made_at"],
                name="notification_unsent",
                condition=models.Q(read_at=None, mailed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.key
