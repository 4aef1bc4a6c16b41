"""A lead makes someone else responsible for what is open; nobody carries what they signed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from lessons import transitions, update_transitions
from lessons.editing import edit_lesson
from tests import factories
from tracker.access import Denied, WrongState


@pytest.fixture
def lesson(rita, leo, sam, mona):
    """A lesson in force."""
    return factories.make_endorsed_lesson(rita, leo, sam, mona)


def test_a_lead_of_the_owner_reassigns_at_any_open_state(lesson, rita, leo, milo, olga):
    update = factories.make_update(rita, lesson)
    direction = transitions.start_research(lesson, by=rita, title="Why?")
    cases: tuple[tuple[Any, Any], ...] = (
        (transitions.reassign_lesson, lesson),
        (update_transitions.reassign_update, update),
        (transitions.reassign_research, direction),
    )
    for reassign, record in cases:
        for other in (rita, milo):
            with pytest.raises(Denied):
                reassign(record, by=other, assignee=olga)
        assert reassign(record, by=leo, assignee=olga).assignee == olga


def test_what_ended_is_not_reassigned(rita, leo, olga):
    lesson = transitions.reject_lesson(factories.make_lesson(rita), by=leo, reason="None.")
    with pytest.raises(WrongState, match="can be reassigned"):
        transitions.reassign_lesson(lesson, by=leo, assignee=olga)


def test_only_the_owners_people_are_responsible(lesson, leo, mira):
    with pytest.raises(ValidationError, match="Choose someone of OpenAI"):
        transitions.reassign_lesson(lesson, by=leo, assignee=mira)


def test_who_carried_an_update_before_does_not_judge_it(lesson, rita, leo, olga):
    update = factories.make_update(rita, lesson)
    update = update_transitions.accept_update(update, by=leo, assignee=rita, due_on=factories.DAY)
    update = update_transitions.reassign_update(update, by=leo, assignee=olga)
    assert set(update.carried_by.all()) == {rita, olga}


def test_nobody_carries_what_they_signed(rita, leo, sam):
    lesson = factories.make_endorsed_lesson(rita, leo, sam)
    for carry in (
        lambda: transitions.reassign_lesson(lesson, by=leo, assignee=sam),
        lambda: edit_lesson(lesson, by=rita, assignee=sam),
    ):
        with pytest.raises(ValidationError, match="signed this lesson"):
            carry()
