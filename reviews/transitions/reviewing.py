"""The verbs of observations, reviews and findings."""

from __future__ import annotations

import datetime

from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews import access
from reviews.editing import add_finding, capture_observation, lock_with_review, log_review
from reviews.models import CycleItem, Finding, Observation, Review, ReviewCycle
from reviews.states import FindingStatus, ItemStatus, ObservationStatus, ReviewStatus
from tracker.models import AISystem, User
from tracker.notifying.telling import tell_shared
from tracker.recording import change, lock, lock_pair, recorded
from tracker.sharing import share_along
from tracker.sharing_access import check_can_copy

# These states follow from the updates that answer a finding.
FOLLOWS_UPDATES = (FindingStatus.CONFIRMED, FindingStatus.ADDRESSED, FindingStatus.VERIFIED)

NOTHING_AGAINST_IT = {"duplicate_of": None, "closing_reason": "", "waived_until": None}

# What a shareable copy of a finding says at first.
COPIED = (
    "detail",
    "is_positive",
    "severity",
    "severity_justification",
    "cause",
    "cause_status",
    "why_missed",
)

# --- Observations -----------------------------------------------------------------------------


@recorded("reviews.observation.dismissed")
def dismiss_observation(observation: Observation, *, by: User, reason: str) -> Observation:
    """Set an observation aside as not holding up."""
    observation = lock(observation)
    access.check_can_dismiss_observation(by, observation)
    change(observation, status=ObservationStatus.DISMISSED, dismissal_reason=reason.strip())
    return observation


@recorded("reviews.observation.marked_duplicate")
def mark_observation_duplicate(
    observation: Observation, *, by: User, other: Observation
) -> Observation:
    """Set an observation aside as repeating another."""
    observation, other = lock_pair(observation, other)
    access.check_can_mark_observation_duplicate(by, observation)
    check_other(observation, other)
    change(observation, status=ObservationStatus.DUPLICATE, duplicate_of=other)
    return observation


@recorded("reviews.observation.restored")
def restore_observation(observation: Observation, *, by: User) -> Observation:
    """Take a dismissal or a duplicate back."""
    observation = lock(observation)
    access.check_can_restore_observation(by, observation)
    change(observation, status=ObservationStatus.NEW, duplicate_of=None, dismissal_reason="")
    return observation


@recorded("reviews.observation.copied")
def copy_observation(observation: Observation, *, by: User) -> Observation:
    """Make a copy to take out of it what is not for others, and share that; the original stays private."""
    observation = lock(observation)
    check_can_copy(by, observation)
    return capture_observation(
        by=by,
        title=observation.title,
        description=observation.description,
        occurred_on=observation.occurred_on,
        occurred_precision=observation.occurred_precision,
        source_kind=observation.source_kind,
        confidence=observation.confidence,
        systems=observation.systems.visible_to(by),
        tags=observation.tags.visible_to(by),
        copied_from=observation,
        illustrative=observation.illustrative,
    )


@recorded("reviews.review.started")
def start_review(
    observation: Observation, *, by: User, system: AISystem, cycle: ReviewCycle | None = None
) -> Review:
    """Make a review and its first finding from an observation, prefilled."""
    observation = lock(observation)
    access.check_can_start_review(by, observation)
    review = log_review(
        by=by,
        title=f"Review: {observation.title}"[:300],
        system=system,
        cycle=cycle,
        held_on=timezone.localdate(),
        reviewers=[by],
        sources=[observation],
        illustrative=observation.illustrative,
    )
    add_finding(
        review,
        by=by,
        title=observation.title,
        detail=observation.description,
        source=observation.source,
        source_url=observation.source_url,
        systems=observation.systems.visible_to(by),
        observations=[observation],
        tags=observation.tags.visible_to(by),
    )
    return review


def check_other(record: Observation | Finding, other: Observation | Finding) -> None:
    """Refuse a duplicate of itself, and chains of duplicates that would end nowhere."""
    if other.pk == record.pk:
        raise ValidationError({"other": "Choose another record than this one."})
    if other.duplicate_of_id is not None:
        raise ValidationError({"other": f"{other.reference} is a duplicate itself."})
    if record.duplicates.exists():
        raise ValidationError(
            f"Others are duplicates of {record.reference}; restore them before it becomes one."
        )


# --- Reviews ----------------------------------------------------------------------------------


@recorded("reviews.review.submitted")
def submit_review(review: Review, *, by: User) -> Review:
    """Hand a draft to the owner's leads."""
    review = lock(review)
    access.check_can_submit_review(by, review)
    change(
        review,
        status=ReviewStatus.SUBMITTED,
        submitted_at=timezone.now(),
        submitted_by=by,
        return_reason="",
    )
    return review


@recorded("reviews.review.returned")
def return_review(review: Review, *, by: User, reason: str) -> Review:
    """Send a submitted review back to its writers, with the reason."""
    review = lock(review)
    access.check_can_return_review(by, review)
    change(
        review,
        status=ReviewStatus.DRAFT,
        submitted_at=None,
        submitted_by=None,
        return_reason=reason.strip(),
    )
    return review


