"""Whether an update works: by what that is judged is written before, and nothing is judged too early."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons import effect_transitions, update_transitions
from lessons.containment_transitions import contain_finding, contain_observation, link_lesson
from lessons.models import EffectivenessReview, Lesson, SystemUpdate
from lessons.outcome_editing import propose_update
from tests import factories
from tracker import sharing
from tracker.access import Denied, WrongState

TODAY = timezone.localdate
WEEK = datetime.timedelta(days=7)
PLAN: dict[str, Any] = {
    "criterion": "No drift.",
    "method": "Replay 1,000 chats.",
    "waiting_days": 7,
}


@pytest.fixture
def update(rita, leo, sam, mona) -> SystemUpdate:
    """An accepted update of today, nothing written of how it is judged; the partners read it."""
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = sharing.share(factories.make_update(rita, lesson), by=leo)
    return update_transitions.accept_update(update, by=leo, assignee=rita, due_on=TODAY())


@pytest.fixture
def shipped(update, rita) -> SystemUpdate:
    """The same, shipped today by a criterion that asks to wait for a week."""
    effect_transitions.plan_effect(update, by=rita, **PLAN)
    return update_transitions.ship_update(update, by=rita, shipped_on=TODAY())


@pytest.fixture
def weeks_pass(monkeypatch) -> Callable[[], None]:
    """Let two weeks pass."""
    later = timezone.now() + 2 * WEEK
    return lambda: monkeypatch.setattr(timezone, "now", lambda: later)


def test_an_update_does_not_ship_before_it_is_written_how_it_is_judged(update, rita) -> None:
    with pytest.raises(WrongState, match="Write by what its effect will be judged"):
        update_transitions.ship_update(update, by=rita, shipped_on=TODAY())
    with pytest.raises(IntegrityError, match="it is written by what its effect will be judged"):
        SystemUpdate.objects.filter(pk=update.pk).update(
            status="shipped", shipped_on=TODAY(), shipped_by=rita
        )


def test_what_happened_before_it_was_entered_is_entered_as_it_was(update, rita) -> None:
    update = update_transitions.ship_update(update, by=rita, shipped_on=factories.DAY)
    assert update.entered_later
    assert not SystemUpdate.objects.entered_in_time().exists()


def test_a_criterion_can_be_changed_until_it_ships_and_never_after(update, rita, leo) -> None:
    effect_transitions.plan_effect(update, by=rita, **PLAN)
    effect_transitions.plan_effect(update, by=leo, **{**PLAN, "criterion": "No drift at all."})
    plan = EffectivenessReview.objects.get()
    assert (plan.criterion, plan.criterion_by, plan.due_on) == ("No drift at all.", leo, None)
    update = update_transitions.ship_update(update, by=rita, shipped_on=TODAY())
    plan.refresh_from_db()
    assert plan.due_on == TODAY() + WEEK
    assert not plan.is_late
    with pytest.raises(WrongState, match="stays since it shipped"):
        effect_transitions.plan_effect(update, by=rita, **PLAN)
    with pytest.raises(IntegrityError, match="stays as it was when the update shipped"):
        EffectivenessReview.objects.update(criterion="Anything goes.")


def test_nobody_judges_before_the_waiting_period_is_over(shipped, mira, weeks_pass) -> None:
    with pytest.raises(WrongState, match="The waiting period ends on"):
        effect_transitions.review_effect(shipped, by=mira, outcome="effective", seen="Fine.")
    weeks_pass()
    early = TODAY() - WEEK - datetime.timedelta(days=1)
    with pytest.raises(ValidationError, match="waiting period is over"):
        effect_transitions.review_effect(
            shipped, by=mira, outcome="effective", seen="Fine.", reviewed_on=early
        )
    done = effect_transitions.review_effect(
        shipped, by=mira, outcome="effective", seen="Fine.", reviewed_on=TODAY() - WEEK
    )
    assert (done.status, done.verified_by) == ("verified", mira)
    assert EffectivenessReview.objects.in_headline().count() == 1
    with pytest.raises(IntegrityError, match="stays as it was recorded"):
        EffectivenessReview.objects.update(outcome="not_effective")


@pytest.mark.parametrize("hand", ["rita", "leo"])
def test_nobody_with_a_hand_in_it_judges_it(
    hand, request, update, rita, leo, mira, weeks_pass
) -> None:
    effect_transitions.plan_effect(update, by=rita, **PLAN)
    shipped = update_transitions.ship_update(update, by=leo, shipped_on=TODAY())
    weeks_pass()
    person = request.getfixturevalue(hand)
    with pytest.raises(Denied, match="somebody else judges"):
        effect_transitions.review_effect(shipped, by=person, outcome="effective", seen="Fine.")
    judged: dict[str, Any] = {"outcome": "effective", "seen": "Fine.", "reviewed_on": TODAY()}
    with pytest.raises(IntegrityError, match="can't judge its effect"), transaction.atomic():
        EffectivenessReview.objects.update(**judged, reviewed_by=person, recorded_at=timezone.now())
    EffectivenessReview.objects.update(**judged, reviewed_by=mira, recorded_at=timezone.now())


def test_a_state_that_no_review_says_is_refused(shipped, mira) -> None:
    with pytest.raises(IntegrityError, match="what a review of its effect says"):
        SystemUpdate.objects.filter(pk=shipped.pk).update(
            status="verified", verified_on=TODAY(), verified_by=mira, verification="Fine."
        )


@pytest.mark.parametrize("outcome", ["partially_effective", "inconclusive"])
def test_what_settles_nothing_is_looked_at_again(outcome, shipped, mira, weeks_pass) -> None:
    weeks_pass()
    update = effect_transitions.review_effect(
        shipped, by=mira, outcome=outcome, seen="Half of it.", wait_again=3
    )
    assert update.status == "shipped"
    first, second = EffectivenessReview.objects.order_by("id")
    assert (second.criterion, second.criterion_at) == (first.criterion, first.criterion_at)
    assert second.due_on == TODAY() + datetime.timedelta(days=3)
    assert not second.is_late
    with pytest.raises(WrongState, match="The waiting period ends on"):
        effect_transitions.review_effect(update, by=mira, outcome="effective", seen="Now.")


def test_what_does_not_work_goes_back_with_a_successor_that_names_it(
    shipped, rita, leo, mira, weeks_pass
) -> None:
    weeks_pass()
    update = effect_transitions.review_effect(
        shipped, by=mira, outcome="not_effective", seen="It drifts."
    )
    assert update.status == "not_effective"
    successor = update.successors.get()
    assert (successor.status, successor.owner, successor.created_by) == (
        "proposed",
        rita.organization,
        rita,
    )
    assert list(successor.lessons.all()) == list(update.lessons.all())
    assert successor.effectiveness_reviews.get().criterion == PLAN["criterion"]
    assert not SystemUpdate.objects.visible_to(mira).filter(pk=successor.pk).exists()
    update_transitions.accept_update(successor, by=leo, assignee=rita, due_on=TODAY())
    update_transitions.ship_update(successor, by=rita, shipped_on=TODAY())
    update.refresh_from_db()
    assert update.status == "superseded"


# --- Containment first ------------------------------------------------------------------------


def test_a_containment_ships_before_anyone_meets_and_names_its_lesson_later(
    rita, leo, sam, mona, mira
) -> None:
    seen = factories.make_observation(rita)
    update = contain_observation(
        seen, by=rita, title="Cap chats", system=factories.make_system(rita), shipped_on=TODAY()
    )
    assert (update.status, update.kind, update.shipped_on) == ("shipped", "containment", TODAY())
    assert not update.entered_later
    effect_transitions.plan_effect(update, by=rita, **{**PLAN, "waiting_days": 0})
    with pytest.raises(Denied, match="somebody else judges"):
        effect_transitions.review_effect(update, by=rita, outcome="effective", seen="Fine.")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = link_lesson(update, by=rita, lesson=lesson)
    assert update.lessons.get() == lesson
    assert Lesson.objects.get().status == "actioned"


def test_a_containment_of_a_finding_is_as_private_as_it_and_addresses_nothing(
    rita, leo, mira
) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    update = contain_finding(finding, by=rita, title="Cap", system=factories.make_system(rita))
    assert (update.status, list(update.findings.all())) == ("proposed", [finding])
    assert not SystemUpdate.objects.visible_to(mira).exists()
    finding.refresh_from_db()
    assert finding.status == "confirmed"


def test_only_a_containment_comes_before_a_lesson(rita, leo) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    with pytest.raises(ValidationError, match="Only a containment comes before a lesson"):
        propose_update(
            by=rita, title="Retrain", kind="corrective", system=factories.make_system(rita),
            findings=[finding],
        )  # fmt: skip


def test_what_contains_a_record_for_people_by_name_is_for_them_too(rita, leo, olga) -> None:
    seen = factories.make_red(factories.make_observation(rita), leo, rita)
    update = contain_observation(seen, by=rita, title="Cap", system=factories.make_system(rita))
    assert update.label == "red"
    assert not SystemUpdate.objects.visible_to(olga).exists()
