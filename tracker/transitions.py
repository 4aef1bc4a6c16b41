"""The verbs of the ground floor: what every labelled record shares, and making systems known."""

from __future__ import annotations

from typing import TypeVar

from django.utils import timezone

from tracker import access
from tracker.models import AISystem, Delegation, Organization, Record, User
from tracker.recording import change, lock, recorded
from tracker.states import Label

R = TypeVar("R", bound=Record)


def widen_to_partners(record: R) -> R:
    """Let the partners read a record that its owner alone reads; the caller holds lock and check."""
    if record.label == Label.AMBER_STRICT:
        change(record, label=Label.AMBER)
    return record


def begin_to_count() -> None:
    """Let the partners that joined since the last cycle count from now on; opening one calls this."""
    for partner in Organization.objects.partners().select_for_update().filter(counts_since=None):
        change(partner, counts_since=timezone.now())


@recorded("tracker.delegation.revoked")
def revoke_delegation(delegation: Delegation, *, by: User) -> Delegation:
    """End a delegation before its time; what was signed under it stays signed."""
    delegation = lock(delegation)
    access.check_can_revoke_delegation(by, delegation)
    change(delegation, revoked_at=timezone.now(), revoked_by=by)
    return delegation


@recorded("tracker.system.shared")
def share_system(system: AISystem, *, by: User) -> AISystem:
    """Let the partners know of a system."""
    system = lock(system)
    access.check_can_share(by, system)
    return widen_to_partners(system)


@recorded("tracker.system.released")
def release_system(system: AISystem, *, by: User) -> AISystem:
    """State that a system is public knowledge: anyone may read that it exists."""
    system = lock(system)
    access.check_can_release_system(by, system)
    change(system, label=Label.CLEAR)
    return system
