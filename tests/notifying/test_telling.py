"""The same thing is told to the same person once, and only if what it tells of happened."""

from __future__ import annotations

import threading

import pytest
from django.db import connections, transaction

from lessons import transitions
from tests import factories
from tracker.models import Notification, User
from tracker.notifying.kinds import all_kinds
from tracker.notifying.telling import tell
from tracker.recording import recorded


def told(user) -> list[str]:
    """Return the kinds of what a person was told, oldest first."""
    return list(user.notifications.order_by("id").values_list("kind", flat=True))


def test_what_is_told_again_under_its_key_is_told_once(rita, leo):
    lesson = factories.make_lesson(rita)
    for _ in range(3):
        tell([leo], "assigned", lesson, "one key")
    tell([leo, rita], "assigned", lesson, "another key")
    assert (told(leo), told(rita)) == (["assigned"] * 2, ["assigned"])


def test_nobody_is_told_what_they_did_themselves(rita, leo):
    tell([leo, rita], "assigned", factories.make_lesson(rita), "key", by=rita)
    assert (told(leo), told(rita)) == (["assigned"], [])


def test_programs_and_closed_accounts_are_told_nothing(rita, leo, mira):
    leo.is_service, mira.is_active = True, False
    tell([leo, mira], "assigned", factories.make_lesson(rita), "key")
    assert not Notification.objects.exists()


def test_a_kind_that_is_in_no_table_is_a_mistake(rita):
    with pytest.raises(AssertionError, match="add it to the table of kinds"):
        tell([rita], "asigned", factories.make_lesson(rita), "key")


@pytest.mark.parametrize("kind", all_kinds())
def test_every_kind_says_something_of_a_record_and_nothing_of_it_in_its_heading(kind):
    one = all_kinds()[kind]
    assert "{" not in str(one.heading)
    said = str(one.sentence).format(title="THE TITLE", state="open", due="1 Dec 2026")
    assert "THE TITLE" in said


class Broken(Exception):
    pass


def test_what_did_not_happen_is_not_told(rita, leo):
    lesson = factories.make_lesson(leo)

    @recorded("tests.lesson.broken")
    def broken(*, by: User) -> None:
        transitions.reassign_lesson(lesson, by=by, assignee=rita)
        assert told(rita) == ["assigned"]
        raise Broken

    with pytest.raises(Broken):
        broken(by=leo)
    assert told(rita) == []


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_eight_at_once_tell_once(rita, leo, mira, milo):
    lesson = factories.make_lesson(rita)
    everyone = [rita, leo, mira, milo]

    def run(turn: int) -> None:
        try:
            # Each in an order of their own: they must not wait for one another in a circle.
            with transaction.atomic():
                tell(everyone[turn % 4 :] + everyone[: turn % 4], "assigned", lesson, "key")
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[turn]) for turn in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(Notification.objects.values_list("user__username", flat=True)) == [
        "leo", "milo", "mira", "rita",
    ]  # fmt: skip
