"""How signatures stand on a page: one column for each organization that signs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tracker.access import may_know_person
from tracker.display import Signature
from tracker.models import Organization, SignOff, User

if TYPE_CHECKING:
    from tracker.access import Reader


def signature_columns(
    reader: Reader,
    signatures: Iterable[SignOff],
    signers: Iterable[Organization],
    content_version: int,
) -> list[Signature]:
    """Return a column for each signer, with its newest signature."""
    newest = {s.organization_id: s for s in sorted(signatures, key=lambda s: s.content_version)}
    return [
        column(reader, organization, newest.get(organization.pk), content_version)
        for organization in signers
    ]


def column(
    reader: Reader, organization: Organization, signature: SignOff | None, content_version: int
) -> Signature:
    """Return one organization's column."""
    if signature is None:
        waiting_for = _("a signatory of %(organization)s") % {"organization": organization}
        return Signature(organization=organization.name, waiting_for=waiting_for)
    return Signature(
        organization=organization.name,
        signer=name_of(reader, signature.signed_by),
        signed_at=signature.signed_at,
        version=signature.content_version,
        is_live=signature.content_version == content_version,
        is_illustrative=signature.illustrative,
    )


def name_of(reader: Reader, signer: User) -> str:
    """Name a signatory to those who may know them."""
    return str(signer) if may_know_person(reader, signer) else _("A signatory")
