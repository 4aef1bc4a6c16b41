"""The security log says who was refused what, and nothing that a record or a person typed."""

from __future__ import annotations

import json
import logging
from logging.config import DictConfigurator

import pytest
from django.conf import settings
from django.test import Client

from tests import factories
from tracker.security_log import logger

SIGN_IN = "/sign-in/"


@pytest.fixture
def log(caplog):
    """What the security log got, in order."""
    logger.addHandler(caplog.handler)
    yield lambda: [vars(entry) for entry in caplog.records if entry.name == logger.name]
    logger.removeHandler(caplog.handler)


def test_signing_in_and_out_is_noted_with_the_account(rita, client, log) -> None:
    client.post(SIGN_IN, {"login": "rita", "password": factories.PASSWORD})
    client.post("/sign-out/")
    noted = [(one["event"], one["user"], one["organization"]) for one in log()]
    assert noted == [
        ("signed in", str(rita.pk), "OAI"),
        ("signed out", str(rita.pk), "OAI"),
    ]


def test_a_wrong_password_is_noted_without_what_was_typed(rita, client, log) -> None:
    client.post(SIGN_IN, {"login": "my secret, typed in the wrong box", "password": "guess"})
    assert [one["event"] for one in log()] == ["failed to sign in"]
    assert "secret" not in str(log())
    assert "guess" not in str(log())


def test_a_foreign_record_is_noted_as_nothing_here(rita, milo, client, log) -> None:
    observation = factories.make_observation(rita, title="A secret of the one side")
    client.force_login(milo)
    answer = client.get(f"/observations/{observation.reference}/")
    last = log()[-1]
    assert last["request"] == answer["X-Request-ID"]
    assert (last["event"], last["user"]) == ("nothing here", str(milo.pk))
    assert last["on"] == {"reference": observation.reference}
    assert "A secret" not in str(log())


def test_a_refusal_over_the_api_is_noted_with_the_tokens_owner(olga, log) -> None:
    client = Client()
    credentials = {"username": "olga", "password": factories.PASSWORD}
    token = client.post("/api/v1/tokens/", credentials, content_type="application/json").json()
    headers = {"authorization": f"Bearer {token['token']}"}
    body = {"title": "Something", "occurred_on": "2026-03-02"}
    answer = client.post(
        "/api/v1/observations/", body, content_type="application/json", headers=headers
    )
    assert answer.status_code == 403
    assert (log()[-1]["event"], log()[-1]["user"]) == ("refused", str(olga.pk))


def test_an_entry_is_one_line_of_json_in_utc() -> None:
    made = DictConfigurator(settings.LOGGING).configure_formatter(
        dict(settings.LOGGING["formatters"]["json"])  # type: ignore[index]
    )
    entry = logging.LogRecord("x", logging.INFO, "", 0, "", None, None)
    entry.__dict__["on"] = {"reference": 'a\n{"event": "signed in"}'}
    line = made.format(entry)
    assert "\n" not in line
    assert json.loads(line)["at"].endswith("+00:00")
