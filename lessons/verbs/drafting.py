"""The verbs of findings and reviews that exist where lessons do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lessons import access, transitions, update_transitions
from lessons.models import Lesson
from reviews import verbs as reviews_verbs
from reviews.models import Finding, Review
from tracker.models import User
from tracker.verbs import Ask, Verb

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
