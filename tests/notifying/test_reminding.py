"""Who is reminded of what is due: first who carries it, then a lead, then a signatory; each once."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone

from lessons import effect_transitions, reminding, update_transitions
from lessons.disposition_transitions import answer_disposition
from lessons.models import EffectivenessReview
from tests import factories
from tracker import sharing
from tracker.due_dates import edit_due_policy
from tracker.models import Notification
from tracker.notifying.reminding import Level, steps_reached

DUE = datetime.date(2026, 6, 15)


def days(number: int) -> datetime.timedelta:
    return datetime.timedelta(days=number)


@pytest.mark.parametrize(
    ("day", "reached"),
    [
        (-8, {}),
        (-7, {Level.CARRIER: -7}),
        (-2, {Level.CARRIER: -7}),
        (-1, {Level.CARRIER: -1}),
        (0, {Level.CARRIER: 0}),
        (7, {Level.CARRIER: 1}),
        (8, {Level.CARRIER: 8, Level.LEADS: 8}),
        (22, {Level.CARRIER: 8, Level.LEADS: 8, Level.SIGNATORIES: 22}),
        (900, {Level.CARRIER: 8, Level.LEADS: 8, Level.SIGNATORIES: 22}),
    ],
)
def test_each_level_is_told_at_the_last_step_it_reached(day, reached) -> None:
    assert {x.level: x.days for x in steps_reached(DUE, DUE + days(day))} == reached


def told() -> list[tuple[str, str]]:
    """Return who was told what, in order."""
    return list(
        Notification.objects.exclude(kind__in=["assigned", "shared"])
        .order_by("id")
        .values_list("user__username", "kind")
    )


@pytest.fixture
def update(rita, leo, sam, mona):
    """An update that Rita carries, due on a day."""
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = factories.make_update(rita, lesson)
    return update_transitions.accept_update(update, by=leo, assignee=rita, due_on=DUE)


def test_an_update_is_told_of_upwards_and_each_step_once(update, rita) -> None:
    Notification.objects.all().delete()
    for day in range(-10, 40):
        for _ in range(2):
            reminding.remind_of_updates(DUE + days(day))
    assert [kind for name, kind in told() if name == "rita"] == ["update-due"] * 3 + [
        "update-late"
    ] * 2
    assert [kind for name, kind in told() if name == "leo"] == ["update-late"]
    assert [kind for name, kind in told() if name == "sam"] == ["update-late"]
    assert not [name for name, _ in told() if name == "mona"]


def test_nobody_is_reminded_of_what_shipped(update, rita) -> None:
    update_transitions.ship_update(update, by=rita, shipped_on=factories.DAY)
    Notification.objects.all().delete()
    reminding.remind_of_updates(DUE + days(30))
    assert told() == []


def test_what_nobody_carries_is_told_to_the_leads(update, leo) -> None:
    Notification.objects.all().delete()
    type(update).objects.update(assignee=None)
    reminding.remind_of_updates(DUE)
    assert told() == [("leo", "update-due")]


def test_an_effect_that_nobody_judges_is_told_of_upwards(update, rita, leo) -> None:
    update_transitions.ship_update(update, by=rita, shipped_on=timezone.localdate() - days(10))
    effect_transitions.plan_effect(
        update, by=rita, criterion="No drift.", method="Replay.", waiting_days=20
    )
    Notification.objects.all().delete()
    due = EffectivenessReview.objects.get().due_on
    assert due is not None
    assert reminding.remind_of_reviews(due) == 0
    for day in range(1, 40):
        for _ in range(2):
            reminding.remind_of_reviews(due + days(day))
    assert told() == [
        ("rita", "effect-late"),
        ("rita", "effect-late"),
        ("leo", "effect-late"),
        ("sam", "effect-late"),
    ]


def test_an_answer_is_due_by_the_policy_of_its_day_and_told_of_upwards(
    rita, leo, sam, mona, mira, milo, ada
) -> None:
    edit_due_policy(factories.make_due_policy("high"), by=ada, days=11)
    system = sharing.share(factories.make_system(mira, steward=mira), by=milo)
    finding = factories.make_confirmed_finding(
        rita, leo, severity="high", severity_justification="It reaches everyone."
    )
    lesson = factories.make_endorsed_lesson(
        rita, leo, sam, mona, findings=[finding], cause_in=[system]
    )
    edit_due_policy(factories.make_due_policy("high"), by=ada, days=30)
    asked = lesson.dispositions.get()
    assert asked.due_on == asked.asked_on + days(11)
    Notification.objects.all().delete()
    for day in range(-10, 40):
        for _ in range(2):
            reminding.remind_of_answers(asked.due_on + days(day))
    assert [kind for name, kind in told() if name == "mira"] == ["answer-due"] * 3 + [
        "answer-late"
    ] * 2
    assert [name for name, kind in told() if name != "mira"] == ["milo", "mona"]
    answer_disposition(asked, by=mira, answer="declined", reason="It ends.")
    assert reminding.remind_of_answers(asked.due_on + days(50)) == 0


def test_a_review_is_asked_for_once_of_leads_without_a_hand(update, rita, leo, milo) -> None:
    update_transitions.ship_update(update, by=rita, shipped_on=timezone.localdate() - days(10))
    effect_transitions.plan_effect(
        update, by=rita, criterion="No drift.", method="Replay.", waiting_days=20
    )
    Notification.objects.all().delete()
    assert reminding.ask_for_reviews() == 0
    later = timezone.localdate() + days(10)
    assert reminding.ask_for_reviews(later) == 1
    assert reminding.ask_for_reviews(later) == 0
    assert sorted(told()) == [("leo", "effect-due"), ("milo", "effect-due")]
    assert EffectivenessReview.objects.get().asked_at is not None
