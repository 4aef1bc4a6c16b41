"""Who is told that their signature is asked: the same that the start page says waits for them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from lessons.signing import NOUNS
from tracker.access import Permission, roles_with
from tracker.models import Delegation, Notification, User
from tracker.notifying.reading import mark_done
from tracker.notifying.telling import tell

KIND = "signature-asked"


def ask_for_signatures() -> None:
    """Tell every signatory and delegate what waits for them, once for each wording of it.

    What no longer waits, since they signed it or it changed its state, is no news any more.
    """
    delegates = Delegation.objects.in_force().values("delegate")
    may_sign = Q(role__in=roles_with(Permission.SIGN)) | Q(pk__in=delegates)
    for user in User.objects.filter(may_sign, is_active=True):
        ask(user)


def ask(user: User) -> None:
    """Tell one person what waits for their signature, and take as read what does not any more."""
    waiting = {key_of(record): record for noun in NOUNS for record in waiting_of(noun.model, user)}
    told = Notification.objects.filter(user=user, kind=KIND)
    for key in waiting.keys() - set(told.values_list("key", flat=True)):
        tell([user], KIND, waiting[key], key)
    mark_done(told.exclude(key__in=waiting))


def waiting_of(model: Any, user: User) -> Any:
    """Return what waits of one noun: its keys and versions, whatever its list would show."""
    rows = model.objects.visible_to(user).awaiting_signature(user)
    return rows.only("pk", "content_version").order_by("pk")


def key_of(record: Any) -> str:
    """Return what somebody is told once under: this wording of a record waits."""
    return f"{KIND}:{record.pk}:{record.content_version}"
