"""How a signature is given on any record: on what its signatory read, word for word."""

from __future__ import annotations

import datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils import timezone

from tracker import access
from tracker.material import canonical, content_of, digest_of
from tracker.models import Organization, SignOff, User
from tracker.recording import change, noon_of

S = TypeVar("S", bound=SignOff)


def sign(
    model: type[S],
    record: Any,
    *,
    by: User,
    digest: str | None = None,
    statement: str = "",
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
    **fields: Any,
) -> S:
    """Sign the material content of a locked record for the signatory's organization.

    `digest` is that of the content that was read; when the content differs by now, the signature is
    refused. The caller holds the lock and the check; `fields` holds what this kind of signature adds.
    """
    content = canonical(content_of(record))
    check_was_read(record, content, digest)
    same = {name: value for name, value in fields.items() if value == record}
    raise_where_others_signed_less(
        model._default_manager.filter(**same), record, digest_of(content)
    )
    signature = model(
        organization=access.organization_of(by),
        signed_by=by,
        signed_at=instant_of_signature(signed_on, illustrative=illustrative),
        content_version=record.content_version,
        digest=digest_of(content),
        content=content,
        statement=statement.strip(),
        delegation=access.delegation_of(by),
        illustrative=illustrative,
        **fields,
    )
    signature.save(force_insert=True)
    return signature


def check_was_read(record: Any, content: str, digest: str | None) -> None:
    """Refuse a signature on another content than was read; without a digest nobody said what was."""
    if digest is not None and digest != digest_of(content):
        raise access.WrongState(
            f"{record.reference} was changed since you opened it; read it again before you sign."
        )


def raise_where_others_signed_less(signed: Any, record: Any, digest: str) -> None:
    """Raise a record's version where it shows its signers more than the live signatures on it cover.

    The end of an embargo writes nothing, so that no trigger noticed; others sign the difference.
    """
    live = signed.filter(content_version=record.content_version, withdrawn_at=None)
    if live.exclude(digest__in=("", digest)).exists():
        rows = type(record)._default_manager.filter(pk=record.pk)
        rows.update(content_version=F("content_version") + 1)
        record.refresh_from_db(fields=["content_version", "status"])


def last_signed(record: Any, organization: Organization) -> Any:
    """Return the newest signature of an organization under a record, or None."""
    signed = record.signatures.filter(organization=organization)
    return signed.order_by("-content_version", "-signed_at").first()


def withdraw(signature: SignOff, *, by: User, reason: str) -> None:
    """Take a signature back, with the reason; the caller holds the lock and the check."""
    change(
        signature,
        withdrawn_at=timezone.now(),
        withdrawn_by=by,
        withdrawal_reason=reason.strip(),
    )


def instant_of_signature(day: datetime.date | None, *, illustrative: bool) -> datetime.datetime:
    """Return when a signature was given: now, except that an illustrative one may tell of the past."""
    if day is None:
        return timezone.now()
    if not illustrative:
        raise ValidationError(
            {"signed_on": "A signature carries the instant at which it is given."}
        )
    return noon_of(day)
