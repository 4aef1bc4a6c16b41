"""The verbs of system updates."""

from __future__ import annotations

from typing import Any

from lessons import access, update_transitions
from lessons.models import SystemUpdate
from reviews.verbs import own_people, today
from tracker.models import SystemVersion, User
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.verbs import Ask, Verb


def versions_of_system(user: User, update: SystemUpdate) -> Any:
    """Return the versions of the system that an update changes."""
    return SystemVersion.objects.visible_to(user).filter(system=update.system_id)


JUDGEMENT = (
    Ask("how", "How its effect was seen", help="What was measured or tested, and what came out."),
    Ask("judged_on", "On", "date", initial=today),
)

UPDATE_VERBS = (
    Verb(
        "accept",
        "Accept",
        access.check_can_accept_update,
        update_transitions.accept_update,
        "The update has someone responsible and a day.",
        asks=(
            Ask("assignee", "Responsible", "record", rows=own_people),
            Ask("due_on", "Due on", "date"),
        ),
        primary=True,
    ),
    Verb(
        "begin",
        "Begin",
        access.check_can_begin_update,
        update_transitions.begin_update,
        "The update is in progress.",
    ),
    Verb(
        "ship",
        "Shipped",
        access.check_can_ship_update,
        update_transitions.ship_update,
        "Shipped; somebody else judges now whether it works.",
        asks=(
            Ask("shipped_on", "Shipped on", "date", initial=today),
            Ask("to_version", "In version", "record", required=False, rows=versions_of_system),
        ),
        primary=True,
    ),
    Verb(
        "verify",
        "Verify its effect",
        access.check_can_judge_update,
        update_transitions.verify_update,
        "The update is verified effective.",
        asks=JUDGEMENT,
        primary=True,
    ),
    Verb(
        "not-effective",
        "Not effective",
        access.check_can_judge_update,
        update_transitions.find_not_effective,
        "The update is recorded as not effective.",
        asks=JUDGEMENT,
    ),
    *sharing_verbs(),
    Verb(
        "roll-back",
        "Roll back",
        access.check_can_roll_back_update,
        update_transitions.roll_back_update,
        "The update is rolled back.",
        asks=(REASON,),
    ),
    Verb(
        "reassign",
        "Reassign",
        access.check_can_reassign_update,
        update_transitions.reassign_update,
        "Someone else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
    Verb(
        "decline",
        "Decline",
        access.check_can_decline_update,
        update_transitions.decline_update,
        "The update is declined.",
        asks=(REASON,),
    ),
)
