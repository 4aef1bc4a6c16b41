"""The verbs of the ground floor beside those of labels: who counts, who signs for whom, who takes over."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker import access
from tracker.handing import Item, carried_by, digest_of
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


@recorded("tracker.user.handed_over")
def hand_over(person: User, *, by: User, to: User, seen: str | None = None) -> list[Item]:
    """Hand all that a person carries to a colleague, in one go or not at all; return what it was.

    `seen` is the digest of the items that were shown; where they are others by now, nothing is done.
    What is left to people by name, and not to whoever hands over, stays.
    """
    person = lock(person)
    access.check_can_hand_over(by, person)
    access.check_can_take_over(person, to)
    items = carried_by(person, by)
    if seen is not None and seen != digest_of(items):
        raise access.WrongState(f"What {person} carries is not what you were shown; look again.")
    for one in items:
        hand(one, by=by, to=to, of=person)
    return items


def hand(item: Item, *, by: User, to: User, of: User) -> None:
    """Hand over one item; what its record refuses is said with its reference."""
    try:
        item.kind.hand(item.record, by=by, to=to, of=of)
    except (ValidationError, access.Refusal) as error:
        reason = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        raise ValidationError({"to": f"{item.record.reference}: {reason}"}) from error
