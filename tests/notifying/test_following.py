"""Following begins and ends with a button, and names only what its reader may know of."""

from __future__ import annotations

import re
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests import factories
from tests.queries import count_queries
from tracker import sharing
from tracker.access import Denied
from tracker.models import Subscription
from tracker.notifying.following import MOST, follow

PAGE, BEGIN, API = "/subscriptions/", "/subscriptions/begin/", "/api/v1/subscriptions/"


def press(client, address: str, label: str):
    """Press a button of a page: send its form as a browser would."""
    page = client.get(address).content.decode()
    forms = re.findall(r'<form method="post" action="(/subscriptions/[^"]+)">(.*?)</form>', page)
    for url, inside in forms:
        if f">{label}</button>" in inside:
            sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', inside))
            return client.post(url, {k: v.replace("&amp;", "&") for k, v in sent.items()})
    raise AssertionError(f"There is no button {label} at {address}.")


def followed(user) -> list[tuple[str, str]]:
    return [
        (str(one.system or one.tag or one.list_name), one.query)
        for one in user.subscriptions.order_by("id")
    ]


def test_a_system_is_followed_and_unfollowed_on_its_page(client, rita):
    system = factories.make_system(rita, name="Chat")
    client.force_login(rita)
    address = system.get_absolute_url()
    assert press(client, address, "Follow this system").url == address
    assert followed(rita) == [("Chat", "")]
    assert press(client, address, "Unfollow").url == address
    assert followed(rita) == []


def test_a_list_is_followed_once_it_is_filtered(client, rita):
    client.force_login(rita)
    assert "Follow" not in client.get("/findings/").content.decode()
    address = "/findings/?severity=high&q=long+chats&state="
    assert press(client, address, "Follow this list").url == address
    assert followed(rita) == [("finding-list", "q=long+chats&severity=high")]
    # In whichever order, it is the same list.
    assert (
        "You follow this." in client.get("/findings/?q=long+chats&severity=high").content.decode()
    )
    page = client.get(PAGE).content.decode()
    assert "Findings: Words: long chats; Severity: High" in page
    press(client, PAGE, 'Unfollow<span class="visually-hidden">: Findings: Words: long chats; '
          "Severity: High</span>")  # fmt: skip
    assert followed(rita) == []


def test_a_tag_is_followed_everywhere(client, rita):
    tag = factories.make_tag()
    factories.make_observation(rita, tags=[tag])
    client.force_login(rita)
    press(client, f"/observations/?tag={tag.key}", "Follow the tag everywhere")
    assert followed(rita) == [(str(tag), "")]
    assert f"{tag}, everywhere" in client.get(PAGE).content.decode()


def test_who_did_not_sign_in_is_offered_nothing(client, rita, sam):
    system = factories.make_clear(factories.make_system(rita), sam)
    page = client.get(system.get_absolute_url()).content.decode()
    assert "Follow this system" not in page


def test_a_way_back_leads_to_no_other_site(client, rita):
    client.force_login(rita)
    system = factories.make_system(rita)
    for back in ("https://example.org/", "//example.org/", "javascript:alert(1)", ""):
        sent = {"system": system.reference, "back": back}
        assert client.post(BEGIN, sent).url == PAGE


def test_what_is_not_shared_is_absent(client, rita, mira):
    system = factories.make_system(rita)
    client.force_login(mira)
    assert client.post(BEGIN, {"system": system.reference}).status_code == 404
    assert client.post(BEGIN, {"tag": "local:nothing"}).status_code == 404
    sent = {"system": system.reference}
    assert client.post(API, sent, content_type="application/json").status_code == 400
    assert followed(mira) == []


def test_what_became_a_secret_is_not_named(client, rita, leo, mira):
    system = sharing.share(factories.make_system(rita, name="Unheard of"), by=leo)
    follow(by=mira, system=system)
    client.force_login(mira)
    assert "Unheard of" in client.get(PAGE).content.decode()
    sharing.restrict(system, by=leo, audience="amber_strict", reason="Not announced.")
    assert "Unheard of" not in client.get(PAGE).content.decode()
    assert client.get(API).json()["results"] == []


@pytest.mark.parametrize(
    ("list_name", "query", "sentence"),
    [
        ("finding-list", "", "Choose filters first"),
        ("finding-list", "severity=unheard-of", "Choose filters first"),
        ("finding-list", "state=", "Choose filters first"),
        ("home", "q=x", "can't be followed"),
    ],
)
def test_a_list_without_filters_and_what_is_no_list_is_refused(rita, list_name, query, sentence):
    with pytest.raises(ValidationError, match=sentence):
        follow(by=rita, list_name=list_name, query=query)


def test_a_refusal_stands_on_the_page_that_one_comes_back_to(client, rita):
    client.force_login(rita)
    answer = client.post(BEGIN, {"list": "finding-list", "back": "/findings/"}, follow=True)
    assert "Choose filters first" in answer.content.decode()


def test_a_program_follows_nothing_for_itself(rita):
    rita.is_service = True
    with pytest.raises(Denied, match="Only people follow"):
        follow(by=rita, list_name="finding-list", query="q=x")


def test_there_is_an_end_to_what_one_person_follows(rita):
    for number in range(MOST):
        follow(by=rita, list_name="finding-list", query=f"q={number}")
    follow(by=rita, list_name="finding-list", query="q=1")  # followed already
    with pytest.raises(ValidationError, match="end one first"):
        follow(by=rita, list_name="finding-list", query="q=more")


def test_nobody_ends_what_another_follows(client, rita, mira):
    subscription = follow(by=rita, list_name="finding-list", query="q=x")
    client.force_login(mira)
    assert client.post(f"{PAGE}{subscription.pk}/end/").status_code == 404
    assert client.delete(f"{API}{subscription.pk}/").status_code == 404
    assert followed(rita)


def test_programs_follow_by_the_address_of_a_list(client, rita):
    system, tag = factories.make_system(rita), factories.make_tag()
    client.force_login(rita)

    def send(**what):
        return client.post(API, what, content_type="application/json")

    assert send(system=system.reference).json()["system"] == system.reference
    assert send(tag=tag.key).json()["tag"] == tag.key
    made = send(address="/findings/?severity=high").json()
    assert (made["what"], made["address"]) == (
        "Findings: Severity: High",
        "/findings/?severity=high",
    )
    assert len(client.get(API).json()["results"]) == 3
    assert client.delete(f"{API}{made['id']}/").status_code == 204
    assert len(client.get(API).json()["results"]) == 2
    assert send().status_code == send(system=system.reference, tag=tag.key).status_code == 400
    assert send(address="/nowhere/?x=1").json()["errors"][0]["field"] == "address"
    assert send(address="/findings/").status_code == 400


def test_the_database_holds_what_a_subscription_is(rita):
    with pytest.raises(IntegrityError, match="subscription_to_one_thing"):
        Subscription.objects.create(user=rita)


@pytest.mark.parametrize("address", [PAGE, API])
def test_more_that_is_followed_asks_no_more_queries(client, rita, address):
    client.force_login(rita)

    def more(number: int) -> None:
        follow(by=rita, system=factories.make_system(rita))
        follow(by=rita, tag=factories.make_tag(f"T-{number}"))
        follow(by=rita, list_name="finding-list", query=f"q={number}")

    more(1)
    client.get(address)
    before = count_queries(partial(client.get, address))
    for number in range(2, 6):
        more(number)
    assert count_queries(partial(client.get, address)) == before
