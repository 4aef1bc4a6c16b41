"""What a person reads of what they were told: in words of now, and only of what they may see now."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from django.urls import reverse

from lessons.editing import edit_lesson
from lessons.models import Lesson
from tests import factories
from tests.queries import count_queries
from tracker import sharing
from tracker.models import Notification
from tracker.notifying.counting import MOST, count_unread
from tracker.notifying.telling import tell

PAGE = "/notifications/"
API = "/api/v1/notifications/"


@pytest.fixture
def lesson(rita, leo, milo) -> Lesson:
    """A lesson that was shared, and the other side's lead told."""
    lesson: Lesson = sharing.share(factories.make_lesson(rita, title="Chats grow long"), by=leo)
    assert milo.notifications.count() == 1
    return lesson


def words(client) -> str:
    """Return the page as text."""
    text = re.sub(r"<[^>]+>", " ", client.get(PAGE).content.decode())
    return " ".join(text.split())


def listed(client, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{API}{query}").json()["results"]
    return found


def test_a_line_says_what_happened_to_which_record_and_its_label(client, milo, leo, lesson):
    client.force_login(milo)
    assert "TLP:AMBER “ Chats grow long ” was shared with you." in words(client)
    assert f"{lesson.reference} , by {leo}" in words(client)
    (line,) = listed(client)
    assert line["sentence"] == "“Chats grow long” was shared with you."
    assert line["heading"] == "A record was shared with you"
    assert line["record"]["url"] == lesson.get_absolute_url()
    assert (line["label"], line["kind"], line["read_at"]) == ("amber", "shared", None)
    assert client.get(API)["X-TLP"] == client.get(PAGE)["X-TLP"] == "TLP:AMBER"


def test_it_is_said_in_the_words_of_now(client, milo, rita, lesson):
    edit_lesson(lesson, by=rita, title="Chats that grow <long>")
    client.force_login(milo)
    assert "Chats that grow &lt;long&gt;" in client.get(PAGE).content.decode()
    assert listed(client)[0]["sentence"] == "“Chats that grow <long>” was shared with you."


def test_what_may_not_be_seen_any_more_is_told_as_nothing(client, milo, leo, lesson):
    client.force_login(milo)
    address = reverse("notification", kwargs={"key": milo.notifications.get().pk})
    sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Too early.")
    assert "Nothing has been told you yet" in words(client)
    assert lesson.reference not in client.get(PAGE).content.decode()
    assert listed(client) == []
    assert count_unread(milo) == 0
    assert client.get(address).status_code == 404
    assert client.post(f"{address}read/").status_code == 404
    assert client.post(f"{API}{milo.notifications.get().pk}/read/").status_code == 404
    sharing.share(lesson, by=leo)
    assert count_unread(milo) == 1


def test_nobody_reads_what_another_was_told(client, milo, leo, mona, lesson):
    client.force_login(mona)
    key = milo.notifications.get().pk
    assert client.get(f"{PAGE}{key}/").status_code == 404
    assert client.post(f"{PAGE}{key}/read/").status_code == 404
    assert client.post(f"{API}{key}/read/").status_code == 404
    assert listed(client) == []
    client.post(f"{PAGE}read/")
    client.post(f"{API}read-all/")
    assert milo.notifications.unread().count() == 1


def test_whoever_follows_a_line_has_read_it(client, milo, lesson):
    client.force_login(milo)
    told = milo.notifications.get()
    assert client.get(f"{PAGE}{told.pk}/").url == lesson.get_absolute_url()
    told.refresh_from_db()
    first = told.read_at
    client.get(f"{PAGE}{told.pk}/")
    told.refresh_from_db()
    assert told.read_at == first is not None
    assert "Earlier" in words(client)
    assert "New " not in words(client).split("Notifications", 3)[-1]


def test_the_top_of_each_page_says_how_much_is_new(client, milo, rita, lesson):
    client.force_login(milo)
    top = '<span class="unread">1</span>'
    assert top in client.get("/lessons/").content.decode()
    client.post(f"{PAGE}{milo.notifications.get().pk}/read/")
    assert 'class="unread"' not in client.get("/lessons/").content.decode()
    for number in range(101):
        tell([milo], "shared", lesson, f"{number}")
    assert '<span class="unread">99+</span>' in client.get("/lessons/").content.decode()


def test_what_is_hidden_among_the_newest_does_not_hide_what_is_older(milo, rita, leo, lesson):
    secret = sharing.share(factories.make_lesson(rita), by=leo)
    for number in range(MOST):
        tell([milo], "shared", secret, f"{number}")
    assert count_unread(milo) == MOST + 1
    sharing.restrict(secret, by=leo, audience="amber_strict", reason="Too early.")
    assert count_unread(milo) == 1  # the lesson, which is older than a page of what is hidden now


def test_however_many_nouns_there_is_news_of_two_queries_count_it(milo, rita, leo, lesson):
    nobody_told = count_queries(partial(count_unread, rita))
    assert nobody_told == 1
    before = count_queries(partial(count_unread, milo))
    for record in (
        factories.make_item(leo),
        sharing.share(factories.make_observation(rita), by=leo),
    ):
        tell([milo], "assigned", record, f"{record.pk}")
    assert count_queries(partial(count_unread, milo)) == before == 2


def test_all_is_read_up_to_what_was_seen(client, milo, lesson):
    client.force_login(milo)
    page = client.get(PAGE).content.decode()
    newest = re.search(r'name="newest" value="([^"]+)"', page)
    assert newest
    tell([milo], "assigned", lesson, "meanwhile")
    client.post(f"{PAGE}read/", {"newest": newest[1]})
    assert list(milo.notifications.unread().values_list("kind", flat=True)) == ["assigned"]
    client.post(f"{PAGE}read/", {"newest": "no key"})
    assert not milo.notifications.unread().exists()


def test_a_program_marks_as_read_and_asks_for_what_is_not(client, milo, lesson):
    client.force_login(milo)
    tell([milo], "assigned", lesson, "more")
    (newer, older) = listed(client)
    assert client.post(f"{API}{older['id']}/read/").status_code == 204
    assert [one["id"] for one in listed(client, "?unread=true")] == [newer["id"]]
    assert [one["id"] for one in listed(client, "?unread=false")] == [older["id"]]
    assert client.post(f"{API}read-all/", {}, content_type="application/json").json() == {"read": 1}
    assert listed(client, "?unread=true") == []


def test_someone_who_may_not_be_known_is_not_named(client, cleo, leo, sam, rita):
    lesson = factories.make_green(factories.make_lesson(rita), sam)
    tell([cleo], "assigned", lesson, "key", by=leo)
    client.force_login(cleo)
    assert listed(client)[0]["by"] == "someone at OpenAI"


def test_what_is_told_of_a_secret_system_is_for_those_who_may_see_it(client, milo, leo, sam, rita):
    item = factories.make_item(leo)
    tell([milo], "item-decided", item, "key")
    assert count_unread(milo) == 2  # its system was shared, too
    sharing.restrict(item.system, by=leo, audience="amber_strict", reason="Not announced.")
    assert count_unread(milo) == 0


def test_every_noun_that_is_told_of_can_be_named(client, milo, rita, leo, sam, mona):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    asked = factories.make_endorsed_lesson(
        rita, leo, sam, mona, cause_in=[factories.make_system(leo)]
    )
    item = factories.make_item_to_sign(rita, leo)
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    for record in (
        lesson,
        item,
        item.cycle,
        item.system,
        version,
        factories.make_update(rita, lesson),
        asked.dispositions.get(),
    ):
        tell([leo], "assigned", record, f"{record.pk}")
    client.force_login(leo)
    assert client.get(PAGE).status_code == client.get(API).status_code == 200


@pytest.mark.parametrize("address", [PAGE, API, "/"])
def test_more_lines_ask_no_more_queries(client, milo, rita, leo, lesson, address):
    client.force_login(milo)

    def more() -> None:
        for _ in range(3):
            sharing.share(factories.make_lesson(rita), by=leo)
            item = factories.make_item(leo)
            tell([milo], "item-decided", item, f"{item.pk}", by=leo)
        first = milo.notifications.first()
        Notification.objects.filter(pk=first.pk).update(read_at=first.made_at)

    more()
    client.get(address)  # the first notes when the session was seen
    before = count_queries(partial(client.get, address))
    more()
    more()
    assert count_queries(partial(client.get, address)) == before
