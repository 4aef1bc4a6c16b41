"""What was signed in ends at once: on sign-out, on a new password, when an account is closed."""

from __future__ import annotations

import pytest
from django.test import Client
from rest_framework.test import APIClient

from tests import factories
from tests.conftest import confirmed
from tracker.account_editing import reset_second_factor
from tracker.editing import edit_user
from tracker.models import Session, Token

PAGE = "/lessons/"
NEW = "another correct horse"


@pytest.fixture
def desk(rita):
    """Rita's browser at her desk."""
    browser = Client()
    browser.force_login(rita)
    return browser


@pytest.fixture
def phone(rita):
    """Rita's browser on her phone."""
    browser = Client()
    browser.force_login(rita)
    return browser


@pytest.fixture
def program(rita):
    """A program with a token of Rita's."""
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(rita)}")
    return client


def answers(*clients):
    """Return what each is answered: a page, or the way to the sign-in page; a program's 401."""
    return [
        client.get("/api/v1/lessons/" if isinstance(client, APIClient) else PAGE).status_code
        for client in clients
    ]


def test_everything_is_signed_in_before(desk, phone, program):
    assert answers(desk, phone, program) == [200, 200, 200]


def test_signing_out_ends_this_browsers_session_for_good(rita, desk, phone):
    stolen = desk.cookies["sessionid"].value
    desk.post("/sign-out/")
    thief = Client()
    thief.cookies["sessionid"] = stolen
    assert answers(desk, thief, phone) == [302, 302, 200]
    assert Session.objects.filter(user=rita).count() == 1


def test_signing_out_everywhere_ends_every_session_and_token(rita, desk, phone, program):
    assert desk.post("/account/sign-out-everywhere/").url == "/sign-in/"
    assert answers(desk, phone, program) == [302, 302, 401]
    assert not Session.objects.filter(user=rita).exists()


def test_a_new_password_ends_what_the_old_one_signed_in(rita, desk, phone, program):
    body = {"oldpassword": factories.PASSWORD, "password1": NEW, "password2": NEW}
    assert desk.post("/account/password/", body).status_code == 302
    assert answers(desk, phone, program) == [200, 302, 401]
    assert Session.objects.filter(user=rita).count() == 1
    rita.refresh_from_db()
    assert rita.check_password(NEW)


def test_a_wrong_old_password_changes_nothing(rita, desk, phone, program):
    body = {"oldpassword": "guess", "password1": NEW, "password2": NEW}
    assert desk.post("/account/password/", body).status_code == 200
    assert answers(desk, phone, program) == [200, 200, 200]


def test_closing_an_account_ends_it_at_once(rita, leo, desk, phone, program):
    edit_user(rita, by=leo, is_active=False)
    assert answers(desk, phone, program) == [302, 302, 401]
    assert not Session.objects.filter(user=rita).exists()
    assert not Token.objects.filter(user=rita).exists()


def test_another_change_of_an_account_ends_nothing(rita, leo, desk, phone, program):
    edit_user(rita, by=leo, first_name="Rita")
    assert answers(desk, phone, program) == [200, 200, 200]


def test_a_reset_second_factor_signs_its_owner_out(sam, leo):
    browser = confirmed(Client(), sam)
    assert answers(browser) == [200]
    reset_second_factor(sam, by=leo)
    assert answers(browser) == [302]


def test_the_admin_changes_no_password_by_a_way_of_its_own(desk):
    assert desk.get("/admin/password_change/").url == "/account/password/"
