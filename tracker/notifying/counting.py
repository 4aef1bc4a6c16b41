"""How much a person has not read yet, for the top of each page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps

from tracker.models import Notification

if TYPE_CHECKING:
    from tracker.access import Reader

# Above this, how many there are says nothing more.
MOST = 99


def count_unread(user: Reader) -> int:
    """Return how much a reader has not read, at most one more than is said.

    Two queries: the newest are counted by the keys of their records, which costs half of asking which
    of all unread ones may be seen. Only where there are more and some of these may not, all are asked,
    in two queries more.
    """
    if not user.is_authenticated or not user.is_active:
        return 0
    unread = Notification.objects.unread().filter(user=user)
    newest = list(unread.order_by("-id").values_list("noun", "record_id")[: MOST + 1])
    seen = visible_keys(user, newest)
    found = sum(key in seen for _noun, key in newest)
    if found < len(newest) == MOST + 1:
        return unread.visible_to(user).order_by()[: MOST + 1].count()
    return found


def visible_keys(user: Reader, named: Iterable[tuple[str, Any]]) -> set[Any]:
    """Return the keys of those named records that a reader may see now: one query for all nouns."""
    keys: dict[str, set[Any]] = {}
    for noun, key in named:
        keys.setdefault(noun, set()).add(key)
    rows = [
        manager.visible_to(user).filter(pk__in=of_noun).order_by().values_list("pk", flat=True)
        for noun, of_noun in sorted(keys.items())
        for manager in [apps.get_model(noun)._default_manager]  # type: Any
    ]
    return set(rows[0].union(*rows[1:], all=True)) if rows else set()
