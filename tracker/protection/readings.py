"""How the reading of RED and embargoed records is logged, before anything of them is shown.

Each surface that shows a record whole asks here once. Where the log can't be written, the reading
fails: what nobody would know of is not read (docs/adr/0018).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pghistory
from django.db import transaction

from tracker.marking import own_label
from tracker.models import Organization, Reading, Record, User
from tracker.protection.access import is_watched, may_see_readings
from tracker.states import Surface

if TYPE_CHECKING:
    from tracker.access import Reader


def log_reading(reader: Reader, records: Iterable[Any], surface: Surface) -> None:
    """Log that a person reads some records whole; the others among them cost nothing.

    Raises whatever the database says when it can't be written: the caller shows nothing then.
    """
    watched = {record.pk: record for record in records if is_watched(record)}
    if not watched:
        return
    assert isinstance(reader, User), "what is RED or embargoed is shown to nobody unnamed"
    rows = [
        Reading(
            record_id=record.pk,
            noun=record._meta.label_lower,
            reference=record.reference,
            organization_id=organization,
            reader=reader,
            label=own_label(record),
            surface=surface,
            request=name_of_request(),
        )
        for record in watched.values()
        for organization in owners_of(record)
    ]
    with transaction.atomic():
        Reading.objects.bulk_create(rows)


def owners_of(record: Any) -> list[Any]:
    """Return the keys of the organizations whose leads see who read a record: of a joint one, each."""
    if isinstance(record, Record):
        return [record.owner_id]
    return list(Organization.objects.counting().order_by("pk").values_list("pk", flat=True))


def read_with(record: Any) -> list[Any]:
    """Return a record, and those whose words stand whole beside it on the pages that show it."""
    beside = [getattr(record, name) for name in getattr(record, "words_under", ())]
    for name in getattr(record, "shown_with", ()):
        beside += getattr(record, name, ())
    return [record, *beside]


def name_of_request() -> str:
    """Return the name of the request that reads, as its answer carries it; none for a command."""
    with pghistory.context() as context:
        return str(context.metadata.get("request", ""))


def readings_of(record: Any, reader: Reader) -> Any:
    """Return who read a record, newest first, for the leads of its owner."""
    if not may_see_readings(reader, record):
        return Reading.objects.none()
    return Reading.objects.visible_to(reader).filter(record_id=record.pk).for_list()
