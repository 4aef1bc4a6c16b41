"""The verbs of the ground floor beside those of labels: who counts as a partner, who signs for whom."""

from __future__ import annotations

from django.utils import timezone

from tracker import access
from tracker.models import Delegation, Organization, User
from tracker.recording import change, lock, recorded


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
