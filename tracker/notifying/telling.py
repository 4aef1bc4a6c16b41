"""The one function by which anything tells people of something."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils import timezone

from tracker.access import Permission
from tracker.models import Notification, Record, User
from tracker.notifying.kinds import all_kinds
from tracker.states import SHARED_LABELS


def tell(
    people: Iterable[User], kind: str, record: models.Model, key: str, *, by: User | None = None
) -> None:
    """Tell people of something that happened to a record, in the transaction in which it happens.

    The key says what happened: whoever was told under it is not told again, however often this is
    called. Nobody is told what they did themselves, which is what `by` is for besides being named.
    What they read is worded when they read it, and only if they may see the record then.
    """
    assert kind in all_kinds(), f"There is no kind {kind!r}; add it to the table of kinds."
    noun = type(record)
    assert hasattr(noun._default_manager, "for_line"), f"Say what naming a {noun.__name__} takes."
    told: dict[Any, User] = {one.pk: one for one in people if one.is_active and not one.is_service}
    if by is not None:
        told.pop(by.pk, None)
    rows = [
        Notification(
            user=told[pk], kind=kind, noun=record._meta.label_lower, record_id=record.pk,
            key=key, by=by,
        )
        # In one order, so that two who tell the same people don't wait for each other.
        for pk in sorted(told)
    ]  # fmt: skip
    Notification.objects.bulk_create(rows, ignore_conflicts=True)


def tell_assigned(record: models.Model, assignee: User, *, by: User) -> None:
    """Tell somebody that a record is theirs now; whoever gets it back another day is told again."""
    tell([assignee], "assigned", record, f"assigned:{record.pk}:{timezone.localdate()}", by=by)


def tell_signed(people: Iterable[User | None], record: Any, *, by: User) -> None:
    """Tell those who carry a record that it has every signature it needs, for this wording of it."""
    key = f"signed-by-all:{record.pk}:{record.content_version}"
    tell([one for one in people if one is not None], "signed-by-all", record, key, by=by)


def tell_shared(record: Record, before: str, *, by: User) -> None:
    """Tell the other partners' leads of a record that they can read now and could not before."""
    if before in SHARED_LABELS or record.label_now not in SHARED_LABELS:
        return
    others = User.objects.who_may(Permission.LEAD).exclude(organization=record.owner_id)
    tell(others, "shared", record, f"shared:{record.pk}", by=by)
