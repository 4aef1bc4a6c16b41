"""Who is reminded of a condition, and when: before it is due, and after."""

from __future__ import annotations

import datetime

from django.utils import timezone

from reviews.models import Condition
from tracker.notifying.telling import tell

# How many days after it was due somebody is told, and what; before it is due the days are negative.
STEPS: tuple[tuple[int, str], ...] = (
    (-7, "condition-due"),
    (-1, "condition-due"),
    (1, "condition-late"),
    (8, "condition-late"),
)


def remind_of_conditions(today: datetime.date | None = None) -> int:
    """Tell who carries an open condition that is due or late, once for each step; return of how many.

    One that was not looked at for a while is told at the step that it has reached, not at each.
    """
    today = today or timezone.localdate()
    first = today - datetime.timedelta(days=STEPS[0][0])
    due = Condition.objects.open().filter(due_on__lte=first).select_related("assignee")
    for condition in due.order_by("id"):
        remind(condition, today)
    return len(due)


def remind(condition: Condition, today: datetime.date) -> None:
    """Tell who carries a condition at the last step that it has reached."""
    days = (today - condition.due_on).days
    step, kind = max(one for one in STEPS if one[0] <= days)
    key = f"reminder:{condition.pk}:{condition.due_on}:{step}"
    tell([condition.assignee], kind, condition, key)
