"""The verbs of reviews that new versions ask for: proposed by a job, taken up, or dismissed."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from reviews import access
from reviews.editing import log_review
from reviews.models import CycleItem, Finding, MigrationProposal, Observation, Review
from reviews.states import MigrationStatus, ReviewMethod
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
    """Start the review of the move to a new version as a draft, prefilled."""
    proposal = lock(proposal)
    access.check_can_answer_migration(by, proposal)
    review = log_review(
        by=by,
        title=f"Model migration: {proposal.system} to {proposal.version}"[:300],
        system=proposal.system,
        version=proposal.version,
        method=ReviewMethod.EVALUATION,
        held_on=timezone.localdate(),
        reviewers=[by],
    )
    answer(proposal, by, status=MigrationStatus.ACCEPTED, review=review)
    return review


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
