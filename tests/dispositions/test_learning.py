"""When a lesson is learned: the rule itself, pruning, "no action", and outcomes it can do without."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lessons import transitions
from lessons.learned import verdict_on
from lessons.learning import Case, Effect, Outcome, Reply, Signer, verdict
from lessons.learning_transitions import (
    ask_after_all,
    make_optional,
    make_required,
    prune,
    sign_no_action,
    withdraw_no_action,
)
from lessons.models import Lesson
from tests import factories
from tests.rules.test_states import set_status
from tracker.access import Denied, WrongState
from tracker.sharing import share

EARLY, LATE = datetime.date(2026, 1, 1), datetime.date(2026, 2, 1)
WORKS = Outcome("UPD-1", Effect.IN_EFFECT, since=EARLY)
RUNS = Outcome("UPD-2", Effect.OPEN, state="in progress")
SPARED = Outcome("UPD-3", Effect.OPEN, state="in progress", is_required=False)
GONE = Outcome("UPD-4", Effect.ENDED)
YES = Reply("App", is_accepted=True, since=LATE)
NO = Reply("App", is_accepted=False, state="Microsoft has not answered")
SIGNED, UNSIGNED = Signer("OpenAI", LATE), Signer("Microsoft")

# A case, what stands in the way, and since when it is learned.
RULE = [
    (Case(), ["Nothing that follows from it is in effect yet."], None),
    (Case([GONE], [YES]), ["Nothing that follows from it is in effect yet."], None),
    (Case([SPARED], [YES]), ["Nothing that follows from it is in effect yet."], None),
    (Case([RUNS]), ["UPD-2 is required and in progress."], None),
    (Case([WORKS, RUNS]), ["UPD-2 is required and in progress."], None),
    (Case([WORKS], [NO]), ["App: Microsoft has not answered."], None),
    (Case([WORKS]), [], EARLY),
    (Case([WORKS, SPARED, GONE]), [], EARLY),
    (Case([WORKS], [YES]), [], LATE),
    (Case(replies=[NO], signers=[SIGNED, SIGNED]), [], LATE),
    (Case([RUNS], [NO], [SIGNED]), [], LATE),
    (
        Case([WORKS], [YES], [SIGNED, UNSIGNED]),
        ["Microsoft has not signed that nothing has to be done."],
        None,
    ),
]


@pytest.mark.parametrize(("case", "missing", "since"), RULE)
def test_the_rule_says_what_stands_in_the_way(case, missing, since) -> None:
    found = verdict(case)
    assert list(found.missing) == missing
    assert found.is_learned is not bool(missing)
    assert found.since == since


# --- Pruning ----------------------------------------------------------------------------------


def test_who_signs_agrees_to_whom_the_lesson_asks(draft, rita, sam, mona) -> None:
    lesson = transitions.endorse(draft.lesson, by=sam)
    before = lesson.content_version
    lesson = prune(lesson, by=rita, systems=[draft.app], reason="It is switched off.")
    assert lesson.content_version > before
    assert not lesson.endorsements.current().exists()
    for signatory in (sam, mona):
        lesson = transitions.endorse(lesson, by=signatory)
    assert {one.system for one in lesson.dispositions.all()} == {draft.model, draft.service}
    assert all("It is switched off." in one.content for one in lesson.endorsements.current())


def test_a_pruned_system_is_asked_after_all(draft, rita, milo) -> None:
    lesson = prune(draft.lesson, by=rita, systems=[draft.app], reason="Off.")
    with pytest.raises(ValidationError, match="would not be asked"):
        prune(lesson, by=rita, systems=[draft.app], reason="Again.")
    with pytest.raises(Denied, match="Only people of OpenAI"):
        ask_after_all(lesson, by=milo, systems=[draft.app])
    lesson = ask_after_all(lesson, by=rita, systems=[draft.app])
    assert not lesson.pruned.exists()
    with pytest.raises(WrongState, match="No system is left out"):
        ask_after_all(lesson, by=rita, systems=[draft.app])


def test_nobody_prunes_what_is_endorsed(asked, rita) -> None:
    with pytest.raises(WrongState, match="Only what is identified can be pruned"):
        prune(asked.lesson, by=rita, systems=[asked.app], reason="Late.")


# --- "No action, because" ---------------------------------------------------------------------


def test_no_action_takes_a_signature_of_each_partner(asked, sam, mona) -> None:
    lesson = sign_no_action(asked.lesson, by=sam, reason="The model is gone.")
    assert lesson.status == "endorsed"
    with pytest.raises(WrongState, match="OpenAI has signed this already"):
        sign_no_action(lesson, by=sam, reason="Again.")
    with pytest.raises(IntegrityError, match="in effect"), transaction.atomic():
        set_status(lesson, "learned")
    lesson = sign_no_action(lesson, by=mona, reason="Agreed.")
    assert (lesson.status, verdict_on(lesson).is_learned) == ("learned", True)
    assert lesson.dispositions.filter(status="asked").count() == 3


def test_no_action_is_taken_back_while_others_have_still_to_sign(asked, sam, mona) -> None:
    lesson = sign_no_action(asked.lesson, by=sam, reason="The model is gone.")
    lesson = withdraw_no_action(lesson, by=sam, reason="It is not.")
    assert sign_no_action(lesson, by=mona, reason="Agreed.").status == "endorsed"


def test_nobody_signs_no_action_for_what_they_wrote_nor_without_a_reason(asked, sam, mona) -> None:
    asked.lesson.worded_by.add(sam)
    with pytest.raises(Denied, match="You wrote this lesson"):
        sign_no_action(asked.lesson, by=sam, reason="Gone.")
    with pytest.raises(ValidationError, match="Say why nothing has to be done"):
        sign_no_action(asked.lesson, by=mona, reason=" ")


# --- Required or optional ---------------------------------------------------------------------


@pytest.fixture
def bare(rita, leo, sam, mona, milo):
    """A lesson that asks nobody, with one update that works and one that nobody began."""
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    works = factories.make_shipped_update(rita, leo, lesson)
    waits = share(factories.make_update(rita, lesson), by=leo)
    factories.judge_effect(share(works, by=leo), by=milo)
    lesson.refresh_from_db()
    return lesson, works, waits


def test_a_required_outcome_that_is_open_holds_a_lesson_back(bare, leo, milo) -> None:
    lesson, _works, waits = bare
    assert lesson.status == "actioned"
    assert list(verdict_on(lesson).missing) == [f"{waits.reference} is required and proposed."]
    with pytest.raises(IntegrityError, match="no required update is open"), transaction.atomic():
        set_status(lesson, "learned")
    with pytest.raises(Denied, match="Only people of OpenAI"):
        make_optional(waits, by=milo, lesson=lesson, reason="Later.")
    make_optional(waits, by=leo, lesson=lesson, reason="A nicety.")
    lesson.refresh_from_db()
    assert lesson.status == "learned"
    assert lesson.learned_on is not None
    with pytest.raises(IntegrityError, match="lesson_learned_on_a_day"), transaction.atomic():
        Lesson.objects.filter(pk=lesson.pk).update(learned_on=None)
    with pytest.raises(WrongState, match="weighed"):
        make_required(waits, by=leo, lesson=lesson)


def test_an_outcome_is_required_again(bare, leo, sam, mona, rita) -> None:
    lesson, works, _waits = bare
    make_optional(works, by=leo, lesson=lesson, reason="For now.")
    with pytest.raises(ValidationError, match="optional for the lesson already"):
        make_optional(works, by=leo, lesson=lesson, reason="Again.")
    make_required(works, by=leo, lesson=lesson)
    assert not lesson.optional_outcomes.exists()


def test_what_is_not_shared_neither_carries_a_joint_lesson_nor_holds_it_back(
    bare, rita, leo, milo
) -> None:
    lesson, _works, waits = bare
    factories.make_update(rita, lesson)  # private, and open
    make_optional(waits, by=leo, lesson=lesson, reason="A nicety.")
    lesson.refresh_from_db()
    assert lesson.status == "learned"
