"""Who may put a record on legal hold, redact it, and see who read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import dateformat, timezone

from tracker.access import (
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    has_permission,
    organization_of,
)
from tracker.models import LegalHold, Organization, Record
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access import Reader


def check_leads_owner(user: Reader, record: Any) -> None:
    """Refuse whoever does not lead in the organization that owns a record; what is joint, each owns."""
    check_has(user, Permission.LEAD)
    if isinstance(record, Record):
        check_same_organization(user, record.owner)


def hold_on(record: Any, organization: Organization) -> LegalHold | None:
    """Return an organization's live hold on a record; one query."""
    hold: LegalHold | None = LegalHold.objects.live().filter(
        record_id=record.pk, organization=organization
    ).first()  # fmt: skip
    return hold


def check_can_place_hold(user: Reader, record: Any) -> None:
    """A lead of the owner puts a record on hold, once."""
    check_leads_owner(user, record)
    if hold := hold_on(record, organization_of(user)):
        raise WrongState(f"{record.reference} is on legal hold since {day_of(hold)}.")


def check_can_lift_hold(user: Reader, record: Any) -> None:
    """A lead of the organization that holds a record lifts the hold; nobody else does."""
    check_leads_owner(user, record)
    if hold_on(record, organization_of(user)) is None:
        raise WrongState(f"{record.reference} is not on legal hold.")


def check_can_redact(user: Reader, record: Any) -> None:
    """A lead of the owner redacts what is not on legal hold.

    Of what is joint, the other side may hold it: that is theirs to know, so the refusal names nobody.
    """
    check_leads_owner(user, record)
    if hold := hold_on(record, organization_of(user)):
        raise WrongState(
            f"{record.reference} is on legal hold since {day_of(hold)}; nothing goes from it."
        )
    if LegalHold.objects.live().filter(record_id=record.pk).exists():
        raise WrongState(f"{record.reference} can't be redacted for now.")


def day_of(hold: LegalHold) -> str:
    """Return the day on which a hold was placed."""
    return dateformat.format(timezone.localtime(hold.placed_at), "j M Y")


def is_watched(record: Any) -> bool:
    """Say whether the reading of a record is logged: it is RED, or under an embargo."""
    if not isinstance(record, Record):
        return False
    coming = record.coming_at
    return record.label_now == Label.RED or (coming is not None and coming > timezone.now())


def may_see_readings(user: Reader, record: Any) -> bool:
    """Say whether a reader leads in the organization that owns a record."""
    leads = isinstance(record, Record) and has_permission(user, Permission.LEAD)
    return leads and user.organization_id == record.owner_id  # type: ignore[union-attr]
