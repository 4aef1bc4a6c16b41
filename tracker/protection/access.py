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
    is_partner,
    organization_of,
)
from tracker.models import LegalHold, Organization, Record, SignOff
from tracker.states import SAID_WITH_SIGNATURE, Label

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
    """A lead of the owner redacts what is not on legal hold, and one whose organization signed its words.

    Of what is joint, the other side may hold it: that is theirs to know, so the refusal names nobody.
    """
    check_has(user, Permission.LEAD)
    if not has_signed(organization_of(user), record):
        check_leads_owner(user, record)
    if hold := hold_on(record, organization_of(user)):
        raise WrongState(
            f"{record.reference} is on legal hold since {day_of(hold)}; nothing goes from it."
        )
    if LegalHold.objects.live().filter(record_id=record.pk).exists():
        raise WrongState(f"{record.reference} can't be redacted for now.")


def has_signed(organization: Organization, record: Any) -> bool:
    """Say whether an organization ever signed under a record of another: what it said there is its own."""
    if not isinstance(record, Record) or record.owner_id == organization.pk:
        return False
    return any(
        one.related_model._default_manager.filter(
            **{one.field.name: record.pk, "organization": organization}
        ).exists()
        for one in record._meta.related_objects
        if issubclass(one.related_model, SignOff)
    )


def may_take_from(organization: Organization, record: Any, row: Any, field: str) -> bool:
    """Say whether an organization's lead takes words from a text under a record.

    What a signatory said with a signature is their organization's, and so is what a partner keeps to
    itself under what is joint; the rest is the owner's.
    """
    if (said_by := getattr(row, "said_by_id", None)) is not None:
        return bool(said_by == organization.pk)
    if isinstance(row, SignOff) and field in SAID_WITH_SIGNATURE:
        return row.organization_id == organization.pk
    return not isinstance(record, Record) or record.owner_id == organization.pk


def day_of(hold: LegalHold) -> str:
    """Return the day on which a hold was placed."""
    return dateformat.format(timezone.localtime(hold.placed_at), "j M Y")


def is_watched(record: Any) -> bool:
    """Say whether the reading of a record is logged: it is RED, or under an embargo.

    What is joint has no owner's label: a version of a practice is watched until it comes out.
    """
    coming = getattr(record, "coming_at", None)
    is_red = isinstance(record, Record) and record.label_now == Label.RED
    return is_red or (coming is not None and coming > timezone.now())


def may_see_readings(user: Reader, record: Any) -> bool:
    """Say whether a reader leads in the organization that owns a record; of what is joint, in a partner."""
    if not has_permission(user, Permission.LEAD):
        return False
    if isinstance(record, Record):
        return user.organization_id == record.owner_id  # type: ignore[union-attr]
    return is_partner(user) and hasattr(record, "coming_at")
