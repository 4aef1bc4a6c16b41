"""What a record's page says of its protection: a hold to its own side, readings to its owner's leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tracker.access import is_partner, may_know_person
from tracker.models import LegalHold, Record, Redaction
from tracker.protection.access import hold_on
from tracker.protection.readings import readings_of

if TYPE_CHECKING:
    from tracker.access import Reader

NEWEST = 20


@dataclass(frozen=True)
class ReadingLine:
    """Who read a record, when and where, as far as the reader of the log may know the person."""

    name: str
    surface: str
    read_at: Any


@dataclass(frozen=True)
class Protection:
    """What one reader is told of a record's protection."""

    hold: LegalHold | None
    redactions: Sequence[RedactionLine]
    readings: Sequence[ReadingLine]

    def __bool__(self) -> bool:
        return bool(self.hold or self.redactions or self.readings)


@dataclass(frozen=True)
class RedactionLine:
    """One redaction: what went and when, never the words; `reason` and `copies` to its own side alone."""

    redaction: Redaction
    of_signed: bool
    reason: str
    copies: Sequence[str]


def protection_of(record: Any, reader: Reader) -> Protection:
    """Return what a reader is told; at most three queries."""
    return Protection(
        hold=own_hold(record, reader),
        redactions=redaction_lines(record, reader),
        readings=[
            ReadingLine(name_of(reader, one.reader), one.get_surface_display(), one.read_at)
            for one in readings_of(record, reader)[:NEWEST]
        ],
    )


def own_hold(record: Any, reader: Reader) -> LegalHold | None:
    """Return the hold of the reader's own organization; the other side must not learn of it."""
    if not is_partner(reader) or reader.organization is None:  # type: ignore[union-attr]
        return None
    organization = reader.organization  # type: ignore[union-attr]
    if isinstance(record, Record) and record.owner_id != organization.pk:
        return None
    return hold_on(record, organization)


def redaction_lines(record: Any, reader: Reader) -> list[RedactionLine]:
    """Return one line for each redaction of a record, the newest first; one query."""
    acts: dict[Any, list[Redaction]] = {}
    for one in Redaction.objects.of(record):
        acts.setdefault(one.act, []).append(one)
    return [line_of(rows, reader) for rows in acts.values()]


def line_of(rows: list[Redaction], reader: Reader) -> RedactionLine:
    """Return the line of one redaction."""
    first = min(rows, key=lambda one: (one.field != "file", one.row_id != one.record_id))
    own = reader.is_authenticated and reader.organization_id == first.organization_id
    return RedactionLine(
        redaction=first,
        of_signed=any(one.field == "content" for one in rows),
        reason=first.reason if own else "",
        copies=first.copies if own and reader.pk == first.redacted_by_id else (),
    )


def name_of(reader: Reader, person: Any) -> str:
    """Name a person to those who may know them."""
    if may_know_person(reader, person):
        return f"{person}, {person.organization}" if person.organization else str(person)
    return _("someone of %s") % (person.organization or _("this installation"))
