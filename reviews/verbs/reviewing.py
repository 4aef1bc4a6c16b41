"""The verbs of observations, reviews and findings as people and programs meet them."""

from __future__ import annotations

from typing import Any

from reviews import access, transitions
from reviews.editing import removal
from reviews.models import Finding, Observation, Review, ReviewCycle
from tracker.leaks import leaks
from tracker.models import AISystem
from tracker.protection.access import check_can_redact
from tracker.sharing_access import check_can_copy
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.states import Label, RedactionCause
from tracker.verbs import Ask, Verb


def files_under(user: Any, record: Any) -> Any:
    """Return the evidence under a record that is a file."""
    return record.evidence.exclude(file="")


# For whatever evidence hangs under.
REMOVE_FILE = Verb(
    "remove-file",
    "Remove a file",
    check_can_redact,
    removal.remove_file,
    "The file is gone for good; its hash is kept.",
    asks=(
        Ask("evidence", "File", "record", rows=files_under),
        Ask("cause", "What it is", "choice", choices=RedactionCause.choices),
        Ask(
            "reason",
            "Why",
            required=False,
            help="Asked for with another reason; shown to your organization alone.",
        ),
    ),
    warning="Nobody can bring the file back. Whoever downloaded it has it.",
    rare=True,
)

OBSERVATION_VERBS = (
    Verb(
        "start-review",
        "Start a review",
        access.check_can_start_review,
        transitions.start_review,
        "A review and its first finding were made from the observation; complete them.",
        warning="The observation's words are copied into the review; accepting it shares them with "
        "the partners, though the observation itself stays as it is.",
        asks=(
            Ask(
                "system",
                "System under review",
                "record",
                rows=lambda user, observation: AISystem.objects.visible_to(user),
                initial=lambda observation: observation.systems.first(),
            ),
            Ask(
                "cycle",
                "In cycle",
                "record",
                required=False,
                rows=lambda user, _: ReviewCycle.objects.visible_to(user).taking_reviews(),
            ),
        ),
        primary=True,
        makes=Review,
    ),
    Verb(
        "make-shareable-copy",
        "Make a shareable copy",
        check_can_copy,
        transitions.copy_observation,
        "This is the copy: take out what is not for others, then share it. The original stays yours.",
    ),
    *sharing_verbs(along="its evidence"),
    Verb(
        "mark-duplicate",
        "Mark as duplicate",
        access.check_can_mark_observation_duplicate,
        transitions.mark_observation_duplicate,
        "It is set aside as a duplicate.",
        asks=(
            Ask(
                "other",
                "Which observation does it repeat?",
                "record",
                rows=lambda user, observation: Observation.objects.visible_to(user).exclude(
                    pk=observation.pk
                ),
            ),
        ),
    ),
    Verb(
        "dismiss",
        "Dismiss",
        access.check_can_dismiss_observation,
        transitions.dismiss_observation,
        "It is dismissed; it can be restored.",
        asks=(REASON,),
    ),
    Verb(
        "restore",
        "Restore",
        access.check_can_restore_observation,
        transitions.restore_observation,
        "It is new again.",
    ),
    REMOVE_FILE,
)


def leaks_of_review(user: Any, review: Review) -> Any:
    """Return what acceptance would let out of narrower records: of the review or of its findings."""
    return leaks(user, [review, *review.findings.all()], Label.AMBER)


REVIEW_VERBS = (
    Verb(
        "submit",
        "Submit for acceptance",
        access.check_can_submit_review,
        transitions.submit_review,
        "The review waits for a lead.",
        primary=True,
    ),
    Verb(
        "accept",
        "Accept and share",
        access.check_can_accept_review,
        transitions.accept_review,
        "The review, its findings and its evidence are shared with the partners.",
        primary=True,
        warning="Everyone at the partners will be able to read the review, its findings and its "
        "evidence, and what was read stays read.",
        leaks=leaks_of_review,
    ),
    Verb(
        "return",
        "Return to draft",
        access.check_can_return_review,
        transitions.return_review,
        "The review is a draft again.",
        asks=(REASON,),
    ),
    *sharing_verbs(along="its evidence"),
    REMOVE_FILE,
)


def other_findings(user: Any, finding: Finding) -> Any:
    """Return the findings that one may repeat."""
    return Finding.objects.visible_to(user).exclude(pk=finding.pk)


FINDING_VERBS = (
    Verb(
        "make-shareable-copy",
        "Make a shareable copy",
        check_can_copy,
        transitions.copy_finding,
        "This is the copy, in a review of its own: take out what is not for others, then submit that; "
        "its acceptance shares both. The original stays yours.",
    ),
    Verb(
        "waive",
        "Waive",
        access.check_can_waive_finding,
        transitions.waive_finding,
        "The finding is waived until that day.",
        asks=(REASON, Ask("until", "Until", "date")),
    ),
    Verb(
        "mark-duplicate",
        "Mark as duplicate",
        access.check_can_mark_finding_duplicate,
        transitions.mark_finding_duplicate,
        "It is set aside as a duplicate.",
        asks=(Ask("other", "Which finding does it repeat?", "record", rows=other_findings),),
    ),
    Verb(
        "dismiss",
        "Dismiss",
        access.check_can_dismiss_finding,
        transitions.dismiss_finding,
        "It is dismissed; it can be restored.",
        asks=(REASON,),
    ),
    Verb(
        "restore",
        "Restore, shared like its review",
        access.check_can_restore_finding,
        transitions.restore_finding,
        "The finding stands again; where its review is accepted, the partners can read it now.",
    ),
    *sharing_verbs(along="its evidence"),
    REMOVE_FILE,
)
