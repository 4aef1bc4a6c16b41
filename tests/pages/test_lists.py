"""Lists keep their place and their filters in the address, and offer what the reader may know."""

from __future__ import annotations

import re

import pytest
from django.utils.html import escape

from tests import factories
from tests.pages.reading import same
from tracker import editing
from tracker.sharing import share
from tracker.views import lists

TITLES = re.compile(r'<th scope="row" class="wrap"><a href="[^"]*">([^<]*)</a>')
PAGER = re.compile(r'<a (?:class="pager-older" )?href="(\?[^"]*)" rel="(next|prev)"')


def titles(client, address: str) -> list[str]:
    """Return the titles of a list's rows."""
    return TITLES.findall(client.get(address).content.decode())


def ways(client, address: str) -> dict[str, str]:
    """Return the ways out of a list's page."""
    text = client.get(address).content.decode()
    return {rel: query.replace("&amp;", "&") for query, rel in PAGER.findall(text)}


def test_pages_follow_one_another_there_and_back(client, rita, monkeypatch):
    monkeypatch.setattr(lists.page_of, "__defaults__", (2, False))
    for number in range(5):
        factories.make_observation(rita, title=f"Seen {number}")
    client.force_login(rita)
    seen, address = [], "/observations/?state=new"
    while True:
        seen += titles(client, address)
        older = ways(client, address).get("next")
        if older is None:
            break
        assert "state=new" in older
        address = f"/observations/{older}"
    assert seen == [f"Seen {number}" for number in (4, 3, 2, 1, 0)]
    newer = ways(client, address)["prev"]
    assert titles(client, f"/observations/{newer}") == ["Seen 2", "Seen 1"]


def test_systems_of_one_name_are_not_lost_between_pages(client, rita, mira, monkeypatch):
    monkeypatch.setattr(lists.page_of, "__defaults__", (1, False))
    factories.make_system(rita, name="Chat~1", label="amber")
    factories.make_system(mira, name="Chat~1", label="amber")
    factories.make_system(rita, name="Zoo")
    client.force_login(rita)
    seen, address = [], "/systems/"
    while address:
        seen += titles(client, address)
        older = ways(client, address).get("next", "")
        address = f"/systems/{older}" if older else ""
    assert seen == ["Chat~1", "Chat~1", "Zoo"]


@pytest.mark.parametrize("position", ["after=nonsense", "before=%00", "after=1~2"])
def test_a_position_that_is_none_is_no_page(client, rita, position):
    client.force_login(rita)
    assert client.get(f"/observations/?{position}").status_code == 404


def test_filters_narrow_by_state_system_tag_owner_and_words(client, rita, mira):
    system, tag = factories.make_system(rita), factories.make_tag()
    wanted = factories.make_observation(
        rita, title="Drifting answers", systems=[system], tags=[tag], label="amber"
    )
    factories.make_observation(mira, title="Something else", label="amber")
    client.force_login(rita)
    for query in (
        f"system={system.reference}",
        f"tag={tag.key}",
        "owner=OAI",
        "q=drift+answer",
        f"owner=OAI&state=new&tag={tag.key}&waiting=on",
    ):
        assert titles(client, f"/observations/?{query}") == [wanted.title], query
    assert titles(client, "/observations/?state=dismissed") == []


def test_choices_are_those_that_the_reader_may_know_of(client, rita, mira):
    secret = factories.make_system(rita, name="Unreleased thing")
    local = factories.make_tag("secret-tag", scheme="local-x")
    factories.make_observation(rita, systems=[secret], tags=[local])
    client.force_login(mira)
    factories.make_observation(mira)
    text = client.get("/observations/").content.decode()
    assert "Unreleased thing" not in text
    assert "secret-tag" not in text


def test_asking_for_a_hidden_choice_and_for_an_unknown_one_look_the_same(client, rita, mira):
    secret = factories.make_system(rita, name="Unreleased thing")
    shared = factories.make_observation(rita, systems=[secret], label="amber")
    client.force_login(mira)
    answers = [
        same(client.get(f"/observations/?system={reference}")).replace(reference, "X")
        for reference in (secret.reference, "OAI-SYS-00000")
    ]
    assert answers[0] == answers[1]
    assert shared.reference not in answers[0]


def test_a_wrong_answer_is_said_at_its_field(client, rita):
    factories.make_observation(rita)
    client.force_login(rita)
    answer = client.get("/observations/?state=nonsense")
    assert answer.status_code == 200
    assert "Something needs a second look" in answer.content.decode()


def test_an_empty_list_says_what_to_do(client, rita, cleo):
    client.force_login(rita)
    assert "Capture what you saw" in client.get("/observations/").content.decode()
    client.force_login(cleo)
    text = client.get("/cycles/").content.decode()
    assert escape("Cycles are the partners’ own") in text


def test_a_tag_that_only_the_other_side_may_know_finds_nothing_of_theirs(client, rita, leo, mira):
    hidden = editing.coin_tag(by=rita, label="Heron", code="heron")
    for title, tags in (("Tagged", [hidden]), ("Plain", [])):
        share(factories.make_observation(rita, title=title, tags=tags), by=leo)
    guess = editing.coin_tag(by=mira, label="A guess", code="heron")
    factories.make_observation(mira, title="Own", tags=[guess])
    client.force_login(mira)
    assert titles(client, "/observations/?tag=local:heron") == ["Own"]
    answer = client.get("/api/v1/observations/?tag=local:heron").json()
    assert [row["title"] for row in answer["results"]] == ["Own"]


def test_a_filter_by_what_is_not_shared_says_the_same_as_by_what_is_absent(
    client, rita, leo, sam, mona, mira
) -> None:
    factories.make_endorsed_lesson(rita, leo, sam, mona)
    hidden, secret = factories.make_lesson(rita), factories.make_system(rita)
    client.force_login(mira)
    for address, foreign, missing in (
        ("/dispositions/?lesson=", hidden.reference, "OAI-LES-00000"),
        ("/lessons/?system=", secret.reference, "OAI-SYS-00000"),
        ("/lessons/?state=", "nothing", "never"),
    ):
        answers = [client.get(f"{address}{one}") for one in (foreign, missing)]
        told = [same(one).replace(foreign, missing) for one in answers]
        assert told[0] == told[1], address
        assert "choose one of the list" in told[0], address
        assert "Select a valid choice" not in told[0], address
