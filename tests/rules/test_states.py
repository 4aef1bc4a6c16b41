"""PostgreSQL holds the state tables, whoever writes."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons import states as lessons_states
from lessons.models import (
    Adoption,
    Disposition,
    Lesson,
    PracticeVersion,
    ResearchDirection,
    SystemUpdate,
)
from reviews import states as reviews_states
from reviews.models import Condition, CycleItem, Finding, Observation, Review, ReviewCycle
from tests import factories
from tracker.states import Transitions

MACHINES: list[tuple[type, Transitions, str]] = [
    (Observation, reviews_states.OBSERVATION_TRANSITIONS, "new"),
    (ReviewCycle, reviews_states.CYCLE_TRANSITIONS, "planned"),
    (CycleItem, reviews_states.ITEM_TRANSITIONS, "pending"),
    (Condition, reviews_states.CONDITION_TRANSITIONS, "open"),
    (Review, reviews_states.REVIEW_TRANSITIONS, "draft"),
    (Finding, reviews_states.FINDING_TRANSITIONS, "draft"),
    (Lesson, lessons_states.LESSON_TRANSITIONS, "identified"),
    (Adoption, lessons_states.ADOPTION_TRANSITIONS, "asked"),
    (Disposition, lessons_states.DISPOSITION_TRANSITIONS, "asked"),
    (SystemUpdate, lessons_states.UPDATE_TRANSITIONS, "proposed"),
    (ResearchDirection, lessons_states.RESEARCH_TRANSITIONS, "proposed"),
    (PracticeVersion, lessons_states.PRACTICE_TRANSITIONS, "draft"),
]


@pytest.mark.parametrize(("model", "transitions", "initial"), MACHINES)
def test_a_record_starts_in_the_initial_state_by_default(model, transitions, initial) -> None:
    assert model._meta.get_field("status").default == initial


def set_status(record, status: str) -> None:
    """Write a state around the verbs, as raw SQL would."""
    table = record._meta.db_table
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET status = %s WHERE id = %s", [status, record.pk])


def test_the_database_refuses_a_move_that_no_table_lists(rita) -> None:
    lesson = factories.make_lesson(rita)
    with pytest.raises(IntegrityError, match="A lesson cannot go from identified to learned"):
        set_status(lesson, "learned")


def test_the_database_refuses_a_birth_in_another_state(rita) -> None:
    observation = factories.make_observation(rita)
    observation.pk, observation.reference = None, "OAI-OBS-00000"
    observation.id = Observation._meta.get_field("id").get_default()
    observation.status = "confirmed"
    with pytest.raises(IntegrityError, match="starts as new, not as confirmed"):
        observation.save(force_insert=True)


def test_the_database_refuses_to_change_what_was_published(
    rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = factories.make_published_practice(lesson, mira, milo, sam, mona)
    with pytest.raises(IntegrityError, match="A practice version that is published never changes"):
        PracticeVersion.objects.filter(pk=version.pk).update(guidance="Something else.")


def test_the_database_refuses_an_effect_dated_before_its_cause(rita, leo, sam, mona) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    update = factories.make_shipped_update(rita, leo, lesson)
    with pytest.raises(IntegrityError, match="systemupdate_judged_after_shipping"):
        SystemUpdate.objects.filter(pk=update.pk).update(
            verified_on=factories.DAY - datetime.timedelta(days=1), verified_by=leo
        )


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_random_walks_go_exactly_where_the_table_leads(rita, data) -> None:
    """Sequences of raw moves on a cycle: PostgreSQL accepts one when the table lists it."""
    factories_cycle = _planned_cycle(rita)
    here = "planned"
    for _ in range(data.draw(st.integers(1, 6))):
        there = data.draw(st.sampled_from(reviews_states.CycleStatus.values))
        allowed = there == here or there in reviews_states.CYCLE_TRANSITIONS[here]
        if allowed:
            set_status(factories_cycle, there)
            here = there
        else:
            with pytest.raises(IntegrityError, match=f"from {here} to {there}"):
                set_status(factories_cycle, there)


def _planned_cycle(by) -> ReviewCycle:
    """Make a planned cycle without the verb that opens it."""
    number = next(factories.numbers)
    return ReviewCycle.objects.create(
        number=number,
        reference=f"CYC-{number}",
        title="A cycle",
        starts_on=factories.DAY,
        ends_on=factories.DAY,
        created_by=by,
    )


@pytest.mark.parametrize("children", ["lessons", "systems", "tags"])
def test_the_database_refuses_to_change_what_a_published_practice_names(
    children, rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(
        rita, leo, sam, mona, tags=[factories.make_tag()], seen_in=[factories.make_system(rita)]
    )
    version = factories.make_published_practice(lesson, mira, milo, sam, mona)
    added = {
        "lessons": lambda: factories.make_lesson(rita),
        "systems": lambda: factories.make_system(rita),
        "tags": lambda: factories.make_tag("MANAGE-1.1"),
    }[children]()
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        getattr(version, children).add(added)
    if children != "systems":  # the system is a secret, so the draft did not take it over
        with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
            getattr(version, children).clear()
