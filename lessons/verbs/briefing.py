"""The verbs of briefings, and that of cycles which compiles them."""

from __future__ import annotations

from dataclasses import replace

from lessons import access, briefing_transitions
from lessons.states import ANSWERS
from reviews import verbs as reviews_verbs
from tracker.verbs import Ask, Verb

# Opened, a cycle has briefings, whose lessons are known only here.
CYCLE_VERBS = tuple(
    replace(verb, run=briefing_transitions.open_cycle) if verb.name == "open" else verb
    for verb in reviews_verbs.CYCLE_VERBS
)

BRIEFING_LINE_VERBS = (
    Verb(
        "answer",
        "Answer",
        access.check_can_answer_line,
        briefing_transitions.answer_line,
        "You answered for your organization.",
        asks=(
            Ask(
                "answer",
                "What it means for your plan",
                "choice",
                choices=[(one.value, one.label) for one in ANSWERS],
            ),
            Ask(
                "words",
                "How it changes the plan, or why it is not relevant",
                required=False,
            ),
        ),
        primary=True,
    ),
)
