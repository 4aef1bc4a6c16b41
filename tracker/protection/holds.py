"""The only functions that place and lift legal holds."""

from __future__ import annotations

from typing import TypeVar

from django.db import models
from django.utils import timezone

from tracker.access import organization_of
from tracker.models import LegalHold, User
from tracker.protection import access
from tracker.recording import change, lock, recorded

R = TypeVar("R", bound=models.Model)


@recorded("tracker.legalhold.placed")
def place_hold(record: R, *, by: User, reason: str) -> R:
    """Keep a record, its earlier versions and all under it as they are, until the hold is lifted."""
    record = lock(record)
    access.check_can_place_hold(by, record)
    hold = LegalHold(
        organization=organization_of(by),
        record_id=record.pk,
        noun=record._meta.label_lower,
        reference=record.reference,  # type: ignore[attr-defined]
        reason=reason.strip(),
        placed_by=by,
    )
    hold.clean_fields(exclude=["lifted_by", "lifted_at"])
    hold.save(force_insert=True)
    return record


@recorded("tracker.legalhold.lifted")
def lift_hold(record: R, *, by: User, reason: str) -> R:
    """End an organization's hold on a record."""
    record = lock(record)
    access.check_can_lift_hold(by, record)
    hold = access.hold_on(record, organization_of(by))
    assert hold is not None, "check_can_lift_hold found it"
    change(lock(hold), lifted_by=by, lifted_at=timezone.now(), lift_reason=reason.strip())
    return record
