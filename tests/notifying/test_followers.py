"""Whoever follows something hears of records in it when they begin, are shared, move on or are linked."""

from __future__ import annotations

import datetime

import pytest
from django.db import connection

from lessons import update_transitions
from reviews.editing import edit_observation
from reviews.transitions import accept_review, dismiss_observation, submit_review
from tests import factories
from tests.store.conftest import sign_in
from tracker import sharing
from tracker.history.tracking import event_models
from tracker.models import NewsPosition, Notification
from tracker.notifying.followers import tell_followers
from tracker.notifying.following import follow, unfollow
from tracker.notifying.news import followed_nouns
from tracker.notifying.words import told_to

A_DAY = datetime.timedelta(days=1)

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def news(user) -> list[str]:
    """Let followers be told, and return the sentences that a person reads by that, oldest first."""
    Notification.objects.exclude(kind="followed").delete()
    tell_followers()
    return [one.text for one in told_to(user, user.notifications.order_by("id"))]


@pytest.fixture
def chat(rita, leo):
    """A system that the partners know of."""
    return sharing.share(factories.make_system(rita, name="Chat"), by=leo)


def test_whoever_follows_a_system_hears_of_what_is_seen_in_it(rita, leo, mira, chat):
    follow(by=leo, system=chat)
    follow(by=mira, system=chat)
    factories.make_observation(rita, title="Elsewhere", systems=[factories.make_system(rita)])
    seen = factories.make_observation(rita, title="Seen", systems=[chat])
    assert news(leo) == ["In what you follow: “Seen”, now new."]
    assert news(mira) == []
    sharing.share(seen, by=leo)
    assert news(mira) == ["In what you follow: “Seen”, now new."]
    assert len(news(leo)) == 1
    dismiss_observation(seen, by=rita, reason="A false alarm.")
    assert len(news(leo)) == len(news(mira)) == 2


def test_every_noun_about_a_system_is_news(rita, leo, sam, mona, milo, chat):
    follow(by=milo, system=chat)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, seen_in=[chat], title="L")
    review = factories.make_review(rita, system=chat, title="R")
    factories.make_finding(rita, review, systems=[chat], title="F")
    accept_review(submit_review(review, by=rita), by=leo)
    update = factories.make_update(rita, lesson, system=chat, title="U")
    sharing.share(update, by=leo)
    told = " ".join(news(milo))
    assert all(f"“{title}”" in told for title in ("L", "R", "F", "U"))
    update = update_transitions.accept_update(update, by=leo, assignee=rita, due_on=factories.DAY)
    assert news(milo)[-1] == "In what you follow: “U”, now accepted."


def test_whoever_follows_a_tag_hears_of_it_in_every_noun(rita, olga, leo):
    tag = factories.make_tag()
    follow(by=olga, tag=tag)
    factories.make_observation(rita, title="O", tags=[tag])
    factories.make_lesson(rita, title="L", tags=[tag])
    factories.make_lesson(rita, title="Without")
    assert [one.split("”")[0] for one in news(olga)] == [
        "In what you follow: “O",
        "In what you follow: “L",
    ]


def test_what_is_tagged_later_is_news_and_what_is_reworded_is_none(rita, olga):
    tag = factories.make_tag()
    follow(by=olga, tag=tag)
    seen = factories.make_observation(rita, title="Seen")
    assert news(olga) == []
    edit_observation(seen, by=rita, title="Worded anew")
    assert news(olga) == []
    edit_observation(seen, by=rita, tags=[tag])
    assert news(olga) == ["In what you follow: “Worded anew”, now new."]
    edit_observation(seen, by=rita, title="And again")
    assert len(news(olga)) == 1


def test_a_list_is_followed_with_its_filters(rita, leo, olga):
    follow(by=olga, list_name="lesson-list", query="scope=own&state=identified")
    factories.make_lesson(rita, title="Ours", scope="own")
    factories.make_lesson(rita, title="Joint")
    assert news(olga) == ["In what you follow: “Ours”, now identified."]


def test_what_was_there_before_is_no_news(rita, olga, chat):
    factories.make_observation(rita, systems=[chat])
    follow(by=olga, system=chat)
    assert news(olga) == []


def test_nobody_hears_of_what_they_did_nor_twice_of_one_thing(rita, olga, chat):
    tag = factories.make_tag()
    for person in (rita, olga):
        follow(by=person, system=chat)
        follow(by=person, tag=tag)
        follow(by=person, list_name="observation-list", query="q=seen")
    factories.make_observation(rita, title="Seen", systems=[chat], tags=[tag])
    assert (len(news(rita)), len(news(olga))) == (0, 1)


def test_who_follows_no_more_hears_no_more(rita, olga, chat):
    subscription = follow(by=olga, system=chat)
    unfollow(subscription, by=olga)
    factories.make_observation(rita, systems=[chat])
    assert news(olga) == []


def test_a_system_that_became_a_secret_is_followed_by_nobody_outside(rita, leo, mira, chat):
    follow(by=mira, system=chat)
    sharing.restrict(chat, by=leo, audience="amber_strict", reason="Not announced.")
    lesson = factories.make_lesson(rita, seen_in=[chat], scope="own")
    sharing.share(lesson, by=leo)
    assert news(mira) == []


def test_what_an_embargo_lets_out_is_news_then(rita, leo, milo, chat):
    follow(by=milo, system=chat)
    seen = factories.make_observation(rita, title="Later", systems=[chat])
    factories.make_embargoed(seen, leo)
    assert news(milo) == []
    NewsPosition.objects.update(looked_at=factories.end_embargo(seen).coming_at - A_DAY)
    follow_since_always(milo)
    assert news(milo) == ["In what you follow: “Later”, now new."]


def follow_since_always(user) -> None:
    """Let a person have followed for long: the end of an embargo of the tests lies in the past."""
    user.subscriptions.update(created_at="2020-01-01T00:00:00Z")


def test_what_raw_sql_changed_is_news_by_nobody(rita, chat):
    follow(by=rita, system=chat)
    factories.make_observation(rita, systems=[chat])
    assert news(rita) == []
    with connection.cursor() as cursor:
        cursor.execute("UPDATE reviews_observation SET status = 'confirmed'")
    assert len(news(rita)) == 1


def test_news_beside_a_transaction_that_still_runs_wait_and_none_is_passed_over(rita, olga, chat):
    follow(by=olga, system=chat)
    with sign_in("default") as slow:
        slow.execute("UPDATE tracker_aisystem SET description = 'slow'")
        factories.make_observation(rita, title="Seen", systems=[chat])
        assert news(olga) == []
        slow.commit()
    assert news(olga) == ["In what you follow: “Seen”, now new."]


def test_while_nobody_follows_nothing_is_kept_to_be_told(rita, olga, chat):
    factories.make_observation(rita, systems=[chat])
    assert tell_followers() > 0
    assert tell_followers() == 0


def test_each_noun_that_is_followed_has_events_and_a_state():
    assert followed_nouns() <= set(event_models())
    assert all(model._meta.get_field("status") for model in followed_nouns())


def test_much_news_are_told_batch_by_batch(rita, olga, chat, monkeypatch):
    monkeypatch.setattr("tracker.notifying.followers.BATCH", 3)
    follow(by=olga, system=chat)
    for _ in range(5):
        factories.make_observation(rita, systems=[chat])
    assert len(news(olga)) == 5
