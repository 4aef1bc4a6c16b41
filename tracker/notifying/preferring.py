"""How a person wants to be told by e-mail: what is so, and the one function that changes it."""

from __future__ import annotations

from typing import Any

from tracker.access import check_is_self
from tracker.models import MailPreference, User
from tracker.recording import recorded
from tracker.states import MailTime


def mail_time_of(user: User) -> MailTime:
    """Return when a person gets messages: one query."""
    chosen: Any = MailPreference.objects.filter(user=user.pk).values_list("mail", flat=True).first()
    return MailTime(chosen) if chosen else MailTime.default()


@recorded("tracker.user.mail_preferred")
def prefer_mail(user: User, *, by: User, mail: str) -> MailPreference:
    """Let a person get messages at once, once a day, or not at all."""
    check_is_self(by, user)
    preference, _ = MailPreference.objects.update_or_create(
        user=user, defaults={"mail": MailTime(mail)}
    )
    return preference
