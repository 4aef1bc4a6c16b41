"""Who looks after accounts in the admin."""

from __future__ import annotations

import pytest

from tests import factories
from tests.admin.pages import add_url, errors, fill_in, main_form, send, signed_in, url
from tests.conftest import confirmed
from tests.factories import PASSWORD
from tracker.models import Organization, User


def test_a_lead_adds_a_person_who_can_sign_in(leo, client) -> None:
    fill_in(signed_in(leo), add_url(User), username="nina", role="reviewer", password=PASSWORD)
    nina = User.objects.get(username="nina")
    assert (nina.organization, nina.role) == (leo.organization, "reviewer")
    assert PASSWORD not in nina.password
    assert client.login(username="nina", password=PASSWORD)


def test_a_guessable_first_password_is_refused(leo) -> None:
    browser = signed_in(leo)
    form = main_form(browser.get(add_url(User)).content.decode())
    page = send(browser, add_url(User), form, username="nina", role="reviewer", password="password")
    assert "too common" in "".join(errors(page))
    assert not User.objects.filter(username="nina").exists()


def test_a_lead_changes_the_role_of_their_own_people_only(leo, rita, mira) -> None:
    fill_in(confirmed(signed_in(leo), leo), url(rita), role="lead")
    rita.refresh_from_db()
    assert rita.role == "lead"
    browser = signed_in(leo)
    assert "role" not in main_form(browser.get(url(mira)).content.decode())
    browser.post(url(mira), {"role": "observer", "is_active": "on"})
    mira.refresh_from_db()
    assert mira.role == "reviewer"


def test_nobody_makes_a_superuser_or_reaches_a_password_through_a_form(leo, rita) -> None:
    browser = signed_in(leo)
    form = main_form(browser.get(url(rita)).content.decode())
    assert not {"is_superuser", "is_staff", "password"} & set(form)
    send(browser, url(rita), form, is_superuser="on", password="another one of these", role="lead")
    rita.refresh_from_db()
    assert not rita.is_superuser
    assert rita.check_password(PASSWORD)


def test_a_superuser_adds_the_first_lead_and_then_no_one(ada, leo) -> None:
    browser = confirmed(signed_in(ada), ada)
    fill_in(browser, add_url(Organization), code="NEW", name="A new partner", kind="partner")
    new = Organization.objects.get(code="NEW")
    fill_in(browser, add_url(User), organization=new, username="lou", role="lead")
    form = main_form(browser.get(add_url(User)).content.decode())
    page = send(browser, add_url(User), form, organization=new, username="max", role="lead")
    assert page.status_code == 403
    assert "Only a lead of A new partner can manage its users." in "".join(errors(page))


def test_whoever_can_sign_or_lead_is_made_with_a_second_factor_only(leo, rita) -> None:
    browser = signed_in(leo)
    form = main_form(browser.get(add_url(User)).content.decode())
    for address, words in ((add_url(User), {**form, "username": "mallory"}), (url(rita), {})):
        page = browser.post(address, {**words, "role": "signatory"})
        assert page["Location"].startswith("/account/confirm/")
    rita.refresh_from_db()
    assert rita.role == "reviewer"
    assert not User.objects.filter(username="mallory").exists()


CHANGES = [
    # whose       what                        it asks for the second factor
    ("sam",  {"role": "reviewer"},              True),
    ("sam",  {"role": "observer"},              True),
    ("lena", {"role": "reviewer"},              True),
    ("lena", {"is_active": None},               True),
    ("sam",  {"email": "mine@example.org"},     True),
    ("rita", {"role": "signatory"},             True),
    ("rita", {"role": "observer"},              True),
    ("rita", {"first_name": "Rita"},            False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change", "asks"), CHANGES)
def test_whose_role_it_is_and_what_changes_decides_not_the_role_that_is_posted(
    name, change, asks, leo, sam, rita, oai
) -> None:
    person = {"lena": factories.make_user("lena", oai, "lead"), "sam": sam, "rita": rita}[name]
    browser = signed_in(leo)
    words = {**main_form(browser.get(url(person)).content.decode()), **change}
    words = {key: value for key, value in words.items() if value is not None}
    page = browser.post(url(person), words)
    assert page["Location"].startswith("/account/confirm/") is asks
    before = {key: getattr(person, key) for key in change}
    person.refresh_from_db()
    assert (before == {key: getattr(person, key) for key in change}) is asks
    if asks:
        confirmed(browser, leo).post(url(person), words)
        person.refresh_from_db()
        assert before != {key: getattr(person, key) for key in change}


def test_whoever_may_not_change_an_account_is_asked_for_no_second_factor(leo, mona) -> None:
    page = signed_in(leo).post(url(mona), {"role": "observer"})
    assert "Location" not in page
    mona.refresh_from_db()
    assert mona.role == "signatory"
