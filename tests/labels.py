"""Labels as if all concerned had decided them: for tests about who reads, not about who decides."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from tracker import sharing
from tracker.models import User
from tracker.recording import change
from tracker.states import Label, LabelChangeStatus, is_wider


def bear(records: Any, label: str) -> Any:
    """Let a record, or several, bear a label; a wider one by everybody's consent."""
    if isinstance(records, Iterable):
        return [bear(one, label) for one in records]
    if is_wider(label, records.label_now):
        consent_to(records, label)
    type(records).objects.filter(pk=records.pk).update(label=label)
    records.refresh_from_db()
    return records


def consent_to(record: Any, label: str, since: datetime.datetime | None = None) -> None:
    """Let every organization concerned consent to a wider label, which nobody has written yet."""
    asked = sharing.ask(record, Label(label), by=record.created_by, takes_effect_at=since)
    for consent in asked.consents.select_related("organization"):
        person = User.objects.filter(organization=consent.organization).earliest("pk")
        change(consent, given_by=person, given_at=timezone.now())
    sharing.settle(asked, LabelChangeStatus.DONE)


def let_time_pass(record: Any, to: datetime.datetime) -> None:
    """Let a record's embargo have been consented to from an earlier instant on, which is past."""
    record.refresh_from_db()
    consent_to(record, record.coming_label, to)
    type(record).objects.filter(pk=record.pk).update(coming_at=to)
