"""Who may with what one organization reviews: observations, reviews, findings, evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviews.access.cycle import check_takes_reviews
from reviews.states import (
    FINDINGS_THAT_HOLD,
    FindingStatus,
    ObservationStatus,
    ReviewStatus,
)
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_state,
    check_works_on,
    may_know_inside,
)
from tracker.audience import check_may_rest_on
from tracker.sharing_access import check_may_be_reworded

if TYPE_CHECKING:
    from reviews.models import Evidence, Finding, Observation, Review
    from tracker.access import Reader
    from tracker.models import Record


# --- Observations -----------------------------------------------------------------------------


def check_can_capture_observation(user: Reader) -> None:
    """Reviewers and leads of a partner capture what was seen."""
    check_has(user, Permission.LOG)


def may_know_reporter(user: Reader, observation: Observation) -> bool:
    """Say whether a reader belongs to the organization that a reporter is unnamed outside of."""
    return may_know_inside(user, observation)


def check_can_edit_observation(user: Reader, observation: Observation) -> None:
    """The owner's reviewers and leads edit what is not settled as wrong or repeated."""
    check_works_on(user, observation, Permission.LOG)
    check_state(observation, ObservationStatus.NEW, ObservationStatus.CONFIRMED, doing="edited")
    check_may_be_reworded(observation)


def check_can_dismiss_observation(user: Reader, observation: Observation) -> None:
    """The owner's reviewers and leads dismiss what does not hold up."""
    check_works_on(user, observation, Permission.LOG)
    check_state(observation, ObservationStatus.NEW, doing="dismissed")


def check_can_mark_observation_duplicate(user: Reader, observation: Observation) -> None:
    """The owner's reviewers and leads set aside what was captured before."""
    check_works_on(user, observation, Permission.LOG)
    check_state(observation, ObservationStatus.NEW, doing="marked as a duplicate")


def check_can_restore_observation(user: Reader, observation: Observation) -> None:
    """The owner's reviewers and leads take a dismissal or a duplicate back."""
    check_works_on(user, observation, Permission.LOG)
    check_state(
        observation, ObservationStatus.DISMISSED, ObservationStatus.DUPLICATE, doing="restored"
    )


def check_can_start_review(user: Reader, observation: Observation) -> None:
    """Whoever logs starts a review from an observation they can see that still stands."""
    check_has(user, Permission.LOG)
    check_state(observation, ObservationStatus.NEW, ObservationStatus.CONFIRMED, doing="reviewed")
    check_may_rest_on(user, [observation])


# --- Reviews ----------------------------------------------------------------------------------


def check_can_log_review(user: Reader) -> None:
    """Reviewers and leads of a partner log reviews."""
    check_has(user, Permission.LOG)


def check_can_edit_review(user: Reader, review: Review) -> None:
    """The owner's reviewers and leads work on a draft."""
    check_works_on(user, review, Permission.LOG)
    check_state(review, ReviewStatus.DRAFT, doing="edited")
    check_may_be_reworded(review)


def check_can_submit_review(user: Reader, review: Review) -> None:
    """The owner's reviewers and leads submit a draft that says what came out of it."""
    check_works_on(user, review, Permission.LOG)
    check_state(review, ReviewStatus.DRAFT, doing="submitted")
    if not review.summary.strip():
        raise WrongState("Write the summary first: what was looked at and what came out.")


def check_can_return_review(user: Reader, review: Review) -> None:
    """A lead of the owner sends a review back with a reason; who submitted it takes it back."""
    check_works_on(user, review, Permission.LOG)
    if user.pk != review.submitted_by_id:
        check_has(user, Permission.LEAD)
    check_state(review, ReviewStatus.SUBMITTED, doing="returned")


def check_can_accept_review(user: Reader, review: Review) -> None:
    """A lead of the owner accepts what another person submitted, and shares it by that."""
    check_works_on(user, review, Permission.LEAD)
    check_state(review, ReviewStatus.SUBMITTED, doing="accepted")
    if review.submitted_by_id == user.pk:
        raise Denied("You submitted this review; another lead accepts it.")
    if review.cycle is not None:
        check_takes_reviews(review.cycle)


# --- Findings ---------------------------------------------------------------------------------


def check_can_edit_finding(user: Reader, finding: Finding) -> None:
    """The owner's reviewers and leads work on a draft; a confirmed statement stands as confirmed."""
    check_works_on(user, finding, Permission.LOG)
    check_state(finding, FindingStatus.DRAFT, doing="edited")
    if finding.review.status != ReviewStatus.DRAFT:
        raise WrongState(
            f"{finding.review.reference} is submitted; its lead returns it before it is edited."
        )
    check_may_be_reworded(finding)


def check_can_tag_finding(user: Reader, finding: Finding) -> None:
    """The owner's reviewers and leads tag a finding in any state."""
    check_works_on(user, finding, Permission.LOG)


def who_sets_aside(finding: Finding) -> Permission:
    """Return what it takes to set a finding aside: a draft was shown to nobody yet."""
    return Permission.LOG if finding.status == FindingStatus.DRAFT else Permission.LEAD


def check_can_dismiss_finding(user: Reader, finding: Finding) -> None:
    """A lead of the owner dismisses a finding that does not hold; while a draft, a reviewer does."""
    check_works_on(user, finding, who_sets_aside(finding))
    check_state(finding, FindingStatus.DRAFT, FindingStatus.CONFIRMED, doing="dismissed")


def check_can_mark_finding_duplicate(user: Reader, finding: Finding) -> None:
    """A lead of the owner sets aside a finding that repeats another; while a draft, a reviewer does."""
    check_works_on(user, finding, who_sets_aside(finding))
    check_state(
        finding, FindingStatus.DRAFT, FindingStatus.CONFIRMED, doing="marked as a duplicate"
    )


def check_can_waive_finding(user: Reader, finding: Finding) -> None:
    """A lead of the owner accepts, until a day, that nothing is done about a finding."""
    check_works_on(user, finding, Permission.LEAD)
    check_state(finding, FindingStatus.CONFIRMED, doing="waived")


def check_can_restore_finding(user: Reader, finding: Finding) -> None:
    """A lead of the owner takes a dismissal, a duplicate or a waiver back."""
    check_works_on(user, finding, Permission.LEAD)
    check_state(
        finding,
        FindingStatus.DISMISSED,
        FindingStatus.DUPLICATE,
        FindingStatus.WAIVED,
        doing="restored",
    )


def holds(finding: Finding) -> bool:
    """Say whether a review stands behind a finding."""
    return finding.status in FINDINGS_THAT_HOLD


# --- Evidence ---------------------------------------------------------------------------------


def check_can_add_evidence(user: Reader, record: Record) -> None:
    """The owner's reviewers and leads add evidence under a record, at any time."""
    check_works_on(user, record, Permission.LOG)
    check_may_be_reworded(record)


def check_can_revise_evidence(user: Reader, evidence: Evidence) -> None:
    """The owner's reviewers and leads put a newer revision in place of the newest one."""
    check_works_on(user, evidence.under, Permission.LOG)
    if hasattr(evidence, "next_revision"):
        raise WrongState(f"“{evidence.title}” has a newer revision; revise that one.")
