"""The verbs of directions for research."""

from __future__ import annotations

from lessons import access, transitions
from reviews.verbs import own_people, today
from tracker.sharing_verbs import REASON, sharing_verbs
from tracker.verbs import Ask, Verb

RESEARCH_VERBS = (
    Verb(
        "adopt",
        "Adopt",
        access.check_can_adopt_research,
        transitions.adopt_research,
        "The direction has someone responsible.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
        primary=True,
    ),
    Verb(
        "begin",
        "Begin",
        access.check_can_begin_research,
        transitions.begin_research,
        "The research is active.",
        primary=True,
    ),
    Verb(
        "conclude",
        "Conclude",
        access.check_can_conclude_research,
        transitions.conclude_research,
        "The research is concluded.",
        asks=(
            Ask("result", "What was found"),
            Ask("concluded_on", "On", "date", initial=today),
            Ask("output_title", "Title of an output", "line", required=False),
            Ask("output_url", "Link to it", "url", required=False),
        ),
        primary=True,
    ),
    *sharing_verbs(along="its outputs"),
    Verb(
        "reassign",
        "Reassign",
        access.check_can_reassign_research,
        transitions.reassign_research,
        "Someone else is responsible now.",
        asks=(Ask("assignee", "Responsible", "record", rows=own_people),),
    ),
    Verb(
        "drop",
        "Drop",
        access.check_can_drop_research,
        transitions.drop_research,
        "The direction is dropped.",
        asks=(REASON,),
    ),
)
