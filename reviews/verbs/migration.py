"""The verbs of reviews that new versions ask for, as people and programs meet them."""

from __future__ import annotations

import datetime
from typing import Any

from reviews import access, transitions
from reviews.models import Review, ReviewCycle
from reviews.verbs.asks import today
from tracker.sharing_verbs import REASON
from tracker.verbs import Ask, Verb

WINDOW = datetime.timedelta(days=14)


def end_of_window(proposal: Any) -> Any:
    """Return the day on which a cycle that starts today mostly ends."""
    return today(proposal) + WINDOW


MIGRATION_VERBS = (
    Verb(
        "plan-cycle",
        "Plan its cycle",
        access.check_can_plan_migration,
        transitions.plan_migration,
        "The cycle of the new version is planned, with the move in its scope; open it when it begins.",
        asks=(
            Ask("starts_on", "From", "date", initial=today),
            Ask("ends_on", "Until", "date", initial=end_of_window),
        ),
        warning="Everyone at the partners reads a cycle and what is in its scope, from now on.",
        primary=True,
        makes=ReviewCycle,
    ),
    Verb(
        "accept",
        "Start the review",
        access.check_can_start_migration,
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
