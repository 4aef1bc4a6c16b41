"""How soon what is of some severity is to be done: the one function that fills in a day."""

from __future__ import annotations

import datetime

from tracker import access
from tracker.models import DuePolicy, User
from tracker.recording import change, lock, recorded
from tracker.states import DAYS_DUE


def due_on(severity: str, from_date: datetime.date) -> datetime.date:
    """Return the day by which what is of a severity is to be done, as the policy is now."""
    days = DuePolicy.objects.filter(severity=severity).values_list("days", flat=True).first()
    return from_date + datetime.timedelta(days=DAYS_DUE[severity] if days is None else days)


@recorded("tracker.duepolicy.edited")
def edit_due_policy(policy: DuePolicy, *, by: User, days: int) -> DuePolicy:
    """Change how soon what is of a severity is due from now on; a superuser's task."""
    policy = lock(policy)
    access.check_can_administer(by)
    change(policy, days=days)
    return policy
