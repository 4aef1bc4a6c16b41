"""The verbs of system updates."""

from __future__ import annotations

from typing import Any

from lessons import access, containment_transitions, effect_transitions, update_transitions
from lessons.due import due_of_update
from lessons.models import Lesson, SystemUpdate
from lessons.states import EffectOutcome
from reviews.verbs import own_people, today
from tracker.models import SystemVersion, User
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.verbs import Ask, Verb

# What is filled in where nothing was written yet.
DAYS_TO_WAIT = 30


def versions_of_system(user: User, update: SystemUpdate) -> Any:
    """Return the versions of the system that an update changes."""
    return SystemVersion.objects.visible_to(user).filter(system=update.system_id)


def lessons_in_force(user: User, update: SystemUpdate) -> Any:
    """Return the lessons that an update may answer and does not yet."""
    return Lesson.objects.visible_to(user).in_force().exclude(updates=update)


def plan_of(name: str, default: Any = "") -> Any:
    """Return a function that fills in what was written before of how an update is judged."""
    return lambda update: getattr(access.open_review_of(update), name, default)


EFFECT_VERBS = (
    Verb(
        "plan-effect",
        "Say how its effect is judged",
        access.check_can_plan_effect,
        effect_transitions.plan_effect,
        "By what its effect is judged is written down.",
        asks=(
            Ask("criterion", "It works if", initial=plan_of("criterion")),
            Ask("method", "How that is seen", initial=plan_of("method")),
            Ask(
                "waiting_days",
                "Days to wait after it shipped",
                "days",
                initial=plan_of("waiting_days", DAYS_TO_WAIT),
            ),
        ),
    ),
    Verb(
        "review-effect",
        "Judge its effect",
        access.check_can_review_effect,
        effect_transitions.review_effect,
        "What was seen of its effect is recorded.",
        asks=(
            Ask("outcome", "It is", "choice", choices=EffectOutcome.choices),
            Ask("seen", "What was seen", help="What was measured or tested, and what came out."),
            Ask("reviewed_on", "On", "date", initial=today),
            Ask(
                "wait_again",
                "Days until it is looked at again",
                "days",
                required=False,
                help="Where this settles nothing; as many as before if left empty.",
            ),
        ),
        primary=True,
        shows="lessons/effect.html",
    ),
    Verb(
        "link-lesson",
        "Name its lesson",
        access.check_can_link_lesson,
        containment_transitions.link_lesson,
        "The update answers this lesson.",
        asks=(Ask("lesson", "Lesson", "record", rows=lessons_in_force),),
    ),
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
            Ask(
                "due_on",
                "Due on",
                "date",
                required=False,
                help="By its severity, if left empty.",
                initial=due_of_update,
            ),
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
    *EFFECT_VERBS,
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
