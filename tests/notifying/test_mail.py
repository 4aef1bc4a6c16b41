"""Messages hold what their reader may see when they go out, under its label, and go out at least once."""

from __future__ import annotations

import datetime
import email
import email.policy
from typing import Any

import pytest
from django.core import mail
from django.db.models import F
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateWorker

from lessons.editing import edit_lesson
from tests import factories
from tests.jobs.conftest import nothing_to_do, wait_until
from tracker import sharing
from tracker.access import Denied
from tracker.models import Notification, User
from tracker.notifying.preferring import mail_time_of, prefer_mail
from tracker.notifying.sending import send_at_once, send_digests
from tracker.notifying.telling import tell
from tracker.states import MailTime

MORNING = timezone.now().replace(hour=7, minute=3)


@pytest.fixture(autouse=True)
def addresses(rita, leo, milo):
    """Give some of the cast an address."""
    for person in (rita, leo, milo):
        person.email = f"{person.username}@{person.organization.code.lower()}.example"
        person.save()


@pytest.fixture
def lesson(rita, leo, milo):
    """A lesson that was shared a while ago, and Milo told."""
    lesson = sharing.share(factories.make_lesson(rita, title="Chats grow long"), by=leo)
    a_while_passes()
    return lesson


def a_while_passes(minutes: int = 2) -> None:
    """Let all that was told be older."""
    passed = datetime.timedelta(minutes=minutes)
    Notification.objects.update(made_at=F("made_at") - passed)


def test_a_message_says_what_happened_under_its_label(milo, lesson):
    assert send_at_once() == 1
    (message,) = mail.outbox
    told = milo.notifications.get()
    assert message.to == ["milo@msft.example"]
    assert message.subject == "[TLP:AMBER] A record was shared with you"
    assert message.body.startswith("TLP:AMBER\n\n“Chats grow long” was shared with you.\n")
    assert message.body.rstrip().endswith("TLP:AMBER")
    assert f"http://localhost:8000/notifications/{told.pk}/" in message.body
    assert "http://localhost:8000/account/notifications/" in message.body
    headers = message.message()
    assert headers["X-TLP"] == "TLP:AMBER"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Message-ID"] == f"<{told.pk}@localhost>"


def test_it_goes_out_once(milo, lesson):
    assert (send_at_once(), send_at_once()) == (1, 0)
    assert milo.notifications.get().mailed_at is not None


def test_whoever_reads_it_within_a_minute_gets_no_message(client, rita, leo, milo):
    sharing.share(factories.make_lesson(rita), by=leo)
    assert send_at_once() == 0
    a_while_passes()
    client.force_login(milo)
    client.post("/notifications/read/")
    assert send_at_once() == 0


def test_what_may_not_be_seen_any_more_is_not_sent(milo, leo, lesson):
    sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Too early.")
    assert send_at_once() == 0
    sharing.share(lesson, by=leo)
    a_while_passes()
    assert send_at_once() == 1


def test_it_is_worded_when_it_goes_out(milo, rita, lesson):
    edit_lesson(lesson, by=rita, title="<Worded>\nanew")
    send_at_once()
    assert "“<Worded> anew” was shared with you." in mail.outbox[0].body


def test_of_what_is_for_people_by_name_nothing_is_put_into_a_mailbox(rita, leo):
    lesson = factories.make_red(factories.make_lesson(rita, title="A secret title"), leo, rita)
    a_while_passes()
    send_at_once()
    (message,) = mail.outbox
    assert message.subject == "[TLP:RED] A record is left to you by name"
    said = message.message().as_string()
    assert "secret" not in said
    assert lesson.reference not in said
    assert "It is for people by name; sign in to read it." in message.body


@pytest.mark.parametrize("name", ["is_active", "email"])
def test_a_closed_account_and_one_without_an_address_get_nothing(milo, lesson, name):
    User.objects.filter(pk=milo.pk).update(**{name: False if name == "is_active" else ""})
    assert send_at_once() == 0


def test_an_installation_without_e_mail_sends_nothing(settings, lesson):
    settings.SENDS_EMAIL = False
    assert (send_at_once(), send_digests(MORNING)) == (0, 0)


def test_old_news_is_no_message_any_more(lesson):
    a_while_passes(minutes=3 * 24 * 60)
    assert send_at_once() == 0


def test_a_refused_message_holds_up_no_other_and_is_tried_again_more_and_more_seldom(
    settings, rita, leo, milo, lesson, caplog
):
    tell([rita, milo], "assigned", lesson, "to both")
    a_while_passes()
    settings.EMAIL_BACKEND = "tests.notifying.backends.RefusesSome"
    assert send_at_once() == 2
    refused = rita.notifications.get()
    assert (refused.mailed_at, refused.mail_tries) == (None, 1)
    assert f"<{refused.pk}@localhost> was refused" in caplog.text
    assert "rita@" not in caplog.text
    for _ in range(60):
        a_while_passes(minutes=1)
        send_at_once()
    refused.refresh_from_db()
    assert refused.mail_tries == 6


