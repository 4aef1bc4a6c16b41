"""The jobs of the upper floor, and when they run."""

from __future__ import annotations

from lessons import (
    asking,
    briefing_transitions,
    recurring,
    reminding,
    reverification_transitions,
)
from lessons.adoption_transitions import ask_of_all_practices
from lessons.disposition_transitions import ask_lapsed_again
from lessons.following import settle_all
from lessons.reach import ask_all_later
from tracker.working.declaring import every


@every("* * * * *", name="lessons.ask_for_signatures")
def ask_for_signatures() -> None:
    """Tell signatories what waits for them."""
    asking.ask_for_signatures()


@every("11 * * * *", name="lessons.remind_of_updates")
def remind_of_updates() -> int:
    """Tell who carries an update that it is due, or late."""
    return reminding.remind_of_updates()


@every("12 * * * *", name="lessons.remind_of_answers")
def remind_of_answers() -> int:
    """Tell who answers for a system that its answer is due, or late."""
    return reminding.remind_of_answers()


@every("14 * * * *", name="lessons.remind_of_reviews")
def remind_of_reviews() -> int:
    """Tell who carries an update that nobody said whether it works."""
    return reminding.remind_of_reviews()


@every("13 * * * *", name="lessons.ask_for_reviews")
def ask_for_reviews() -> int:
    """Ask whether updates work that were given their time."""
    return reminding.ask_for_reviews()


@every("* * * * *", name="lessons.open_next_cycles")
def open_next_cycles() -> int:
    """Open the cycles of the series whose day has come."""
    return briefing_transitions.open_cycles_that_are_due()


@every("*/5 * * * *", name="lessons.settle_briefings")
def settle_briefings() -> int:
    """Compile the briefings that are missing, and complete those with nothing left to answer."""
    return briefing_transitions.settle_open_briefings()


@every("*/10 * * * *", name=recurring.JOB)
def propose_recurrences() -> int:
    """Ask people whether a finding that was confirmed is a lesson that came back."""
    return recurring.propose_recent()


@every("*/10 * * * *", name="lessons.propose_by_checks")
def propose_by_checks() -> int:
    """Ask people whether a learned lesson came back where a check of it failed."""
    return recurring.propose_failed()


@every("*/10 * * * *", name="lessons.ask_later_systems")
def ask_later_systems() -> int:
    """Ask the systems that came downstream of a lesson's cause after it was endorsed."""
    return ask_all_later()


@every("* * * * *", name="lessons.ask_of_practices")
def ask_of_practices() -> int:
    """Ask the systems that a published practice is for how far they are with it."""
    return ask_of_all_practices()


@every("11 * * * *", name="lessons.ask_lapsed_again")
def ask_lapsed() -> int:
    """Ask again where a waiver is past its date."""
    return ask_lapsed_again()


@every("41 * * * *", name="lessons.settle_lessons")
def settle() -> int:
    """Let lessons be learned for which nothing stands in the way any more, as when a label changed."""
    return settle_all()


@every("* * * * *", name="lessons.ask_to_reverify")
def ask_to_reverify() -> int:
    """Ask of each new version whether the lessons about its system still hold."""
    return reverification_transitions.ask_of_new_versions()
