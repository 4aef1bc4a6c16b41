"""What was signed in ends at once: on sign-out, on a new password, when an account is closed."""

from __future__ import annotations

import pytest
from django.test import Client
from rest_framework.test import APIClient

from tests import factories
from tests.conftest import confirmed
from tracker.access import Denied
from tracker.account_editing import end_session, reset_second_factor
from tracker.editing import edit_user
from tracker.models import Session, Token
from tracker.sessions import SEEN

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


# --- One of them ------------------------------------------------------------------------------

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) Version/26.0 Mobile Safari/604.1"


def names(client):
    """Return what an account's page says of the browsers that are signed in."""
    browsers = client.get("/account/").context["browsers"]
    return {one.words: one for one in browsers}


@pytest.fixture
def seen(desk, phone):
    """Both of Rita's browsers have asked for something."""
    desk.get(PAGE, headers={"User-Agent": FIREFOX})
    phone.get(PAGE, headers={"User-Agent": PHONE})


def test_a_person_sees_where_they_are_signed_in_and_signs_one_out(seen, desk, phone):
    found = names(desk)
    assert set(found) == {"Firefox on Linux", "Safari on iPhone"}
    assert found["Firefox on Linux"].is_current
    assert found["Safari on iPhone"].address == "127.0.0.1"
    page = desk.get("/account/").content.decode()
    assert phone.cookies["sessionid"].value not in page
    end = f"/account/sessions/{found['Safari on iPhone'].handle}/end/"
    assert desk.post(end).url == "/account/"
    assert answers(desk, phone) == [200, 302]
    assert set(names(desk)) == {"Firefox on Linux"}


def test_whoever_ends_their_own_is_signed_out(seen, desk, phone):
    handle = names(desk)["Firefox on Linux"].handle
    assert desk.post(f"/account/sessions/{handle}/end/").url == "/sign-in/"
    assert answers(desk, phone) == [302, 200]


def test_nobody_ends_anothers(seen, desk, mira):
    handle = names(desk)["Firefox on Linux"].handle
    other, api = Client(), APIClient()
    for client in (other, api):
        client.force_login(mira)
    assert set(names(other)) == {"An unknown browser"}
    assert other.post(f"/account/sessions/{handle}/end/").status_code == 404
    assert api.delete(f"/api/v1/sessions/{handle}/").status_code == 404
    theirs = Session.objects.filter(user__username="rita").first()
    assert theirs is not None
    with pytest.raises(Denied):
        end_session(theirs, by=mira)
    assert answers(desk) == [200]


def test_a_program_lists_and_ends_them_as_far_as_its_token_goes(seen, program, phone, rita):
    listed = program.get("/api/v1/sessions/").json()
    assert {one["browser"] for one in listed} == {"Firefox on Linux", "Safari on iPhone"}
    assert not any(one["current"] for one in listed)
    handle = next(one["id"] for one in listed if one["browser"] == "Safari on iPhone")
    reader = APIClient()
    reader.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(rita, 'read')}")
    assert reader.delete(f"/api/v1/sessions/{handle}/").status_code == 403
    assert answers(phone) == [200]
    assert program.delete(f"/api/v1/sessions/{handle}/").status_code == 204
    assert answers(phone) == [302]


def test_what_is_over_is_not_listed(seen, desk, phone, settings):
    session = phone.session
    session[SEEN] -= settings.SESSION_IDLE_SECONDS
    session.save()
    assert set(names(desk)) == {"Firefox on Linux"}
