"""What one reader is told, in words that are made when they read: only of records they may see now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from tracker.hidden_text import reveal
from tracker.marking import label_for
from tracker.models import Notification, User
from tracker.notifying.kinds import Kind, all_kinds
from tracker.people import called
from tracker.states import Label

# What a sentence quotes of a record: a title is shorter, a condition may be a long text.
LONGEST = 200


@dataclass(frozen=True)
class Told:
    """One thing that a reader is told, with the record as they may see it."""

    notification: Notification
    record: Any
    kind: Kind
    label: Label
    by: str

    @property
    def title(self) -> str:
        """Return the record's title in one line, nothing in it hidden."""
        return Truncator(reveal(" ".join(str(self.record).split()))).chars(LONGEST)

    @property
    def text(self) -> str:
        """Return the sentence as text."""
        return str(self.kind.sentence).format(title=self.title, **facts_of(self.record))

    def html(self, title: SafeString) -> SafeString:
        """Return the sentence as HTML, with the title as it is drawn."""
        return format_html(str(self.kind.sentence), title=title, **facts_of(self.record))


def told_to(reader: User, notifications: Iterable[Notification]) -> list[Told]:
    """Return what a reader is told, in the order given; one query for each noun.

    What they may not see any more is left out, as if it had never been told.
    """
    notifications = list(notifications)
    records = records_of(reader, notifications)
    return [
        Told(
            one,
            record,
            all_kinds()[one.kind],
            label_for(reader, [record]),
            called(reader, one.by) if one.by else "",
        )
        for one in notifications
        if (record := records.get(one.record_id)) is not None
    ]


def records_of(reader: User, notifications: Iterable[Notification]) -> dict[Any, models.Model]:
    """Return the visible ones of the records that notifications are about, by key."""
    by_noun: dict[str, set[Any]] = {}
    for one in notifications:
        by_noun.setdefault(one.noun, set()).add(one.record_id)
    found: dict[Any, models.Model] = {}
    for noun, keys in by_noun.items():
        rows: Any = apps.get_model(noun)._default_manager
        found |= {row.pk: row for row in rows.visible_to(reader).for_line().filter(pk__in=keys)}
    return found


def facts_of(record: Any) -> dict[str, Any]:
    """Return what sentences may say of a record besides its title: its state, and when it is due."""
    facts: dict[str, Any] = {}
    if hasattr(record, "get_status_display"):
        facts["state"] = str(record.get_status_display()).lower()
    if getattr(record, "due_on", None):
        facts["due"] = date_format(record.due_on)
    return facts
