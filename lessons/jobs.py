"""The jobs of the upper floor, and when they run."""

from __future__ import annotations

from lessons import asking
from tracker.working.declaring import every


@every("* * * * *", name="lessons.ask_for_signatures")
def ask_for_signatures() -> None:
    """Tell signatories what waits for them."""
    asking.ask_for_signatures()
