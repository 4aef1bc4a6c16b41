"""How programs sign in."""

from __future__ import annotations

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from tests import factories
from tests.api.conftest import path
from tests.conftest import confirmed
from tracker.models import Token, User

TOKENS = "/api/v1/tokens/"


def sign_in(username, password=factories.PASSWORD):
    """Ask for a token."""
    return APIClient().post(TOKENS, {"username": username, "password": password})


def test_a_password_buys_a_token_that_expires(rita):
    body = sign_in("rita").json()
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {body['token']}")
    assert client.get(path("observations")).status_code == 200
    Token.objects.update(expiry=timezone.now())
    assert client.get(path("observations")).status_code == 401


def test_a_token_ends_itself(rita):
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {sign_in('rita').json()['token']}")
    assert client.delete(TOKENS + "current/").status_code == 204
    assert client.get(path("observations")).status_code == 401


def test_a_wrong_password_and_an_unknown_name_look_the_same(rita):
    wrong, unknown = sign_in("rita", "nonsense"), sign_in("nobody", "nonsense")
    assert (wrong.status_code, wrong.content) == (401, unknown.content)


def test_a_deactivated_person_signs_in_no_more(rita):
    token = sign_in("rita").json()["token"]
    User.objects.filter(pk=rita.pk).update(is_active=False)
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {token}")
    assert client.get(path("observations")).status_code == 401
    assert sign_in("rita").status_code == 401


def test_a_session_buys_a_token_only_with_its_csrf_token(rita):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(rita)
    assert client.post(TOKENS, {}).status_code == 403
    csrf = client.get("/sign-in/").cookies["csrftoken"].value
    assert client.post(TOKENS, {}, headers={"x-csrftoken": csrf}).status_code == 201


def test_a_session_writes_only_with_its_csrf_token(rita):
    client = APIClient(enforce_csrf_checks=True)
    client.force_login(rita)
    body = {"title": "Seen", "occurred_on": "2026-03-01"}
    assert client.post(path("observations"), body).status_code == 403
    csrf = client.get("/sign-in/").cookies["csrftoken"].value
    headers = {"x-csrftoken": csrf}
    assert client.post(path("observations"), body, headers=headers).status_code == 201


@pytest.mark.parametrize("body", [{"username": "rita"}, {"password": "x"}, {"user": "rita"}])
def test_half_a_sign_in_is_invalid(rita, body):
    assert APIClient().post(TOKENS, body).status_code == 400


def test_guessing_is_slowed_down_whatever_address_it_claims(rita):
    statuses = [
        APIClient()
        .post(
            TOKENS,
            {"username": "rita", "password": "guess"},
            headers={"x-forwarded-for": f"10.0.0.{number}"},
        )
        .status_code
        for number in range(12)
    ]
    assert statuses[0] == 401
    assert statuses[-1] == 429


OBSERVATION = {"title": "Seen", "occurred_on": "2026-03-01"}


def test_a_password_buys_a_token_that_only_reads_unless_more_is_asked_for(rita):
    assert sign_in("rita").json()["scopes"] == ["read"]


@pytest.mark.parametrize(
    ("scopes", "reads", "writes"),
    [(["read"], 200, 403), (["write"], 403, 201), (["read", "write"], 200, 201)],
)
def test_a_token_does_what_it_is_for(api, rita, scopes, reads, writes):
    client = api(rita, *scopes)
    assert client.get(path("observations")).status_code == reads
    refused = client.post(path("observations"), OBSERVATION)
    assert refused.status_code == writes
    if writes == 403:
        assert refused["Content-Type"] == "application/problem+json"
        assert refused.json()["detail"].startswith("This token is for: read.")


def test_an_account_with_a_second_factor_gets_no_token_for_a_password_alone(rita):
    factories.make_second_factor(rita)
    refused = sign_in("rita")
    assert refused.status_code == 403
    assert "second factor" in refused.json()["detail"]
    assert sign_in("rita", "wrong").status_code == 401


def test_only_a_session_with_its_second_factor_gets_a_token_that_signs(sam):
    client = APIClient()
    client.force_login(sam)
    assert client.post(TOKENS, {"scopes": ["sign"]}).status_code == 403
    asked = {"scopes": ["sign"], "days": 30}
    body = confirmed(client, sam).post(TOKENS, asked).json()
    lives = Token.objects.get(id=body["id"]).expiry - timezone.now()
    assert lives.total_seconds() <= 3600


def test_a_token_gives_out_no_other(api, rita):
    assert api(rita).post(TOKENS, {"scopes": ["read"]}).status_code == 403


def test_tokens_are_listed_without_themselves_and_ended_one_by_one(api, rita, mira):
    client, other = api(rita), api(mira)
    (row,) = client.get(TOKENS).json()
    assert set(row) == {"id", "name", "scopes", "created", "expiry"}
    assert other.delete(f"{TOKENS}{row['id']}/").status_code == 404
    assert client.delete(f"{TOKENS}{row['id']}/").status_code == 204
    assert client.get(TOKENS).status_code == 401


def test_a_token_lives_ninety_days_at_most(rita):
    client = APIClient()
    client.force_login(rita)
    assert client.post(TOKENS, {"days": 91}).status_code == 400
    assert client.post(TOKENS, {"days": 90}).status_code == 201


def test_only_a_hash_of_a_token_is_kept(rita):
    token = sign_in("rita").json()["token"]
    assert token not in str(list(Token.objects.values()))
