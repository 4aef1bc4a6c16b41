"""The verbs of reviews that new versions ask for, as people and programs meet them."""

from __future__ import annotations

from reviews import access, transitions
from reviews.models import Review
from tracker.sharing_verbs import REASON
from tracker.verbs import Verb

MIGRATION_VERBS = (
    Verb(
        "accept",
        "Start the review",
        access.check_can_answer_migration,
        transitions.accept_migration,
        "A draft review of the new version was made; say what was looked at.",
        primary=True,
        makes=Review,
    ),
    Verb(
        "dismiss",
        "Dismiss",
        access.check_can_answer_migration,
        transitions.dismiss_migration,
        "The new version is not reviewed.",
        asks=(REASON,),
    ),
)
