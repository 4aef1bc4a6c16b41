"""What a person carries: open records that wait for somebody, which go to a colleague when they leave.

Each floor lists its own in its `handing.py`; pages, admin and API are made from the whole list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from tracker import editing
from tracker.display import Text
from tracker.models import AISystem, User

if TYPE_CHECKING:
    from tracker.access import Reader


@dataclass(frozen=True)
class Carried:
    """A way of being responsible for a record.

    `mine(rows, person)` narrows visible rows to the open ones that a person carries;
    `hand(record, by=, to=, of=)` makes a colleague responsible in a person's place, and checks what
    the record asks of them.
    """

    name: Text
    noun: type[models.Model]
    mine: Callable[[Any, User], Any]
    hand: Callable[..., models.Model]


@dataclass(frozen=True)
class Item:
    """One record that a person carries, and as what."""

    kind: Carried
    record: Any


def carried_by(person: User, reader: Reader) -> list[Item]:
    """Return what a person carries as far as a reader may see it; one query for each kind."""
    kinds: tuple[Carried, ...] = import_string(settings.TRACKER_CARRIED)
    return [Item(kind, record) for kind in kinds for record in open_rows(kind, person, reader)]


def open_rows(kind: Carried, person: User, reader: Reader) -> Any:
    """Return the visible records that a person carries in one way."""
    rows: Any = kind.noun._default_manager
    return kind.mine(rows.visible_to(reader), person).order_by("pk")


def digest_of(items: list[Item]) -> str:
    """Return what tells one list of items from another."""
    named = "\n".join(f"{one.kind.noun._meta.label_lower} {one.record.pk}" for one in items)
    return hashlib.sha256(named.encode()).hexdigest()


def hand_system(system: AISystem, *, by: User, to: User, of: User) -> AISystem:
    """Make somebody else the steward of a system."""
    return editing.edit_system(system, by=by, steward=to)


CARRIED = (
    Carried(
        _("Steward of a system"), AISystem, lambda rows, who: rows.filter(steward=who), hand_system
    ),
)