def test_a_server_that_is_down_costs_no_message_its_turn(settings, milo, lesson):
    settings.EMAIL_BACKEND = "tests.notifying.backends.IsDown"
    with pytest.raises(ConnectionRefusedError):
        send_at_once()
    assert milo.notifications.get().mail_tries == 0


# --- Once a day ---------------------------------------------------------------------------------


@pytest.fixture
def daily(milo) -> User:
    """Milo, who wants one message a day."""
    prefer_mail(milo, by=milo, mail="daily")
    found: User = milo
    return found


def test_a_digest_holds_everything_under_the_narrowest_label(daily, leo, rita, sam, lesson):
    green = factories.make_green(factories.make_lesson(rita, title="For all"), sam)
    tell([daily], "assigned", green, "key")
    assert send_at_once() == 0
    assert send_digests(MORNING) == 1
    (message,) = mail.outbox
    assert message.subject.startswith("[TLP:AMBER] 3 new in")
    assert "TLP:AMBER\n“Chats grow long” was shared with you." in message.body
    assert "TLP:GREEN\n“For all” is yours now." in message.body
    assert message.message()["Message-ID"] == f"<{daily.pk}.{MORNING.date()}@localhost>"


def test_there_is_one_digest_a_day(daily, rita, leo, lesson):
    assert (send_digests(MORNING), send_digests(MORNING)) == (1, 0)
    sharing.share(factories.make_lesson(rita), by=leo)
    later = MORNING + datetime.timedelta(hours=5)
    assert send_digests(later) == 0
    assert send_digests(MORNING + datetime.timedelta(days=1)) == 1


def test_before_the_hour_no_digest_goes_out(daily, lesson):
    assert send_digests(MORNING.replace(hour=5)) == 0


def test_a_digest_of_nothing_that_may_be_seen_is_none(daily, leo, lesson):
    sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Too early.")
    assert send_digests(MORNING) == 0


# --- Choosing -----------------------------------------------------------------------------------


def test_a_person_chooses_on_a_page(client, milo, lesson):
    client.force_login(milo)
    assert mail_time_of(milo) == MailTime.AT_ONCE
    page = client.get("/account/notifications/").content.decode()
    assert "milo@msft.example" in page
    client.post("/account/notifications/", {"mail": "none"})
    assert mail_time_of(milo) == MailTime.NONE
    assert (send_at_once(), send_digests(MORNING)) == (0, 0)
    assert client.post("/account/notifications/", {"mail": "hourly"}).status_code == 400


def test_the_page_says_why_none_would_come(client, settings, mira):
    client.force_login(mira)
    assert "has no address" in client.get("/account/notifications/").content.decode()
    settings.SENDS_EMAIL = False
    assert "sends no e-mail" in client.get("/account/notifications/").content.decode()


def test_a_program_chooses_for_its_person(client, milo):
    client.force_login(milo)
    address = "/api/v1/notification-preferences/"
    assert client.get(address).json() == {"mail": "at_once"}
    sent = {"data": {"mail": "daily"}, "content_type": "application/json"}
    assert client.patch(address, **sent).json() == {"mail": "daily"}
    assert mail_time_of(milo) == MailTime.DAILY
    wrong: Any = {"data": {"mail": "hourly"}, "content_type": "application/json"}
    assert client.patch(address, **wrong).status_code == 400


def test_nobody_chooses_for_another(milo, mona):
    with pytest.raises(Denied):
        prefer_mail(milo, by=mona, mail="none")


# --- At least once ------------------------------------------------------------------------------


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("preference", "job"),
    [
        ("at_once", "tracker.send_at_once"),
        ("daily", "tests.send_digests_in_the_morning"),
    ],
)
def test_a_worker_killed_between_sending_and_marking_sends_the_same_message_again(
    workers, milo, lesson, tmp_path, preference, job
):
    prefer_mail(milo, by=milo, mail=preference)
    environment = {
        "TESTS_MAIL": str(tmp_path),
        "TESTS_EMAIL_BACKEND": "tests.notifying.backends.KillsAfterTheFirst",
    }
    app.configure_task(job, queueing_lock="tests").defer(timestamp=0)
    assert workers(**environment).wait(timeout=60) == -9
    assert milo.notifications.get().mailed_at is None
    wait_until(workers_are_silent, "the silence of the killed worker")
    workers(**environment)
    wait_until(nothing_to_do, "the message sent again")
    first, again = (
        email.message_from_bytes(one.read_bytes(), policy=email.policy.default)
        for one in sorted(tmp_path.iterdir())
    )
    assert first["Message-ID"] == again["Message-ID"]
    assert first.get_content() == again.get_content()
    assert milo.notifications.get().mailed_at is not None


def workers_are_silent() -> bool:
    """Say whether no worker has been heard of for as long as the tests' workers wait."""
    since = timezone.now() - datetime.timedelta(seconds=1.2)
    return not ProcrastinateWorker.objects.filter(last_heartbeat__gte=since).exists()
