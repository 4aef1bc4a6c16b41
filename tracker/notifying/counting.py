"""How much a person has not read yet, for the top of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.models import Notification

if TYPE_CHECKING:
    from tracker.access import Reader

# Above this, how many there are says nothing more.
MOST = 99


def count_unread(user: Reader) -> int:
    """Return how much a reader has not read, at most one more than is said: one query if nothing is."""
    return Notification.objects.unread().visible_to(user).order_by()[: MOST + 1].count()
