"""Every verb writes an event with who and by which verb; no state changes without one."""

from __future__ import annotations

from inspect import signature

import pytest

from lessons import practice_transitions
from lessons.verbs import VERBS
from reviews import transitions as reviews_transitions
from tests.factories import (
    DAY,
    judge_effect,
    make_confirmed_finding,
    make_cycle,
    make_endorsed_lesson,
    make_observation,
    make_published_practice,
    make_shipped_update,
)
from tracker import sharing
from tracker.history.tracking import event_models
from tracker.recording import under_verb

PAIRS = [
    pytest.param(verb, id=f"{model.__name__}-{verb.name}")
    for model, verbs in VERBS.items()
    for verb in verbs
]


@pytest.mark.parametrize("verb", PAIRS)
def test_every_verb_is_recorded_under_a_name_with_who_did_it(verb):
    name = getattr(verb.run, "verb_name", "")
    assert name.count(".") == 2, f"{verb.run.__qualname__} is not @recorded."
    assert "by" in signature(verb.run).parameters


def state_changes():
    """Yield each change of a state with what its event says: noun, state, who, verb."""
    for model, events in event_models().items():
        if not any(one.name == "status" for one in model._meta.fields):
            continue
        state: dict[object, str] = {}
        for event in events.objects.order_by("pgh_id"):
            if state.get(event.pgh_obj_id) != event.status:
                said = event.pgh_context or {}
                yield model.__name__, event.status, said.get("user"), said.get("verb")
            state[event.pgh_obj_id] = event.status


def walk(rita, leo, sam, mira, milo, mona):
    """Walk from a cycle and a finding to a published practice and a verified update."""
    cycle = make_cycle(leo)
    observation = make_observation(rita)
    reviews_transitions.dismiss_observation(observation, by=rita, reason="Seen before.")
    finding = make_confirmed_finding(rita, leo)
    lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=[finding])
    update = make_shipped_update(rita, leo, lesson)
    sharing.share(update, by=leo)
    judge_effect(update, by=mira, seen="Tried.", reviewed_on=DAY)
    version = make_published_practice(lesson, rita, leo, sam, mona)
    practice_transitions.withdraw_practice(version, by=milo, reason="Out of date.")
    reviews_transitions.begin_signing(cycle, by=milo)


def test_each_state_change_of_a_journey_has_its_event_with_who_and_verb(
    rita, leo, sam, mira, milo, mona
):
    walk(rita, leo, sam, mira, milo, mona)
    changes = list(state_changes())
    cast = {str(user.pk) for user in (rita, leo, sam, mira, milo, mona)}
    assert [one for one in changes if one[2] not in cast or not one[3]] == []
    reached = {(noun, state) for noun, state, _who, _verb in changes}
    assert {
        ("ReviewCycle", "signing"),
        ("Observation", "dismissed"),
        ("Review", "accepted"),
        ("Finding", "verified"),
        ("Lesson", "endorsed"),
        ("SystemUpdate", "verified"),
        ("PracticeVersion", "withdrawn"),
    } <= reached


def test_a_state_change_outside_of_any_verb_would_be_found(rita):
    observation = make_observation(rita)
    type(observation).objects.filter(pk=observation.pk).update(status="confirmed")
    assert ("Observation", "confirmed", None, None) in list(state_changes())


def test_a_verb_says_who_even_where_another_runs_inside(rita, leo):
    with under_verb("tests.journey.walked", leo):
        make_observation(rita)
    verbs = {(who, verb) for _noun, _state, who, verb in state_changes()}
    assert verbs == {(str(leo.pk), "tests.journey.walked")}
