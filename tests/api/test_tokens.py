"""How programs sign in."""

from __future__ import annotations

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from tests import factories
from tests.api.conftest import path
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
