"""Who says whether a new version of a system is reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviews.states import MigrationStatus
from tracker.access import Denied, Permission, check_has, check_state, has_permission

if TYPE_CHECKING:
    from reviews.models import MigrationProposal
    from tracker.access import Reader


def check_can_answer_migration(user: Reader, proposal: MigrationProposal) -> None:
    """The system's steward, or a lead where it is run or owned, takes a proposed review up or not."""
    check_has(user, Permission.LOG)
    system = proposal.system
    own = user.organization_id if user.is_authenticated else None
    leads = has_permission(user, Permission.LEAD) and own in {system.operator_id, system.owner_id}
    if not leads and system.steward_id != user.pk:
        raise Denied("Only the system’s steward, or a lead of who runs or owns it, can do this.")
    check_state(proposal, MigrationStatus.PROPOSED, doing="answered")