@recorded("reviews.review.accepted")
def accept_review(review: Review, *, by: User) -> Review:
    """Accept a review: share it with its findings and evidence, confirm them and what they rest on."""
    review = lock(review)
    review.cycle = lock(review.cycle) if review.cycle else None
    access.check_can_accept_review(by, review)
    before = review.label_now
    change(review, status=ReviewStatus.ACCEPTED, accepted_at=timezone.now(), accepted_by=by)
    share_along(review, by=by)
    tell_shared(review, before, by=by)
    for finding in review.findings.select_for_update().filter(status=FindingStatus.DRAFT):
        confirm_finding(finding, by=by)
    mark_item_reviewed(review)
    return review


def confirm_finding(finding: Finding, *, by: User) -> None:
    """Let a finding of an accepted review stand, share it, and confirm the owner's observations."""
    change(finding, status=FindingStatus.CONFIRMED, **NOTHING_AGAINST_IT)
    share_along(finding, by=by)
    own = finding.observations.filter(owner=finding.owner_id, status=ObservationStatus.NEW)
    for observation in own.select_for_update(of=("self",)):
        change(observation, status=ObservationStatus.CONFIRMED)


def mark_item_reviewed(review: Review) -> None:
    """Let the cycle's item know that an accepted review stands behind it."""
    if review.item_id is not None:
        item = CycleItem.objects.select_for_update().get(pk=review.item_id)
        if item.status == ItemStatus.PENDING:
            change(item, status=ItemStatus.REVIEWED)


# --- Findings ---------------------------------------------------------------------------------


@recorded("reviews.finding.copied")
def copy_finding(finding: Finding, *, by: User) -> Finding:
    """Make a copy to take out of it what is not for others; the original stays private.

    It stands in a draft review of its own, whose acceptance confirms and shares it as any finding;
    what the original's review says is not carried over. It rests on the same observations.
    """
    finding = lock(finding)
    check_can_copy(by, finding)
    original = finding.review
    review = log_review(
        by=by,
        title=f"Review: {finding.title}"[:300],
        system=original.system,
        version=original.version,
        method=original.method,
        held_on=original.held_on,
        reviewers=original.reviewers.all(),
        sources=[finding],
        illustrative=original.illustrative,
    )
    return add_finding(
        review,
        by=by,
        title=finding.title,
        systems=finding.systems.visible_to(by),
        observations=finding.observations.visible_to(by),
        tags=finding.tags.visible_to(by),
        copied_from=finding,
        illustrative=finding.illustrative,
        **{name: getattr(finding, name) for name in COPIED},
    )


@recorded("reviews.finding.dismissed")
def dismiss_finding(finding: Finding, *, by: User, reason: str) -> Finding:
    """Set a finding aside as not holding."""
    finding = lock(finding)
    access.check_can_dismiss_finding(by, finding)
    change(finding, status=FindingStatus.DISMISSED, closing_reason=reason.strip())
    return finding


@recorded("reviews.finding.marked_duplicate")
def mark_finding_duplicate(finding: Finding, *, by: User, other: Finding) -> Finding:
    """Set a finding aside as repeating another."""
    finding, other = lock_pair(finding, other)
    access.check_can_mark_finding_duplicate(by, finding)
    check_other(finding, other)
    change(finding, status=FindingStatus.DUPLICATE, duplicate_of=other)
    return finding


@recorded("reviews.finding.waived")
def waive_finding(finding: Finding, *, by: User, reason: str, until: datetime.date) -> Finding:
    """Accept, until a day, that nothing is done about a finding."""
    finding = lock(finding)
    access.check_can_waive_finding(by, finding)
    if until <= timezone.localdate():
        raise ValidationError({"until": "A waiver ends on a day that is still to come."})
    change(finding, status=FindingStatus.WAIVED, closing_reason=reason.strip(), waived_until=until)
    return finding


@recorded("reviews.finding.restored")
def restore_finding(finding: Finding, *, by: User) -> Finding:
    """Take a dismissal, a duplicate or a waiver back; an accepted review confirms it at once."""
    finding = lock_with_review(finding)
    access.check_can_restore_finding(by, finding)
    if finding.review.status == ReviewStatus.ACCEPTED:
        confirm_finding(finding, by=by)
    else:
        change(finding, status=FindingStatus.DRAFT, **NOTHING_AGAINST_IT)
    return finding


def settle_finding(finding: Finding, *, addressed: bool, verified: bool) -> None:
    """Let a finding follow from the updates that answer it; the caller is their verb."""
    finding = lock(finding)
    if finding.is_positive or finding.status not in FOLLOWS_UPDATES:
        return
    settled = FindingStatus.ADDRESSED if addressed else FindingStatus.CONFIRMED
    change(finding, status=FindingStatus.VERIFIED if verified else settled)
