"""The verbs of recurrences."""

from __future__ import annotations

from lessons import access, recurrence_transitions
from lessons.models import Recurrence
from tracker.verbs import Verb


def what_follows(recurrence: Recurrence) -> str:
    """Return what is so once a recurrence was confirmed."""
    if recurrence.took_credit:
        return "The lesson came back: it has regressed, and its practices show it."
    return "The lesson is marked as come back; it was not learned yet."


RECURRENCE_VERBS = (
    Verb(
        "confirm",
        "It came back",
        access.check_can_confirm_recurrence,
        recurrence_transitions.confirm_recurrence,
        "The lesson came back.",
        primary=True,
        warning="This can't be taken back. A learned lesson is regressed from then on, for good; what "
        "was seen now wants a lesson of its own. The leads who see both are told.",
        says=what_follows,
    ),
    Verb(
        "reject",
        "Not the same",
        access.check_can_decide_recurrence,
        recurrence_transitions.reject_recurrence,
        "The pair is remembered and not proposed again.",
    ),
)
