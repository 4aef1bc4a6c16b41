"""Which systems a lesson reaches: diamonds, depth, width, and in how many queries."""

from __future__ import annotations

import itertools
from functools import partial
from uuid import UUID

import pytest

from lessons import transitions
from lessons.downstream import downstream_of, why_asked
from lessons.models import Disposition
from tests import factories
from tests.dispositions.conftest import depend, shared_system
from tests.queries import count_queries
from tracker.models import AISystem, SystemDependency
from tracker.paths import Hop, hops_for

NUMBERS = itertools.count()


def reached(lesson) -> dict[UUID, tuple[UUID, ...]]:
    """Return the ways of one lesson."""
    return downstream_of([lesson.pk])[lesson.pk]


def systems(by, number: int, label: str = "amber_strict") -> list[AISystem]:
    """Make many systems at once, as only a test does."""
    rows = [
        AISystem(
            reference=f"OAI-SYS-{n:05}", name=f"S{n}", kind="model", owner=by.organization,
            created_by=by, label=label,
        )
        for n in itertools.islice(NUMBERS, number)
    ]  # fmt: skip
    return AISystem.objects.bulk_create(rows)


def linked(pairs) -> None:
    """Let systems be built on others, by pairs of upstream and downstream."""
    SystemDependency.objects.bulk_create(
        SystemDependency(
            reference=f"OAI-DEP-{n:05}", upstream=up, downstream=down, kind="built_on",
            owner=down.owner, created_by=down.created_by,
        )
        for n, (up, down) in zip(NUMBERS, pairs, strict=False)
    )  # fmt: skip


def test_a_diamond_is_visited_once_along_a_shortest_way(rita) -> None:
    top, left, right, bottom, short = systems(rita, 5)
    linked([(top, left), (top, right), (left, bottom), (right, bottom), (bottom, short)])
    linked([(top, short)])
    lesson = factories.make_lesson(rita, cause_in=[top])
    ways = reached(lesson)
    assert set(ways) == {one.pk for one in (top, left, right, bottom, short)}
    assert ways[short.pk] == (top.pk, short.pk)
    assert ways[bottom.pk] == (top.pk, min(left.pk, right.pk), bottom.pk)
    assert ways[top.pk] == (top.pk,)


def test_a_ladder_of_diamonds_twelve_deep_costs_one_query(rita) -> None:
    """Twelve diamonds on top of one another: 4,096 ways lead to the last."""
    steps = systems(rita, 37)
    for n in range(0, 36, 3):
        top, left, right, bottom = steps[n : n + 4]
        linked([(top, left), (top, right), (left, bottom), (right, bottom)])
    lesson = factories.make_lesson(rita, cause_in=[steps[0]])
    assert count_queries(partial(reached, lesson)) == 1
    ways = reached(lesson)
    assert len(ways) == 37
    assert len(ways[steps[-1].pk]) == 25


def asked_of(number: int, rita, leo, sam, mona) -> int:
    """Endorse a lesson over so many systems and count the queries of the last signature."""
    made = systems(rita, number, "amber")
    linked((made[max(0, n - 1) // 7], made[n]) for n in range(1, number))
    lesson = factories.make_endorsed_lesson(rita, leo, sam, cause_in=[made[0]])
    return count_queries(partial(transitions.endorse, lesson, by=mona))


@pytest.mark.exhaustive
def test_two_thousand_systems_are_asked_in_as_many_queries_as_twenty(rita, leo, sam, mona) -> None:
    few = asked_of(20, rita, leo, sam, mona)
    many = asked_of(2000, rita, leo, sam, mona)
    assert Disposition.objects.count() == 2020
    # Django inserts 2,000 rows in a few batches.
    assert many <= few + 3


def test_a_lesson_travels_only_where_it_is_carried(rita) -> None:
    top, there, beyond = systems(rita, 3)
    linked([(there, beyond)])
    depend(top, there, rita, carries_lessons=False)
    assert set(reached(factories.make_lesson(rita, cause_in=[top], seen_in=[there]))) == {top.pk}


def test_several_causes_and_lessons_are_one_query(rita) -> None:
    first, second, both = systems(rita, 3)
    linked([(first, both), (second, both)])
    one = factories.make_lesson(rita, cause_in=[first, second])
    other = factories.make_lesson(rita, cause_in=[second])
    none = factories.make_lesson(rita)
    keys = [one.pk, other.pk, none.pk]
    assert count_queries(partial(downstream_of, keys)) == 1
    found = downstream_of(keys)
    assert set(found[one.pk]) == {first.pk, second.pk, both.pk}
    assert set(found[other.pk]) == {second.pk, both.pk}
    assert found[none.pk] == {}


def test_the_way_is_said_as_far_as_its_reader_may_know(rita, leo, mira, milo) -> None:
    top = shared_system(rita, leo, name="Model")
    secret = [factories.make_system(rita, name=f"Secret {n}") for n in range(2)]
    bottom = shared_system(mira, milo, name="App")
    for up, down in zip([top, *secret], [*secret, bottom], strict=True):
        depend(up, down, mira if down == bottom else rita)
    way = [one.pk for one in (top, *secret, bottom)]
    theirs, ours = hops_for(mira, [way])[0], hops_for(rita, [way])[0]
    assert [str(hop) for hop in theirs] == ["Model", "a system not shared with you", "App"]
    assert "Secret" not in why_asked(theirs)
    assert [str(hop) for hop in ours] == ["Model", "Secret 0", "Secret 1", "App"]
    assert why_asked(ours).startswith("App is built on Secret 1; Secret 1 is built on Secret 0;")
    assert why_asked([Hop(top)]) == "The cause lies in Model itself."


def test_ways_are_said_in_two_queries(rita) -> None:
    made = systems(rita, 9)
    linked(itertools.pairwise(made))
    ways = [[one.pk for one in made[: n + 1]] for n in range(9)]
    few = count_queries(partial(hops_for, rita, ways[:2]))
    assert count_queries(partial(hops_for, rita, ways)) == few == 2
