"""What is open stands with whose it is, since when and by when; done, it is gone."""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from django.utils import timezone

from lessons import effect_transitions, update_transitions
from lessons.disposition_transitions import answer_disposition
from lessons.reports.open_loops import Kind, open_loops
from reviews.transitions import concur_with_conditions
from tests import factories
from tests.dispositions.conftest import shared_system
from tests.queries import count_queries
from tracker import sharing

DAY = datetime.timedelta(days=1)


def yesterday() -> datetime.date:
    return timezone.localdate() - DAY


@pytest.fixture
def add(rita, leo, sam, mira, milo, mona):
    """Make one more of each kind."""

    def make() -> None:
        system = shared_system(mira, milo, steward=mira)
        lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[system])
        late = sharing.share(factories.make_update(rita, lesson), by=leo)
        update_transitions.accept_update(late, by=leo, assignee=rita, due_on=yesterday())
        factories.make_shipped_update(rita, leo, lesson)
        item = factories.make_item_to_sign(rita, leo)
        concur_with_conditions(
            item, by=sam, condition="Logs", test="A log", assignee=mira, due_on=yesterday()
        )

    return make


def kinds(reader) -> list[str]:
    return sorted(one.kind for one in open_loops(reader))


def test_each_kind_stands_there_with_whose_it_is(add, rita, mira, milo) -> None:
    add()
    assert kinds(rita) == ["answer", "condition", "effect", "update"]
    # What OpenAI keeps to itself is not Microsoft's to see.
    assert kinds(mira) == ["answer", "condition", "update"]
    by_kind = {one.kind: one for one in open_loops(rita)}
    assert (by_kind[Kind.ANSWER].organization.code, by_kind[Kind.ANSWER].person) == ("MSFT", mira)
    assert (by_kind[Kind.UPDATE].organization.code, by_kind[Kind.UPDATE].days_late) == ("OAI", 1)
    assert by_kind[Kind.EFFECT].days_open == (timezone.localdate() - factories.DAY).days
    assert by_kind[Kind.EFFECT].due_on is None
    answer_disposition(by_kind[Kind.ANSWER].record, by=mira, answer="declined", reason="It ends.")
    assert Kind.ANSWER not in kinds(rita)


def test_an_effect_that_nobody_judged_is_late_from_the_day_after(add, rita, leo) -> None:
    add()
    effect = next(one.record for one in open_loops(rita) if one.kind == Kind.EFFECT)
    effect_transitions.plan_effect(
        effect, by=rita, criterion="No drift.", method="Replay.", waiting_days=1
    )
    again = next(one for one in open_loops(rita) if one.kind == Kind.EFFECT)
    assert again.days_late == (timezone.localdate() - factories.DAY).days - 1
    factories.judge_effect(effect, by=leo)
    assert Kind.EFFECT not in kinds(rita)


def test_the_page_is_narrowed_and_each_number_leads_to_its_rows(add, rita, cleo, client) -> None:
    add()
    client.force_login(rita)
    page = client.get("/reports/open-loops/")
    held = {one.organization.code: one for one in page.context["holders"]}
    assert (held["OAI"].total, held["OAI"].late, held["MSFT"].total) == (2, 1, 2)
    expected = {"owner=OAI": 2, "owner=OAI&late=on": 1, "kind=answer": 1, "age=more": 1}
    for query, number in expected.items():
        narrowed = client.get(f"/reports/open-loops/?{query}")
        assert len(narrowed.context["found"]) == number, query
        assert len(client.get(f"/api/v1/reports/open-loops/?{query}").json()) == number, query
    assert client.get("/reports/open-loops/?kind=unknown").context["found"] == []
    assert client.get("/api/v1/reports/open-loops/?kind=unknown").status_code == 400
    file = client.get("/reports/open-loops/?format=csv")
    assert len(file.content.decode().splitlines()) == 5
    assert page["X-TLP"] == file["X-TLP"] == "TLP:AMBER+STRICT"
    client.force_login(cleo)
    assert client.get("/reports/open-loops/").status_code == 403


@pytest.mark.parametrize("address", ["/reports/open-loops/", "/api/v1/reports/open-loops/"])
def test_it_asks_the_same_for_more_rows(add, rita, client, address) -> None:
    add()
    client.force_login(rita)
    client.get(address)
    before = count_queries(partial(client.get, address))
    add()
    assert count_queries(partial(client.get, address)) == before


def test_a_system_that_is_not_shared_is_named_nowhere(rita, leo, sam, mona, milo, client) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    system = factories.make_system(rita, name="Secret")
    update = sharing.share(factories.make_update(rita, lesson, system=system), by=leo)
    for reader, name in ((rita, "Secret"), (milo, "a system not shared with you")):
        client.force_login(reader)
        for query in ("", "?format=csv"):
            said = client.get(f"/reports/open-loops/{query}").content.decode()
            assert str(update) in said
            assert name in said
            assert ("Secret" in said) is (reader == rita)


def test_the_page_groups_by_whose_it_is_ones_own_first(
    add, rita, leo, mira, client, monkeypatch
) -> None:
    add()
    add()
    for reader, order in ((rita, ["rita", "mira"]), (mira, ["mira", "rita"])):
        client.force_login(reader)
        hands = client.get("/reports/open-loops/").context["hands"]
        assert [hand.is_own for hand in hands] == [True, *[False] * (len(hands) - 1)]
        holders = [hand.loops[0].person.username for hand in hands]
        assert holders == order
        assert sum(len(hand.shown) for hand in hands) == len(open_loops(reader))
    client.force_login(leo)
    hands = client.get("/reports/open-loops/").context["hands"]
    assert [hand.organization.code for hand in hands] == ["OAI", "MSFT"]
    monkeypatch.setattr("lessons.views.reports.SHOWN", 5)
    page = client.get("/reports/open-loops/")
    assert [len(hand.shown) for hand in page.context["hands"]] == [4, 1]
    assert "3 more; narrow the list" in page.content.decode()


def test_whoever_may_not_answer_is_not_said_to_have_it(rita, leo, sam, mona) -> None:
    # OpenAI's system, and its steward, run by Microsoft: that one is asked.
    system = shared_system(rita, leo, operator=mona.organization, steward=rita)
    factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[system])
    owed = next(one for one in open_loops(rita) if one.kind == Kind.ANSWER)
    assert (owed.organization, owed.person) == (mona.organization, None)
