"""What a message to a person says: what they may see now, under its label, and the way to the record."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from tracker.marking import HEADER, narrowest
from tracker.models import User
from tracker.notifying.words import Told
from tracker.states import Label


def message_of(told: Told) -> EmailMessage:
    """Return the message of one notification; sent again, it has the same Message-ID."""
    notification = told.notification
    subject = str(told.kind.heading)
    return message(notification.user, subject, [told], f"{notification.pk}")


def digest_of(user: User, told: Sequence[Told], day: datetime.date) -> EmailMessage:
    """Return a day's message of several notifications; sent again that day, it has the same Message-ID."""
    subject = _("%(number)d new in the safety-review tracker") % {"number": len(told)}
    return message(user, subject, told, f"{user.pk}.{day}")


def message(user: User, subject: str, told: Sequence[Told], name: str) -> EmailMessage:
    """Return a message with its label in the subject, in a header, and around what it says (TLP 2.0)."""
    label = Label(narrowest(one.label for one in told)).label
    context = {
        "label": label,
        "lines": [line_of(one) for one in told],
        "settings_url": address_of(reverse("account-notifications")),
    }
    return EmailMessage(
        f"[{label}] {subject}",
        render_to_string("notifications/message.txt", context),
        to=[user.email],
        headers={
            "Message-ID": f"<{name}@{urlsplit(settings.ADDRESS).hostname}>",
            HEADER: label,
            # So that nobody's absence is answered to us (RFC 3834).
            "Auto-Submitted": "auto-generated",
        },
    )


def line_of(told: Told) -> dict[str, str]:
    """Return what a message says of one; what is for people by name is put into no mailbox."""
    is_red = told.label == Label.RED
    return {
        "label": Label(told.label).label,
        "sentence": str(told.kind.heading) if is_red else told.text,
        "reference": "" if is_red else told.record.reference,
        "url": address_of(reverse("notification", kwargs={"key": told.notification.pk})),
    }


def address_of(path: str) -> str:
    """Return the whole address of a path."""
    return urljoin(settings.ADDRESS, path)
