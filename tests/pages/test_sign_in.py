"""Guessing passwords is slowed down; knowing one is not."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories

SIGN_IN = "/sign-in/"
RIGHT = {"login": "rita", "password": factories.PASSWORD}


def guess(times: int, **headers: str) -> list[int]:
    """Send wrong passwords, each in a browser of its own."""
    body = {"login": "rita", "password": "guess"}
    return [Client().post(SIGN_IN, body, headers=headers).status_code for _ in range(times)]


def test_after_ten_wrong_passwords_an_address_waits_even_with_the_right_one(rita, client) -> None:
    assert guess(11) == [200] * 10 + [429]
    refused = client.post(SIGN_IN, RIGHT)
    assert 0 < int(refused["Retry-After"]) <= 60
    assert f"Try again in {refused['Retry-After']} second" in refused.content.decode()


def test_no_header_makes_it_another_address(rita) -> None:
    statuses = [guess(1, x_forwarded_for=f"10.0.0.{number}")[0] for number in range(11)]
    assert statuses[-1] == 429


def test_right_passwords_are_not_counted(rita) -> None:
    assert {Client().post(SIGN_IN, RIGHT).status_code for _ in range(12)} == {302}


def test_the_sign_in_page_opens_while_its_address_waits(rita, client) -> None:
    guess(11)
    assert client.get(SIGN_IN).status_code == 200


@pytest.mark.parametrize(("reader", "leads_to"), [("rita", "/admin/"), ("cleo", SIGN_IN)])
def test_the_admin_has_no_sign_in_page_of_its_own(reader, leads_to, request, client) -> None:
    client.force_login(request.getfixturevalue(reader))
    assert client.get("/admin/login/").url.startswith(leads_to)
    assert client.post("/admin/login/", RIGHT).status_code == 302
