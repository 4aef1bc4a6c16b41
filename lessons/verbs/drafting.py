"""The verbs of observations, findings and reviews that exist where lessons do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lessons import access, containment_transitions, transitions, update_transitions
from lessons.models import Lesson, SystemUpdate
from lessons.verbs.lesson import own_systems
from reviews import verbs as reviews_verbs
from reviews.models import Finding, Review
from tracker.models import User
from tracker.verbs import Ask, Verb

HAPPENED = (
    Ask("title", "What contains it", "line"),
    Ask("system", "In which of our systems", "record", rows=own_systems),
    Ask(
        "shipped_on",
        "Shipped on",
        "date",
        required=False,
        help="Left empty, it is proposed, and a lead accepts it.",
    ),
)


CONTAIN_OBSERVATION = Verb(
    "contain",
    "Record a containment",
    access.check_can_contain_observation,
    containment_transitions.contain_observation,
    "The containment is recorded; its lesson can be named later.",
    asks=HAPPENED,
    makes=SystemUpdate,
)
CONTAIN_FINDING = replace(
    CONTAIN_OBSERVATION,
    check=access.check_can_contain_finding,
    run=containment_transitions.contain_finding,
)

OBSERVATION_VERBS = (
    reviews_verbs.OBSERVATION_VERBS[0],
    CONTAIN_OBSERVATION,
    *reviews_verbs.OBSERVATION_VERBS[1:],
)

# A lesson is drawn from a finding, so the finding has this verb where lessons exist; and restored,
# it follows from the updates that exist only here.
FINDING_VERBS = (
    Verb(
        "draft-lesson",
        "Draft a lesson",
        access.check_can_draft_lesson_from,
        transitions.draft_lesson_from_finding,
        "A lesson was drafted from the finding; say what was learned.",
        primary=True,
        makes=Lesson,
    ),
    CONTAIN_FINDING,
    *(
        replace(verb, run=update_transitions.restore_finding) if verb.name == "restore" else verb
        for verb in reviews_verbs.FINDING_VERBS
    ),
)


def findings_that_hold(user: User, review: Review) -> Any:
    """Return the findings of a review that a lesson may be drawn from."""
    return Finding.objects.visible_to(user).that_hold().filter(review=review).order_by("id")


REVIEW_VERBS = (
    Verb(
        "draft-lesson",
        "Draft a lesson from its findings",
        access.check_can_draft_lesson_from_review,
        transitions.draft_lesson_from_review,
        "A lesson was drafted from the findings; say what was learned.",
        asks=(
            Ask(
                "findings",
                "From these findings",
                "records",
                rows=findings_that_hold,
                initial=lambda review: review.findings.that_hold(),
            ),
        ),
        primary=True,
        makes=Lesson,
    ),
    *reviews_verbs.REVIEW_VERBS,
)
