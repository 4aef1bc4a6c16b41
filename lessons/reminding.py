"""Which updates and answers people are reminded of, and whose effect they are asked to judge."""

from __future__ import annotations

import datetime

from django.utils import timezone

from lessons.access.disposition import steward_of
from lessons.models import Disposition, EffectivenessReview, SystemUpdate
from lessons.states import UpdateStatus
from tracker.access import Permission
from tracker.models import User
from tracker.notifying.reminding import FIRST, Due, remind
from tracker.notifying.telling import tell
from tracker.recording import change, lock, recorded

TO_SHIP = (UpdateStatus.PROPOSED, UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS)


def remind_of_updates(today: datetime.date | None = None) -> int:
    """Tell who carries an update that is due or late, then their leads, then who signs."""
    today = today or timezone.localdate()
    due = SystemUpdate.objects.filter(status__in=TO_SHIP, due_on__lte=today + FIRST)
    return remind(
        (
            Due(one, one.due_on, one.assignee, one.owner_id)
            for one in due.select_related("assignee").order_by("id")
        ),
        today,
        due="update-due",
        late="update-late",
    )


def remind_of_answers(today: datetime.date | None = None) -> int:
    """Tell who answers for a system that its answer is due or late, then their leads, then who signs."""
    today = today or timezone.localdate()
    due = Disposition.objects.to_answer().filter(due_on__lte=today + FIRST)
    return remind(
        (
            Due(one, one.due_on, steward_of(one), one.organization_id)
            for one in due.for_list().order_by("id")
        ),
        today,
        due="answer-due",
        late="answer-late",
    )


def remind_of_reviews(today: datetime.date | None = None) -> int:
    """Tell who carries an update that nobody judged it though its time is over, then on upwards.

    Those who may judge were asked when it ended; whoever carries it sees to it that somebody does.
    """
    today = today or timezone.localdate()
    late = EffectivenessReview.objects.due(today - datetime.timedelta(days=1))
    return remind(
        (
            Due(one.update, one.due_on, one.update.assignee, one.update.owner_id, about=one)
            for one in late.select_related("update__assignee").order_by("id")
        ),
        today,
        due="effect-due",
        late="effect-late",
    )


def ask_for_reviews(today: datetime.date | None = None) -> int:
    """Ask for a review of each effect whose waiting period is over; return of how many."""
    found = EffectivenessReview.objects.due(today).filter(asked_at=None).order_by("id")
    for review in found:
        ask_for_review(review)
    return len(found)


@recorded("lessons.systemupdate.review_asked")
def ask_for_review(review: EffectivenessReview) -> None:
    """Ask the partners' leads who had no hand in an update for a review of its effect, once."""
    review = lock(review)
    if review.asked_at is not None:
        return
    change(review, asked_at=timezone.now())
    tell(reviewers_of(review.update), "effect-due", review.update, f"effect:{review.pk}")


def reviewers_of(update: SystemUpdate) -> list[User]:
    """Return the leads of every partner who had no hand in an update."""
    hands = {update.created_by_id, update.assignee_id, update.shipped_by_id}
    hands |= set(update.carried_by.values_list("pk", flat=True))
    return [one for one in User.objects.who_may(Permission.LEAD) if one.pk not in hands]
