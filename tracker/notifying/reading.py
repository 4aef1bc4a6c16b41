"""What a person has read of what they were told; nobody else writes it, and no history keeps it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from tracker.models import Notification, User


def mark_read(notification: Notification) -> None:
    """Note that a person read what they were told; the first time counts."""
    unread = Notification.objects.filter(pk=notification.pk, read_at=None)
    unread.update(read_at=timezone.now())


def mark_all_read(user: User, up_to: Any = None) -> int:
    """Note that a person read everything that they were told; return how much it was.

    `up_to` is the newest that they saw: what came meanwhile stays unread.
    """
    unread = Notification.objects.filter(user=user, read_at=None)
    if up_to is not None:
        unread = unread.filter(pk__lte=up_to)
    return unread.update(read_at=timezone.now())


def mark_done(notifications: Any) -> None:
    """Take as read what some notifications asked for, since it is done."""
    notifications.filter(read_at=None).update(read_at=timezone.now())
