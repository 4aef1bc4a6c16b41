"""A forgotten password is set anew by a link in an e-mail, and nobody learns which accounts there are."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from tests import factories
from tests.conftest import confirmed
from tracker.account_editing import change_password
from tracker.editing import edit_user
from tracker.jobs import send_password_reset
from tracker.models import Session, Token, User

ASK = "/sign-in/forgotten/"
NEW = "another correct horse"
NAME = "tracker.send_password_reset"


@pytest.fixture
def rita_by_mail(rita, leo):
    """Rita, with an address."""
    return edit_user(rita, by=leo, email="rita@openai.example")


def ask(client, email="rita@openai.example"):
    """Ask for a link, and let the job that follows run."""
    answer = client.post(ASK, {"email": email})
    asked_for = ProcrastinateJob.objects.filter(task_name=NAME).order_by("id").last()
    if asked_for is not None:
        send_password_reset(**asked_for.args)
    return answer


def link():
    """Return the path of the link in the last message."""
    found = re.search(r"http://testserver(/sign-in/\S+)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def set_by(client, path, password=NEW):
    """Follow a link and set a password."""
    form = client.get(path)["Location"]
    return client.post(form, {"password1": password, "password2": password})


def test_a_link_sets_another_password_once_and_ends_all_sessions(rita_by_mail, client):
    desk = confirmed(Client(), rita_by_mail)
    factories.make_token(rita_by_mail)
    assert ask(client)["Location"] == "/sign-in/forgotten/sent/"
    (message,) = mail.outbox
    assert message.to == ["rita@openai.example"]
    assert "rita" in message.body
    path = link()
    assert set_by(client, path)["Location"] == "/sign-in/new-password/done/"
    rita_by_mail.refresh_from_db()
    assert rita_by_mail.check_password(NEW)
    assert desk.get("/lessons/").status_code == 302
    assert not Session.objects.filter(user=rita_by_mail).exists()
    assert not Token.objects.filter(user=rita_by_mail).exists()
    assert "opens nothing" in Client().get(path).content.decode()
    # The second factor is asked for as ever.
    signed_in = client.post("/sign-in/", {"login": "rita", "password": NEW})
    assert signed_in["Location"].startswith("/sign-in/code/")


def test_an_address_that_nobody_has_gets_the_same_answer_and_no_message(rita_by_mail, client):
    known, unknown = ask(client), ask(client, "nobody@openai.example")
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in mail.outbox] == [["rita@openai.example"]]


def test_asking_looks_at_no_account(rita_by_mail, client, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    for email in ("rita@openai.example", "nobody@openai.example"):
        with CaptureQueriesContext(connection) as asked:
            client.post(ASK, {"email": email})
        assert not [one for one in asked.captured_queries if "tracker_user" in one["sql"]]


def test_closed_accounts_programs_and_those_without_a_password_get_none(rita_by_mail, leo, client):
    edit_user(rita_by_mail, by=leo, is_active=False)
    User.objects.create_user(
        "robot", email="r@x.example", organization=leo.organization, is_service=True
    )
    provided = User(username="entra", email="e@x.example", organization=leo.organization)
    provided.set_unusable_password()
    provided.save()
    for email in ("rita@openai.example", "r@x.example", "e@x.example"):
        ask(client, email)
    assert not mail.outbox


def test_a_link_of_an_account_that_was_closed_since_opens_nothing(rita_by_mail, leo, client):
    ask(client)
    path = link()
    edit_user(rita_by_mail, by=leo, is_active=False)
    assert "opens nothing" in client.get(path).content.decode()


def test_a_link_is_void_once_the_password_was_changed(rita_by_mail, client):
    ask(client)
    change_password(rita_by_mail, by=rita_by_mail, password="yet another horse")
    assert "opens nothing" in client.get(link()).content.decode()


def test_a_guessable_password_is_refused(rita_by_mail, client):
    ask(client)
    assert "too common" in set_by(client, link(), "password").content.decode()


def test_whoever_asks_again_and_again_has_to_wait(rita_by_mail, client):
    answers = [client.post(ASK, {"email": "rita@openai.example"}).status_code for _ in range(4)]
    assert answers == [302, 302, 302, 429]
    others = [client.post(ASK, {"email": f"n{n}@x.example"}).status_code for n in range(8)]
    assert others[-1] == 429


def test_where_no_mail_is_sent_the_page_says_what_helps(rita_by_mail, client, settings):
    settings.SENDS_EMAIL = False
    assert "sends no e-mail" in client.get(ASK).content.decode()
    assert ask(client).status_code == 409
    assert not mail.outbox
    assert f'href="{ASK}"' in client.get("/sign-in/").content.decode()
