"""Which conditions people are reminded of."""

from __future__ import annotations

import datetime

from django.utils import timezone

from reviews.models import Condition
from tracker.notifying.reminding import FIRST, Due, remind


def remind_of_conditions(today: datetime.date | None = None) -> int:
    """Tell who carries an open condition that is due or late, then their leads, then who signs."""
    today = today or timezone.localdate()
    due = Condition.objects.open().filter(due_on__lte=today + FIRST).select_related("assignee")
    return remind(
        (
            Due(one, one.due_on, one.assignee, one.assignee.organization_id)
            for one in due.order_by("id")
        ),
        today,
        due="condition-due",
        late="condition-late",
    )
