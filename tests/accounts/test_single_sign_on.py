"""Coming in by an OpenID Connect provider: a real one, served on loopback, through the whole code flow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import oidc_provider_mock
import pytest
import requests
from django.test import Client

from tests import factories
from tracker.accounts.providers import Provider
from tracker.editing import edit_user
from tracker.models import User

# The provider's own library warns of its dependencies; it runs in a thread of this process.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

ADDRESS = "rita@openai.example"


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """Serve a provider that knows some people."""
    people = [
        ("rita", ADDRESS, True),
        ("unverified", ADDRESS, False),
        ("stranger", "stranger@openai.example", True),
        ("mira", "mira@microsoft.example", True),
    ]
    users = [
        oidc_provider_mock.User(sub=sub, claims={"email": email, "email_verified": verified})
        for sub, email, verified in people
    ]
    with oidc_provider_mock.run_server_in_thread(user_claims=users) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def provider(issuer, settings):
    """Set the provider up for OpenAI's people; return how to set it up otherwise."""

    def set_up(**options: Any) -> None:
        one = Provider("oai", "OpenAI's directory", issuer, "tracker", "a secret", "OAI", **options)
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [one.as_app()]}}

    set_up()
    return set_up


def come_in(as_whom: str) -> tuple[Client, Any]:
    """Go to the provider as a browser does, say there who one is, and come back."""
    browser = Client()
    leave = browser.post("/sign-in/with/oai/")
    assert leave.status_code == 302, leave.content
    back = requests.post(
        leave["Location"], data={"sub": as_whom}, allow_redirects=False, timeout=10
    )
    assert back.status_code == 302, back.text
    return browser, browser.get(re.sub(r"^https?://[^/]+", "", back.headers["Location"]))


def whose(browser: Client) -> str | None:
    """Return the name of whoever is signed in."""
    key = browser.session.get("_auth_user_id")
    return User.objects.get(pk=key).username if key else None


def test_a_verified_address_finds_its_account_and_the_next_time_the_provider_does(
    provider, rita, leo
):
    edit_user(rita, by=leo, email=ADDRESS)
    browser, answer = come_in("rita")
    assert (answer.status_code, whose(browser)) == (302, "rita")
    edit_user(rita, by=leo, email="moved@openai.example")
    assert whose(come_in("rita")[0]) == "rita"


@pytest.mark.parametrize("sub", ["unverified", "stranger"])
def test_whoever_is_not_known_by_a_verified_address_is_refused_in_words(provider, rita, leo, sub):
    edit_user(rita, by=leo, email=ADDRESS)
    before = User.objects.count()
    browser, answer = come_in(sub)
    assert (answer.status_code, whose(browser)) == (403, None)
    assert "you have no account here" in answer.content.decode()
    assert User.objects.count() == before


def test_a_provider_opens_no_account_of_another_organization(provider, mira, milo):
    edit_user(mira, by=milo, email="mira@microsoft.example")
    browser, answer = come_in("mira")
    assert (answer.status_code, whose(browser)) == (403, None)


def test_a_closed_account_stays_closed(provider, rita, leo):
    edit_user(rita, by=leo, email=ADDRESS, is_active=False)
    browser, _answer = come_in("rita")
    assert whose(browser) is None
    assert browser.get("/lessons/").status_code == 302


def test_accounts_are_made_only_where_the_settings_say_so(provider, leo):
    provider(creates="observer")
    browser, _answer = come_in("stranger")
    made = User.objects.get(username="stranger@openai.example")
    assert whose(browser) == made.username
    assert (made.organization, made.role) == (leo.organization, "observer")
    assert not made.has_usable_password()


def test_the_second_factor_is_ours_to_ask_for(provider, rita, leo):
    edit_user(rita, by=leo, email=ADDRESS)
    secret = factories.make_second_factor(rita)
    browser, answer = come_in("rita")
    assert answer.url == "/sign-in/code/"
    assert whose(browser) is None
    browser.post(answer.url, {"code": factories.code_of(secret)})
    assert whose(browser) == "rita"


def test_an_answer_that_nobody_asked_for_signs_nobody_in(provider, rita):
    browser = Client()
    answer = browser.get("/sign-in/with/oai/back/", {"code": "x", "state": "y"})
    assert "did not confirm who you are" in answer.content.decode()
    assert whose(browser) is None


def test_the_sign_in_page_offers_the_provider(provider, client, db):
    assert "Sign in with OpenAI&#x27;s directory" in client.get("/sign-in/").content.decode()
