"""The verbs of reviews that new versions ask for: proposed by a job, taken up, or dismissed.

A private draft and a joint cycle take one up, in either order; the draft then stands in the cycle.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from reviews import access
from reviews.editing import add_item, log_review, plan_cycle
from reviews.models import (
    CycleItem,
    Finding,
    MigrationProposal,
    Observation,
    Review,
    ReviewCycle,
)
from reviews.states import (
    CYCLES_TAKING_REVIEWS,
    CycleKind,
    CycleStatus,
    MigrationStatus,
    ReviewMethod,
)
from tracker.access import judge
from tracker.keys import key_at, new_reference
from tracker.models import SystemVersion, User
from tracker.recording import change, lock, recorded

# What was released longer ago is entered afterwards, and asks nobody for anything.
NEW_FOR = datetime.timedelta(days=30)


def new_versions() -> Any:
    """Return the versions recorded and released lately."""
    since = timezone.now() - NEW_FOR
    released = Q(released_on=None) | Q(released_on__gte=since.date())
    return SystemVersion.objects.filter(released, pk__gte=key_at(since)).order_by("pk")


def that_move_from_something(versions: Any) -> Any:
    """Narrow to versions of systems that were looked at before: keys rise with time."""
    before = Q()
    for model, system in (
        (CycleItem, "system"),
        (Review, "system"),
        (Finding, "systems"),
        (Observation, "systems"),
    ):
        about = {system: OuterRef("system"), "pk__lt": OuterRef("pk")}
        before |= Q(Exists(model._default_manager.filter(**about)))
    return versions.filter(before)


def propose_migrations() -> int:
    """Propose a review of each new version that has none; return how many."""
    waiting = that_move_from_something(new_versions()).filter(migration_proposal=None)
    return sum(propose_migration(version) for version in waiting)


@recorded("reviews.migrationproposal.made")
def propose_migration(version: SystemVersion) -> bool:
    """Propose a review of the move to a new version, once; say whether it was missing."""
    version = lock(version)
    if MigrationProposal.objects.filter(version=version).exists():
        return False
    system = version.system
    MigrationProposal.objects.create(
        reference=new_reference(
            MigrationProposal, system.owner.code, MigrationProposal.reference_prefix
        ),
        system=system,
        version=version,
    )
    return True


@recorded("reviews.migrationproposal.accepted")
def accept_migration(proposal: MigrationProposal, *, by: User) -> Review:
    """Start the review of the move to a new version as a draft, prefilled, in its cycle if there is one."""
    proposal = lock(proposal)
    access.check_can_start_migration(by, proposal)
    review = log_review(
        by=by,
        title=title_of(proposal),
        **place_in_cycle(proposal),
        system=proposal.system,
        version=proposal.version,
        method=ReviewMethod.EVALUATION,
        held_on=timezone.localdate(),
        reviewers=[by],
    )
    take_up(proposal, by, review=review)
    return review


@recorded("reviews.migrationproposal.cycle_planned")
def plan_migration(
    proposal: MigrationProposal, *, by: User, starts_on: datetime.date, ends_on: datetime.date
) -> ReviewCycle:
    """Plan the joint cycle of the move to a new version; a review that was started comes into it."""
    proposal = lock(proposal)
    access.check_can_plan_migration(by, proposal)
    cycle = plan_cycle(
        by=by,
        title=title_of(proposal),
        kind=CycleKind.MODEL_MIGRATION,
        starts_on=starts_on,
        ends_on=ends_on,
        leads=[by],
    )
    item = add_item(
        cycle,
        by=by,
        system=proposal.system,
        version=proposal.version,
        change=f"Move to version {proposal.version}",
    )
    take_up(proposal, by, cycle=cycle)
    if proposal.review is not None:
        put_draft_behind(item, proposal.review, by)
    return cycle


@recorded("reviews.migrationproposal.dismissed")
def dismiss_migration(proposal: MigrationProposal, *, by: User, reason: str) -> MigrationProposal:
    """Say why a new version needs no review."""
    proposal = lock(proposal)
    access.check_can_answer_migration(by, proposal)
    answer(proposal, by, status=MigrationStatus.DISMISSED, reason=reason.strip())
    return proposal


def answer(proposal: MigrationProposal, by: User, **outcome: Any) -> None:
    """Note who answered a proposal, and how."""
    change(proposal, answered_by=by, answered_at=timezone.now(), **outcome)


def take_up(proposal: MigrationProposal, by: User, **what: Any) -> None:
    """Note the review or the cycle that came of a proposal; whoever was first answered it."""
    if proposal.status == MigrationStatus.PROPOSED:
        answer(proposal, by, status=MigrationStatus.ACCEPTED, **what)
    else:
        change(proposal, **what)


def title_of(proposal: MigrationProposal) -> str:
    """Return how the review of a move to a new version is called, and its cycle."""
    return f"Model migration: {proposal.system} to {proposal.version}"[:300]


def place_in_cycle(proposal: MigrationProposal) -> dict[str, Any]:
    """Return where the review of a move stands: in its cycle, as long as that takes reviews."""
    cycle = proposal.cycle and lock(proposal.cycle)
    if cycle is None or cycle.status not in CYCLES_TAKING_REVIEWS:
        return {}
    # A lead may have put the item off to another cycle, or worded it anew.
    items = cycle.items.filter(system=proposal.system, version=proposal.version)
    return {"cycle": cycle, "item": items.first()}


def put_draft_behind(item: CycleItem, review: Review, by: User) -> None:
    """Put a draft that is the planner's to write into the cycle of an item.

    Not where its writers placed it or made it another's; of another side's draft they choose the cycle.
    """
    review = lock(review)
    about = review.system_id == item.system_id and review.version_id in {None, item.version_id}
    free = review.cycle is None or review.cycle.status == CycleStatus.WITHDRAWN
    if free and about and judge(access.check_can_edit_review, by, review):
        change(review, cycle=item.cycle, item=item)
