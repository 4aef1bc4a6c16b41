"""Who says whether a new version of a system is reviewed, and by a cycle of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviews.access.cycle import check_can_plan_cycle
from reviews.states import CycleStatus, MigrationStatus
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_state,
    has_permission,
)
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from reviews.models import MigrationProposal
    from tracker.access import Reader


def check_can_answer_migration(user: Reader, proposal: MigrationProposal) -> None:
    """Whoever answers for the system takes a proposed review up or not."""
    check_answers_for_migration(user, proposal)
    check_state(proposal, MigrationStatus.PROPOSED, doing="answered")


def check_can_start_migration(user: Reader, proposal: MigrationProposal) -> None:
    """Whoever answers for the system starts the review once, before its cycle is planned or after."""
    check_answers_for_migration(user, proposal)
    check_goes_on(proposal)
    if proposal.review_id is not None:
        raise WrongState(f"The review that {proposal.reference} asks for was started already.")


def check_can_plan_migration(user: Reader, proposal: MigrationProposal) -> None:
    """A lead who answers for the system plans its cycle, once unless that is withdrawn; it is joint."""
    check_answers_for_migration(user, proposal)
    check_can_plan_cycle(user)
    check_goes_on(proposal)
    if proposal.cycle is not None and proposal.cycle.status != CycleStatus.WITHDRAWN:
        raise WrongState(f"The cycle that {proposal.reference} asks for was planned already.")
    if proposal.system.label_now not in SHARED_LABELS:
        raise WrongState(f"Share {proposal.system} with the partners first; a cycle is joint.")


def check_answers_for_migration(user: Reader, proposal: MigrationProposal) -> None:
    """The system's steward, or a lead where it is run or owned, answers what its version asks for."""
    check_has(user, Permission.LOG)
    system = proposal.system
    own = user.organization_id if user.is_authenticated else None
    leads = has_permission(user, Permission.LEAD) and own in {system.operator_id, system.owner_id}
    if not leads and system.steward_id != user.pk:
        raise Denied("Only the system’s steward, or a lead of who runs or owns it, can do this.")


def check_goes_on(proposal: MigrationProposal) -> None:
    """Refuse what was dismissed; of its review and its cycle, either comes first."""
    check_state(proposal, MigrationStatus.PROPOSED, MigrationStatus.ACCEPTED, doing="taken up")
