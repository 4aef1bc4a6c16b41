"""The verbs of dispositions, and those by which people decide what a lesson asks for."""

from __future__ import annotations

from functools import partial
from typing import Any

from lessons import disposition_transitions, learning_transitions
from lessons.access import disposition as asking_access
from lessons.access import learning as access
from lessons.models import Disposition, SystemUpdate
from lessons.states import Answer
from reviews.verbs import SEEN, today
from tracker.models import User
from tracker.sharing_verbs import REASON
from tracker.verbs import Ask, Verb


def updates_of_system(user: User, disposition: Disposition) -> Any:
    """Return the updates of the system that is asked."""
    return SystemUpdate.objects.visible_to(user).filter(system=disposition.system_id)


ANSWER_ASKS = (
    Ask("answer", "Answer", "choice", choices=Answer.choices),
    Ask("reason", "Reason", help="What was looked at in this system, and what that showed."),
    Ask("evidence", "Evidence", required=False),
    Ask("evidence_url", "Link to the evidence", "url", required=False),
    Ask(
        "waived_until",
        "Waived until",
        "date",
        required=False,
        help="Of a waiver; on the day after, the system is asked again.",
    ),
    Ask("answered_on", "Answered on", "date", required=False, initial=today),
)
UPDATE = Ask(
    "update",
    "Update that does it",
    "record",
    required=False,
    rows=updates_of_system,
    help="Of what is adopted.",
)
ANSWERED = "lessons/said/answer.html"
JUDGED_ON = Ask("judged_on", "On", "date", required=False, initial=today)

DISPOSITION_VERBS = (
    Verb(
        "answer",
        "Answer for {organization}",
        asking_access.check_can_answer,
        disposition_transitions.answer_disposition,
        "The answer is given; another partner judges it.",
        asks=(*ANSWER_ASKS, UPDATE),
        primary=True,
    ),
    Verb(
        "accept",
        "Acceptable",
        asking_access.check_can_judge_answer,
        disposition_transitions.accept_answer,
        "The answer is accepted.",
        asks=(Ask("reason", "Why", required=False), JUDGED_ON),
        shows=ANSWERED,
        primary=True,
    ),
    Verb(
        "return",
        "Not acceptable",
        asking_access.check_can_judge_answer,
        disposition_transitions.return_answer,
        "The answer goes back; it is to be given again.",
        asks=(REASON, JUDGED_ON),
        shows=ANSWERED,
    ),
)

# Of a lesson, before it is endorsed and after.
PRUNE_VERBS = (
    Verb(
        "prune",
        "Leave systems out",
        asking_access.check_can_prune,
        learning_transitions.prune,
        "These systems will not be asked; whoever signs the lesson agrees to that.",
        asks=(
            Ask("systems", "Not asked", "records", rows=learning_transitions.systems_asked),
            REASON,
        ),
    ),
    Verb(
        "ask-after-all",
        "Ask them after all",
        asking_access.check_can_ask_after_all,
        learning_transitions.ask_after_all,
        "These systems will be asked.",
        asks=(
            Ask(
                "systems", "Asked after all", "records", rows=learning_transitions.systems_left_out
            ),
        ),
    ),
)
NO_ACTION_VERBS = (
    Verb(
        "no-action",
        "Sign for {organization} that nothing has to be done",
        access.check_can_sign_no_action,
        learning_transitions.sign_no_action,
        "You signed for your organization; the lesson is learned once every partner has.",
        asks=(SEEN, Ask("reason", "No action, because")),
        shows="lessons/signing/lesson.html",
        signs=True,
    ),
    Verb(
        "withdraw-no-action",
        "Take back that nothing has to be done",
        access.check_can_withdraw_no_action,
        learning_transitions.withdraw_no_action,
        "The signature is withdrawn; it can be given again.",
        asks=(REASON,),
        signs=True,
    ),
)


def weighing_verbs() -> tuple[Verb, ...]:
    """Return the verbs that say whether a lesson can do without an outcome; the same for each kind."""
    weighed = learning_transitions.lessons_weighed
    return (
        Verb(
            "make-optional",
            "Let a lesson do without it",
            access.check_can_weigh_outcome,
            learning_transitions.make_optional,
            "The lesson can be learned without it.",
            asks=(
                Ask("lesson", "Which lesson?", "record", rows=partial(weighed, optional=False)),
                REASON,
            ),
            rare=True,
        ),
        Verb(
            "make-required",
            "Require it again",
            access.check_can_weigh_outcome,
            learning_transitions.make_required,
            "The lesson is not learned without it.",
            asks=(
                Ask("lesson", "Of which lesson?", "record", rows=partial(weighed, optional=True)),
            ),
            rare=True,
        ),
    )
