"""The shape of how a person wants to be told by e-mail."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from tracker.history.tracking import tracked
from tracker.states import MailTime


@tracked()
class MailPreference(models.Model):
    """When a person gets messages; whoever has none gets what everyone gets."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        primary_key=True,
        related_name="mail_preference",
        editable=False,
    )
    mail = models.CharField(_("e-mail"), max_length=10, choices=MailTime)

    class Meta:
        verbose_name = _("preference for e-mail")
        verbose_name_plural = _("preferences for e-mail")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(mail__in=MailTime.values), name="mailpreference_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_mail_display()}"
