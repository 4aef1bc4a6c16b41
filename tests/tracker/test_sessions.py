"""A session ends after a working day, and after an hour of silence."""

from __future__ import annotations

import time

import pytest
from django.conf import settings

from tracker.sessions import BEGAN, SEEN

HOME = "/observations/new/"


@pytest.mark.parametrize(
    ("began", "seen", "status"),
    [
        (0, 0, 200),
        (settings.SESSION_COOKIE_AGE - 60, settings.SESSION_IDLE_SECONDS - 60, 200),
        (settings.SESSION_COOKIE_AGE + 60, 0, 302),
        (settings.SESSION_IDLE_SECONDS + 60, settings.SESSION_IDLE_SECONDS + 60, 302),
    ],
    ids=["fresh", "nearly over", "a day old", "silent for an hour"],
)
def test_a_session_of_this_age_and_silence(rita, client, began, seen, status) -> None:
    client.force_login(rita)
    session, now = client.session, int(time.time())
    session[BEGAN], session[SEEN] = now - began, now - seen
    session.save()
    assert client.get(HOME).status_code == status


def test_what_ended_stays_ended(rita, client) -> None:
    client.force_login(rita)
    session = client.session
    session[BEGAN] = session[SEEN] = int(time.time()) - settings.SESSION_COOKIE_AGE - 60
    session.save()
    key = session.session_key
    client.get(HOME)
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    assert client.get(HOME).status_code == 302


def test_reading_on_does_not_write_each_time(rita, client, django_assert_max_num_queries) -> None:
    client.force_login(rita)
    client.get(HOME)
    before = client.session[SEEN]
    client.get(HOME)
    assert client.session[SEEN] == before
