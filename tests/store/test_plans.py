"""A list of what a reader sees reads little more than that, however much lies between.

Asked of PostgreSQL itself: every query of a page is explained, and the rows are counted that its
plan read of large tables, whichever way it went.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.api.conftest import path
from tests.store.many_rows import add_many
from tracker import sharing
from tracker.querysets import RecordQuerySet

MANY = 20_000
# A page has 50 rows, asked for along each of at most six ways to see one; a join with a small table may
# read them again for each of its rows, as the planner's sample of that one goes.
FEW = MANY // 10

# Which of many rows are green, the others being their owner's alone: (age of the row) → is green.
PLACED = {
    "few among many": lambda number: number % 250 == 0,
    "the oldest": lambda number: number < MANY // 5,
    "the newest": lambda number: number > MANY - 100,
    "half of them": lambda number: number % 2 == 0,
}
NOUNS = ("observation", "review", "finding", "lesson", "update", "research")


def scans(plan: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
    """Yield of a plan, for each table that it reads: how, and how many rows came or were thrown away."""
    read = plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)
    read += plan.get("Rows Removed by Index Recheck", 0)
    if "Relation Name" in plan:
        yield plan["Relation Name"], plan["Node Type"], read * plan["Actual Loops"]
    for part in plan.get("Plans", ()):
        yield from scans(part)


def reading(table: str, ask: Any) -> list[tuple[str, float]]:
    """Return how a table is read by what is asked of the site: each scan with its number of rows."""
    with CaptureQueriesContext(connection) as captured:
        assert ask().status_code == 200
    found = []
    with connection.cursor() as cursor:
        for query in captured.captured_queries:
            if table in query["sql"] and query["sql"].startswith("SELECT"):
                cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {query['sql']}")
                (answer,) = cursor.fetchone()
                plan = answer if isinstance(answer, list) else json.loads(answer)
                found += [
                    (how, rows) for name, how, rows in scans(plan[0]["Plan"]) if name == table
                ]
    return found


@pytest.fixture
def originals(as_owner, rita, leo, sam, mona) -> dict[str, Any]:
    """A record of each noun that is listed by its key."""
    from lessons.transitions import start_research

    finding = factories.make_finding(rita)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    return {
        "observation": factories.make_observation(rita),
        "review": finding.review,
        "finding": finding,
        "lesson": lesson,
        "update": factories.make_update(rita, lesson),
        "research": start_research(lesson, by=rita, title="Why?"),
    }


def fill(record: Any, placed: Any) -> None:
    """Add many rows like a record, of which some are green."""
    add_many(
        record, MANY, label=["green" if placed(one) else "amber_strict" for one in range(MANY)]
    )


@pytest.mark.parametrize("noun", NOUNS)
def test_a_page_of_any_noun_reads_little_more_than_its_rows(noun, client, originals, cleo) -> None:
    record = originals[noun]
    fill(record, PLACED["the oldest"])
    client.force_login(cleo)
    api = path({"research": "research"}.get(noun, f"{noun}s"))
    for address in (f"/{'research' if noun == 'research' else noun + 's'}/", api):
        found = reading(record._meta.db_table, lambda one=address: client.get(one))
        assert found, address
        assert [one for one in found if one[0] == "Seq Scan" or one[1] > FEW] == [], address


@pytest.mark.exhaustive
@pytest.mark.parametrize("placed", PLACED)
@pytest.mark.parametrize("who", ["cleo", "mira"])
def test_however_the_visible_rows_are_placed(
    who, placed, client, originals, request, cleo, mira
) -> None:
    fill(originals["observation"], PLACED[placed])
    client.force_login(request.getfixturevalue(who))
    first = client.get("/observations/")
    assert len(first.context["page"].rows) == 50
    addresses = ["/observations/", f"/observations/{first.context['page'].older}"]
    for address in addresses:
        found = reading("reviews_observation", lambda one=address: client.get(one))
        assert [one for one in found if one[1] > FEW] == [], address


def test_without_the_ways_the_same_page_reads_all_that_is_hidden(
    client, originals, cleo, monkeypatch
) -> None:
    """The control: the planner alone walks past what is not for the reader."""
    fill(originals["observation"], PLACED["the oldest"])
    monkeypatch.setattr(RecordQuerySet, "among_first", lambda rows, *args, **named: rows)
    client.force_login(cleo)
    found = reading("reviews_observation", lambda: client.get("/observations/"))
    assert max(rows for _how, rows in found) > MANY // 2


def test_pages_along_the_ways_are_whole_forward_and_back(client, rita, leo, sam, mira) -> None:
    records = [factories.make_observation(rita) for _ in range(6)]
    records += [factories.make_observation(mira) for _ in range(2)]
    sharing.share(records[0], by=leo)
    factories.make_green(records[1], sam)
    factories.make_red(records[2], leo, mira)
    factories.end_embargo(factories.make_embargoed(records[3], leo))
    seen = [records[number] for number in (7, 6, 3, 2, 1, 0)]
    client.force_login(mira)
    assert client.get("/observations/").context["page"].rows == seen
    address, found = path("observations") + "?limit=4", []
    back: list[str] = []
    while address:
        page = client.get(address).json()
        found += [one["reference"] for one in page["results"]]
        last, address = page, page["next"]
    assert found == [one.reference for one in seen]
    while last["previous"]:
        last = client.get(last["previous"]).json()
        back = [one["reference"] for one in last["results"]] + back
    assert back == found[:4]
