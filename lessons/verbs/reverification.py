"""The verbs of lessons to verify again, as people and programs meet them."""

from __future__ import annotations

from lessons import access, reverification_transitions
from tracker.verbs import Ask, Verb

LESSON = "lessons/said/reverification.html"

REVERIFICATION_VERBS = (
    Verb(
        "still-holds",
        "It still holds",
        access.check_can_reverify,
        reverification_transitions.still_holds,
        "The lesson holds for the new version too.",
        asks=(Ask("words", "What was seen"),),
        shows=LESSON,
        primary=True,
    ),
    Verb(
        "no-longer-holds",
        "It no longer holds",
        access.check_can_reverify,
        reverification_transitions.no_longer_holds,
        "It is written down that the lesson no longer holds for the new version.",
        asks=(Ask("words", "Why it no longer holds"),),
        shows=LESSON,
    ),
)
