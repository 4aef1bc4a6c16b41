"""The verbs by which an update's effect is judged: by what, written before; what was seen, after."""

from __future__ import annotations

import datetime

from django.utils import timezone

from lessons import access
from lessons.following import let_follow
from lessons.models import EffectivenessReview, SystemUpdate
from lessons.states import UPDATE_AFTER, EffectOutcome, UpdateStatus
from tracker.editing import create_record
from tracker.models import User
from tracker.recording import change, check_not_in_the_future, lock, recorded


@recorded("lessons.systemupdate.criterion_written")
def plan_effect(
    update: SystemUpdate,
    *,
    by: User,
    criterion: str,
    method: str,
    waiting_days: int,
    illustrative: bool = False,
) -> SystemUpdate:
    """Write by what an update's effect will be judged, how that is seen, and how long that takes."""
    update = lock(update)
    access.check_can_plan_effect(by, update)
    plan = access.open_review_of(update) or EffectivenessReview(
        update=update, illustrative=illustrative
    )
    plan.criterion, plan.method = criterion.strip(), method.strip()
    plan.waiting_days = waiting_days
    plan.criterion_at, plan.criterion_by = timezone.now(), by
    plan.clean_fields()
    plan.save()
    wait_from(update, update.shipped_on)
    return update


def wait_from(update: SystemUpdate, day: datetime.date | None) -> None:
    """Let the waiting period of an update's open review begin on the day that it shipped."""
    plan = access.open_review_of(update)
    if plan is not None and day is not None:
        due_on = day + datetime.timedelta(days=plan.waiting_days)
        change(plan, waits_from=day, due_on=due_on)


@recorded("lessons.systemupdate.effect_reviewed")
def review_effect(
    update: SystemUpdate,
    *,
    by: User,
    outcome: str,
    seen: str,
    reviewed_on: datetime.date | None = None,
    wait_again: int | None = None,
) -> SystemUpdate:
    """Record what was seen of an update's effect; what settles nothing is looked at again later.

    What does not work goes back: its successor is proposed, which names it.
    """
    update = lock(update)
    access.check_can_review_effect(by, update)
    review = access.open_review_of(update)
    assert review is not None, "the check refuses where there is none"
    day = reviewed_on or timezone.localdate()
    check_not_in_the_future("reviewed_on", day)
    change(
        review,
        outcome=outcome,
        seen=seen.strip(),
        reviewed_on=day,
        reviewed_by=by,
        recorded_at=timezone.now(),
    )
    if outcome in UPDATE_AFTER:
        settle_update(update, review)
    else:
        review_again(review, wait_again)
    return update


def settle_update(update: SystemUpdate, review: EffectivenessReview) -> None:
    """Let an update follow from the review that settled whether it works."""
    change(
        update,
        status=UPDATE_AFTER[review.outcome],
        verification=review.seen,
        verified_on=review.reviewed_on,
        verified_by=review.reviewed_by,
    )
    let_follow(update)
    if review.outcome == EffectOutcome.NOT_EFFECTIVE:
        propose_successor(update, review)


def review_again(review: EffectivenessReview, wait_again: int | None) -> EffectivenessReview:
    """Ask for another look by the same criterion, after a waiting period of its own."""
    assert review.reviewed_on is not None
    days = review.waiting_days if wait_again is None else wait_again
    return copy_plan(
        review,
        review.update,
        waiting_days=days,
        criterion_at=review.criterion_at,
        waits_from=review.reviewed_on,
        due_on=review.reviewed_on + datetime.timedelta(days=days),
    )


def propose_successor(update: SystemUpdate, review: EffectivenessReview) -> SystemUpdate:
    """Propose in the name of who proposed it what takes the place of an update that does not work."""
    lessons = list(update.lessons.all())
    successor = create_record(
        SystemUpdate,
        by=update.created_by,
        sources=[update, *lessons],
        title=f"Again: {update.title}"[:300],
        description=f"{update.reference} did not work: {review.seen}",
        kind=update.kind,
        system=update.system,
        from_version=update.to_version,
        supersedes=update,
        illustrative=update.illustrative,
    )
    successor.lessons.set(lessons)
    copy_plan(review, successor, criterion_at=timezone.now())
    return successor


def copy_plan(
    review: EffectivenessReview, update: SystemUpdate, **fields: object
) -> EffectivenessReview:
    """Write a review's criterion and method down for another look, or for another update."""
    words = {
        name: getattr(review, name)
        for name in ("criterion", "method", "waiting_days", "criterion_by", "illustrative")
    }
    copy = EffectivenessReview(update=update, **{**words, **fields})
    copy.clean_fields()
    copy.save(force_insert=True)
    return copy


def supersede_predecessor(update: SystemUpdate) -> None:
    """Let what did not work give way once its successor shipped."""
    if update.supersedes is not None:
        before = lock(update.supersedes)
        if before.status == UpdateStatus.NOT_EFFECTIVE:
            change(before, status=UpdateStatus.SUPERSEDED)
