"""What a reader gets to know of the signatures under a record: who, on which words, what differs since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lessons.access import may_read_signed, was_own
from tracker.access import may_know_person
from tracker.differences import Change, changes_between
from tracker.display import Signature
from tracker.marking import label_for, narrowest
from tracker.material import canonical, content_of
from tracker.models import Organization, SignOff
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access import Reader


def signature_columns(
    reader: Reader, record: Any, signers: Iterable[Organization]
) -> list[Signature]:
    """Return a column for each signer of a record, with its newest signature."""
    newest = {one.organization_id: one for one in in_order(record)}
    return [
        column(reader, record, organization, newest.get(organization.pk))
        for organization in signers
    ]


def in_order(record: Any) -> list[SignOff]:
    """Return the signatures under a record, oldest first, as the page's plan fetched them."""
    signatures: list[SignOff] = list(record.signatures.all())
    return sorted(signatures, key=lambda one: (one.content_version, one.signed_at))


def column(
    reader: Reader, record: Any, organization: Organization, signature: SignOff | None
) -> Signature:
    """Return one organization's column."""
    if signature is None:
        waiting_for = _("a signatory of %(organization)s") % {"organization": organization}
        return Signature(organization=organization.name, waiting_for=waiting_for)
    readable = may_read_signed(reader, record, signature)
    return Signature(
        organization=organization.name,
        signer=name_of(reader, signature),
        signed_at=signature.signed_at,
        version=signature.content_version,
        digest=signature.digest if readable else "",
        is_live=signature.is_current(record.content_version),
        changes_url=f"{record.get_absolute_url()}signatures/#{signature.pk}" if readable else "",
        is_illustrative=signature.illustrative,
        withdrawn_at=signature.withdrawn_at,
        withdrawal_reason=signature.withdrawal_reason if readable else "",
        statement=signature.statement,
    )


def name_of(reader: Reader, signature: SignOff) -> str:
    """Name a signatory, and in whose stead they signed, to those who may know them."""
    if may_know_person(reader, signature.signed_by):
        return signature.signer
    return _("A signatory")


# --- All signatures, one by one ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature: its column, and what differs since."""

    signature: SignOff
    column: Signature
    is_readable: bool
    changes: Sequence[Change]


def label_of_signatures(reader: Reader, record: Any) -> Label:
    """Return the label that a record's signatures leave with: its own, or narrower earlier words'."""
    return narrowest([label_for(reader, [record]), *labels_of(reader, record)])


def labels_of(reader: Reader, record: Any) -> Iterator[Label]:
    """Yield the labels that words had when they were signed, of those that a reader gets to read."""
    for signature in record.signatures.all():
        if may_read_signed(reader, record, signature):
            yield Label.AMBER_STRICT if was_own(signature) else Label.AMBER


def all_signed(reader: Reader, record: Any) -> list[Signed]:
    """Return the signatures under a record, newest first; what stands is read once."""
    now = canonical(content_of(record))
    return [signed(reader, record, signature, now) for signature in reversed(in_order(record))]


def signed(reader: Reader, record: Any, signature: SignOff, now: str) -> Signed:
    """Return one signature with what differs now from what it is for."""
    readable = may_read_signed(reader, record, signature)
    current = signature.is_current(record.content_version)
    changes = (
        changes_between(signature.content, now, record, reader) if readable and not current else []
    )
    return Signed(
        signature,
        column(reader, record, signature.organization, signature),
        readable,
        changes,
    )
