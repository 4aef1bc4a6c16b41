"""The only functions that take words from a record for good, and the file of a piece of evidence.

All that goes, goes in one transaction, and is recorded by the hash of what stood there. A file is
taken from storage once the transaction stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models

from tracker.access import organization_of
from tracker.keys import new_key
from tracker.models import Organization, Redaction, SignOff, User
from tracker.protection import access
from tracker.protection.earlier import redact_earlier_versions, versions_of
from tracker.protection.texts import (
    Passage,
    copies_elsewhere,
    emptied,
    hash_of,
    rows_of,
    text_fields,
    without,
)
from tracker.recording import lock, recorded
from tracker.states import RedactionCause

R = TypeVar("R", bound=models.Model)
# Fewer would take words apart that mean nothing by themselves.
SHORTEST = 4


@dataclass(frozen=True)
class Act:
    """One redaction of one record: whose, why, and what its rows in the log share."""

    record: Any
    by: User
    cause: str
    reason: str
    key: UUID
    copies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """One text that words go from."""

    row: models.Model
    field: models.Field[Any, Any]
    after: Any
    is_whole: bool

    @property
    def before(self) -> Any:
        """Return what stands there."""
        return getattr(self.row, self.field.attname)


@recorded("tracker.record.redacted")
def redact(
    record: R, *, by: User, cause: str, passage: str = "", field: str = "", reason: str = ""
) -> R:
    """Take a passage from wherever it stands in a record, or the whole text of one of its fields.

    It goes from the earlier versions too, from what was signed and from what was imported.
    """
    record = lock(record)
    access.check_can_redact(by, record)
    words = words_that_go(record, passage, field)
    check_reason(cause, reason, words)
    copies = tuple(copies_elsewhere(record, words, by)) if words else ()
    act = Act(record, by, cause, reason.strip(), new_key(), copies)
    mine = organization_of(by)
    every = list(changes(record, words, field))
    found = [one for one in every if may_take(mine, record, one)]
    if not found:
        raise ValidationError({"passage": why_nothing_goes(record, every)})
    for change in found:
        carry_out(act, change)
    return lock(record)


def words_that_go(record: models.Model, passage: str, field: str) -> Passage | None:
    """Return the passage that goes: as given, or what a field says; nothing where that is no text."""
    if bool(passage) == bool(field):
        raise ValidationError("Give the passage that goes, or the field, one of the two.")
    if field:
        value = getattr(record, field)
        if value in ("", [], None) or value == emptied(record._meta.get_field(field)):  # type: ignore[arg-type]
            raise ValidationError({"field": "Nothing stands in this field any more."})
        return Passage(value) if isinstance(value, str) and len(value) >= SHORTEST else None
    if len(passage) < SHORTEST:
        raise ValidationError({"passage": f"Give at least {SHORTEST} characters."})
    return Passage(passage)


def check_reason(cause: str, reason: str, words: Passage | None) -> None:
    """Ask for the reason where the cause says none, and keep the words themselves out of it."""
    if cause == RedactionCause.OTHER and not reason.strip():
        raise ValidationError({"reason": "Say why the text goes."})
    if words and words.is_in(reason):
        raise ValidationError({"reason": "Say why without the words that go."})


def changes(record: models.Model, words: Passage | None, field: str) -> Iterator[Change]:
    """Yield each text under a record that words go from, now or in an earlier version.

    For a whole field that is the field, and the same words where they were imported or signed.
    """
    for row in rows_of(record):
        versions = versions_of(row)
        for one in text_fields(type(row)):
            if field and row.pk == record.pk:
                if one.name == field:
                    yield Change(row, one, emptied(one), True)
            elif words:
                change = Change(row, one, without(row, one, words), False)
                stood = any(words.is_in(version[one.name]) for version in versions)
                if stood or change.after != change.before:
                    yield change


def may_take(mine: Organization, record: models.Model, change: Change) -> bool:
    """Say whether an organization's lead may let words go from a text."""
    return access.may_take_from(mine, record, change.row, change.field.name)


def why_nothing_goes(record: Any, others: list[Change]) -> str:
    """Say that words stand nowhere in a record, or whose lead alone redacts them."""
    said = {str(one.row.organization) for one in others if isinstance(one.row, SignOff)}
    if not said:
        return f"These words stand nowhere in {record.reference} that you may take them from."
    who = " and ".join(sorted(said))
    return f"These words were said with a signature; a lead of {who} redacts them."


def carry_out(act: Act, change: Change) -> None:
    """Record what goes, let it go from the earlier versions, then from the row."""
    note(act, change.row, change.field.name, change.before, change.after, change.is_whole)
    redact_earlier_versions(change.row, change.field, reason=act.cause, by=act.by)
    if change.after != change.before:
        write(change)


def note(act: Act, row: models.Model, field: str, before: Any, after: Any, is_whole: bool) -> None:
    """Record that words go from one text, by the hashes before and after."""
    Redaction(
        act=act.key,
        organization=organization_of(act.by),
        record_id=act.record.pk,
        noun=act.record._meta.label_lower,
        reference=act.record.reference,
        row_noun=row._meta.label_lower,
        row_id=row.pk,
        field=field,
        is_whole=is_whole,
        sha256=before if field == "file" else hash_of(before),
        after_sha256=hash_of(after),
        cause=act.cause,
        reason=act.reason,
        copies=list(act.copies),
        redacted_by=act.by,
    ).save(force_insert=True)


def write(change: Change) -> None:
    """Write the text without the words; what is signed, imported or published has no other way in."""
    row, name = change.row, change.field.attname
    setattr(row, name, change.after)
    if not isinstance(row, SignOff):
        row.clean_fields(exclude=[f.name for f in row._meta.fields if f != change.field])
    row.save(update_fields=[change.field.name])
