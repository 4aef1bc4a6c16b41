"""When messages go out, and that each goes out at least once: sent first, marked as sent after."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Iterator
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from tracker.models import Notification, User
from tracker.notifying.mailing import digest_of, message_of
from tracker.notifying.words import told_to
from tracker.states import MailTime

logger = logging.getLogger(__name__)

# What a server says of one message; anything else that goes wrong concerns all of them.
OF_THIS_MESSAGE = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError, ValueError)
# Older news is in the list; after so long a message is none any more.
GIVE_UP_AFTER = datetime.timedelta(days=3)
MINUTE = datetime.timedelta(minutes=1)
# From this hour on (UTC) a day's digest goes out.
DIGEST_HOUR = 6
MOST_LINES = 100


def send_at_once() -> int:
    """Send what is due to those who get each message at once; return how many went out.

    A minute passes first: who reads it on the page meanwhile needs no message. One that the server
    refuses is tried again after twice the time, for three days.
    """
    keys = list(due_keys()) if settings.SENDS_EMAIL else []
    if not keys:
        return 0
    with get_connection() as server:
        return sum(send_one(key, server) for key in keys)


def due_keys() -> Iterator[Any]:
    """Yield the keys of the notifications whose message is due, oldest first."""
    now = timezone.now()
    for key, made_at, tries in unsent(MailTime.AT_ONCE).values_list("pk", "made_at", "mail_tries"):
        if made_at + MINUTE * 2**tries <= now:
            yield key


def unsent(when: MailTime) -> QuerySet[Notification]:
    """Return what was neither read nor sent, to people who want it so and have an address."""
    wanted = Q(user__mail_preference__mail=when)
    if when is MailTime.default():
        wanted |= Q(user__mail_preference=None)
    since = timezone.now() - GIVE_UP_AFTER
    rows = Notification.objects.unread().filter(wanted, mailed_at=None, made_at__gte=since)
    reachable: QuerySet[Notification] = rows.filter(user__is_active=True).exclude(user__email="")
    return reachable.order_by("id")


@transaction.atomic
def send_one(key: Any, server: BaseEmailBackend) -> bool:
    """Send the message of one notification and mark it; tell whether it went out.

    Whoever is killed between the two sends it again, under the same Message-ID. Another worker that
    is at it leaves it alone.
    """
    rows = unsent(MailTime.AT_ONCE).select_for_update(skip_locked=True, of=("self",))
    found = rows.select_related("user__organization", "by__organization").filter(pk=key).first()
    if found is None:
        return False
    told = told_to(found.user, [found])
    if not told or not send(message_of(told[0]), server):
        Notification.objects.filter(pk=key).update(mail_tries=F("mail_tries") + 1)
        return False
    Notification.objects.filter(pk=key).update(mailed_at=timezone.now())
    return True


def send_digests(now: datetime.datetime | None = None) -> int:
    """Send the day's digest to those who want one and have not had it; return how many went out."""
    now = now or timezone.now()
    if not settings.SENDS_EMAIL or now.hour < DIGEST_HOUR:
        return 0
    today = now.replace(hour=0, minute=0, second=0, microsecond=0)
    waiting = unsent(MailTime.DAILY).values("user")
    had_one = Notification.objects.filter(mailed_at__gte=today).values("user")
    people = User.objects.filter(pk__in=waiting).exclude(pk__in=had_one).order_by("pk")
    if not people:
        return 0
    with get_connection() as server:
        return sum(send_digest(user, now.date(), server) for user in people)


@transaction.atomic
def send_digest(user: User, day: datetime.date, server: BaseEmailBackend) -> bool:
    """Send one person's digest and mark what it holds; tell whether it went out."""
    rows = (
        unsent(MailTime.DAILY).filter(user=user).select_for_update(skip_locked=True, of=("self",))
    )
    found = list(rows.select_related("by__organization")[:MOST_LINES])
    told = told_to(user, found)
    if not told or not send(digest_of(user, told, day), server):
        return False
    keys = [one.notification.pk for one in told]
    Notification.objects.filter(pk__in=keys).update(mailed_at=timezone.now())
    return True


def send(message: EmailMessage, server: BaseEmailBackend) -> bool:
    """Hand a message to the server; tell whether it took it, or raise what concerns all messages."""
    try:
        return bool(server.send_messages([message]))
    except OF_THIS_MESSAGE as error:
        name = message.extra_headers["Message-ID"]
        logger.warning("The message %s was refused: %s", name, type(error).__name__)
        return False
