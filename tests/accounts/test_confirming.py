"""The way to the second factor and back: it is asked for once, and nothing typed is lost."""

from __future__ import annotations

import pytest

from tests import factories
from tracker import sharing


@pytest.fixture
def lesson(rita, leo, sam):
    """A lesson that waits for Sam's signature."""
    return sharing.share(factories.make_lesson(rita), by=leo)


def page_of(lesson):
    """Return the address of the signing page."""
    return f"/do/lesson/{lesson.reference}/endorse/"


def test_what_was_typed_is_there_after_the_code(client, sam, lesson):
    secret = factories.make_second_factor(sam)
    client.force_login(sam)
    page = client.get(page_of(lesson)).content.decode()
    assert "Signing needs your second factor" in page
    assert lesson.insight in page  # what would be signed is read before
    typed = {"statement": "Agreed, with thanks.", "content_version": 1}
    ask = client.post(page_of(lesson), typed, follow=True)
    here, _status = ask.redirect_chain[-1]
    assert here.startswith("/account/confirm/code/")
    back = client.post(here, {"code": factories.code_of(secret), "next": page_of(lesson)})
    assert back.url == page_of(lesson)
    assert "Agreed, with thanks." in client.get(back.url).content.decode()
    assert client.post(back.url, typed).url == lesson.get_absolute_url()
    assert lesson.endorsements.get().statement == "Agreed, with thanks."


def test_a_wrong_code_confirms_nothing(client, sam, lesson):
    secret = factories.make_second_factor(sam)
    client.force_login(sam)
    wrong = str((int(factories.code_of(secret)) + 1) % 10**6).zfill(6)
    answer = client.post("/account/confirm/code/", {"code": wrong})
    assert answer.status_code == 200
    assert "Incorrect code" in answer.content.decode()
    assert client.post(page_of(lesson), {}).url.startswith("/account/confirm/")


def test_codes_can_be_guessed_ten_times_only(client, sam):
    secret = factories.make_second_factor(sam)
    client.force_login(sam)
    wrong = str((int(factories.code_of(secret)) + 1) % 10**6).zfill(6)
    for _ in range(10):
        client.post("/account/confirm/code/", {"code": wrong})
    late = client.post("/account/confirm/code/", {"code": factories.code_of(secret)})
    assert late.status_code in {200, 429}
    assert not client.session.get("account_authentication_methods")


def test_a_code_works_once(client, sam):
    secret = factories.make_second_factor(sam)
    code = factories.code_of(secret)
    client.force_login(sam)
    assert client.post("/account/confirm/code/", {"code": code}).status_code == 302
    assert client.post("/account/confirm/code/", {"code": code}).status_code == 200


def test_whoever_has_no_factor_sets_one_up_and_goes_on_to_sign(client, sam, lesson):
    sign_in = {"login": "sam", "password": factories.PASSWORD}
    client.post("/sign-in/", sign_in)
    ask = client.post(page_of(lesson), {"statement": "Agreed."}, follow=True)
    assert ask.redirect_chain[-1][0] == "/account/"
    assert "Set up an authenticator app" in ask.content.decode()
    form = client.get("/account/app/").context["form"]
    done = client.post("/account/app/", {"code": factories.code_of(form.secret)}, follow=True)
    assert done.redirect_chain[-1][0] == "/account/codes/"
    assert f'href="{page_of(lesson)}"' in done.content.decode()
    assert client.get(page_of(lesson)).context["form"].initial == {"statement": "Agreed."}
    assert client.post(page_of(lesson), {}).url == lesson.get_absolute_url()


def test_the_way_back_leads_nowhere_else(client, sam):
    factories.make_second_factor(sam)
    client.force_login(sam)
    to = client.get("/account/confirm/", {"next": "https://example.org/"}).url
    assert "example.org" not in to


def test_the_secret_of_an_app_is_not_kept_in_the_clear(sam):
    secret = factories.make_second_factor(sam)
    kept = sam.authenticator_set.get()
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(factories.code_of(secret))


def test_signing_in_asks_for_the_second_factor(client, sam):
    secret = factories.make_second_factor(sam)
    first = client.post("/sign-in/", {"login": "sam", "password": factories.PASSWORD})
    assert first.url == "/sign-in/code/"
    assert client.get("/lessons/").status_code == 302
    second = client.post(first.url, {"code": factories.code_of(secret)})
    assert second.url == "/"
    assert client.get("/lessons/").status_code == 200
