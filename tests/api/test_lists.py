"""Lists: pages by key that neither double nor miss, filters, and a flat number of queries."""

from __future__ import annotations

import datetime

import pytest

from lessons import transitions
from lessons.adoption_transitions import ask
from lessons.check_transitions import let_lesson_carry
from tests import factories
from tests.api.conftest import path
from tests.queries import queries_by_address


def references(response):
    """Return what a page lists."""
    assert response.status_code == 200, response.json()
    return [row["reference"] for row in response.json()["results"]]


def test_pages_are_whole_while_rows_arrive(api, rita):
    client = api(rita)
    old = [factories.make_observation(rita).reference for _ in range(7)]
    first = client.get(path("observations") + "?limit=3")
    factories.make_observation(rita)
    second = client.get(first.json()["next"])
    factories.make_observation(rita)
    third = client.get(second.json()["next"])
    assert references(first) + references(second) + references(third) == old[::-1]
    assert third.json()["next"] is None
    assert references(client.get(third.json()["previous"])) == references(second)


def test_new_rows_are_found_by_going_back(api, rita):
    client = api(rita)
    for _ in range(4):
        factories.make_observation(rita)
    second = client.get(client.get(path("observations") + "?limit=2").json()["next"])
    fresh = factories.make_observation(rita).reference
    first = client.get(second.json()["previous"])
    assert fresh in references(client.get(first.json()["previous"]))


def test_nothing_is_counted_unless_asked(api, rita):
    factories.make_observation(rita)
    client = api(rita)
    assert "count" not in client.get(path("observations")).json()
    assert client.get(path("observations") + "?count=true").json()["count"] == 1


def test_observations_are_narrowed(api, rita):
    tag, system = factories.make_tag("MEASURE-2.7"), factories.make_system(rita)
    wanted = factories.make_observation(
        rita,
        title="A zebra appears",
        tags=[tag],
        systems=[system],
        occurred_on=datetime.date(2026, 5, 5),
    ).reference
    factories.make_observation(rita)
    client = api(rita)
    for query in (
        "tag=nist-ai-rmf:MEASURE-2.7",
        f"tag={tag.pk}",
        f"system={system.reference}",
        "q=zebra",
        "occurred_from=2026-05-01&occurred_to=2026-05-31",
        "status=new&status=confirmed&q=zebra&owner=OAI&label=amber_strict",
    ):
        assert references(client.get(f"{path('observations')}?{query}")) == [wanted], query
    for query in ("owner=MSFT", "status=dismissed", "tag=nist-ai-rmf:GOVERN-1"):
        assert references(client.get(f"{path('observations')}?{query}")) == [], query


def make_row_of_each(rita, leo, sam, mona):
    """Make one more of every noun, with what hangs under it."""
    system = factories.make_system(rita)
    tag = factories.make_tag()
    observation = factories.make_observation(rita, systems=[system], tags=[tag])
    factories.make_cycle(leo, leads=[leo])
    finding = factories.make_confirmed_finding(
        rita, leo, systems=[system], tags=[tag], observations=[observation]
    )
    lesson = factories.make_endorsed_lesson(
        rita, leo, sam, mona, findings=[finding], tags=[tag], seen_in=[system]
    )
    factories.judge_effect(factories.make_shipped_update(rita, leo, lesson), by=leo)
    terms = {"metric": "Rate", "direction": "at_most", "threshold": "1", "fresh_days": 7}
    let_lesson_carry(lesson, by=rita, system=system, **terms)
    transitions.start_research(lesson, by=rita, title="Why?")
    ask(factories.make_published_practice(lesson, rita, leo, sam, mona), [system])


NOUNS = (
    "organizations",
    "users",
    "systems",
    "system-versions",
    "dependencies",
    "taxonomies",
    "tags",
    "observations",
    "cycles",
    "cycle-items",
    "reviews",
    "findings",
    "evidence",
    "lessons",
    "updates",
    "research",
    "practices",
    "practice-versions",
    "adoptions",
    "checks",
    "effectiveness-reviews",
)


@pytest.mark.exhaustive
def test_a_list_asks_as_much_for_many_rows_as_for_one(api, rita, leo, sam, mona):
    client = api(rita)
    make_row_of_each(rita, leo, sam, mona)
    lists = [path(noun) for noun in NOUNS]
    one = queries_by_address(client, lists)
    for _ in range(3):
        make_row_of_each(rita, leo, sam, mona)
    for noun in NOUNS:
        assert client.get(path(noun) + "?limit=200").status_code == 200, noun
    assert queries_by_address(client, lists) == one
