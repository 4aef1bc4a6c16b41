"""The verbs of adoptions."""

from __future__ import annotations

from lessons import adoption_transitions
from lessons.access import adoption as access
from lessons.states import ADOPTIONS_SAID
from reviews.verbs import today
from tracker.verbs import Ask, Verb

ADOPTION_VERBS = (
    Verb(
        "say",
        "Say for {organization} how far it is",
        access.check_can_say,
        adoption_transitions.say_adoption,
        "It is said; somebody else can confirm the evidence.",
        asks=(
            Ask(
                "how_far",
                "How far it is",
                "choice",
                choices=[(one.value, one.label) for one in ADOPTIONS_SAID],
            ),
            Ask(
                "reason", "Reason", help="What was looked at in this system, and what that showed."
            ),
            Ask("evidence", "Evidence", required=False),
            Ask("evidence_url", "Link to the evidence", "url", required=False),
            Ask("said_on", "On", "date", required=False, initial=today),
        ),
        primary=True,
    ),
    Verb(
        "confirm",
        "Confirm the evidence",
        access.check_can_confirm_adoption,
        adoption_transitions.confirm_adoption,
        "The evidence is confirmed.",
        asks=(
            Ask("reason", "What the evidence shows", required=False),
            Ask("confirmed_on", "On", "date", required=False, initial=today),
        ),
        shows="lessons/said/adoption.html",
        primary=True,
    ),
)

# Of a version of a practice.
ASKING_VERBS = (
    Verb(
        "ask-systems",
        "Ask more systems how far they are",
        access.check_can_ask_systems,
        adoption_transitions.ask_more_systems,
        "These systems are asked.",
        asks=(Ask("systems", "Systems", "records", rows=adoption_transitions.systems_not_asked),),
        rare=True,
    ),
)
