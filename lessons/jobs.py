"""The jobs of the upper floor, and when they run."""

from __future__ import annotations

from lessons import asking, reminding
from tracker.working.declaring import every


@every("* * * * *", name="lessons.ask_for_signatures")
def ask_for_signatures() -> None:
    """Tell signatories what waits for them."""
    asking.ask_for_signatures()


@every("11 * * * *", name="lessons.remind_of_updates")
def remind_of_updates() -> int:
    """Tell who carries an update that it is due, or late."""
    return reminding.remind_of_updates()


@every("13 * * * *", name="lessons.ask_for_reviews")
def ask_for_reviews() -> int:
    """Ask whether updates work that were given their time."""
    return reminding.ask_for_reviews()
