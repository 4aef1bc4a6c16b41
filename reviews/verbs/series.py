"""The verbs of series of cycles, as people and programs meet them."""

from __future__ import annotations

from reviews import access, transitions
from tracker.verbs import Verb

SERIES_VERBS = (
    Verb(
        "pause",
        "Pause",
        access.check_can_pause_series,
        transitions.pause_series,
        "The series rests; it opens no cycle until somebody resumes it.",
    ),
    Verb(
        "resume",
        "Resume",
        access.check_can_resume_series,
        transitions.resume_series,
        "The series goes on.",
        primary=True,
    ),
    Verb(
        "end",
        "End the series",
        access.check_can_end_series,
        transitions.end_series,
        "The series has ended; its cycles go on.",
        warning="It opens no cycle any more, and can't be resumed. Its cycles go on.",
    ),
)
