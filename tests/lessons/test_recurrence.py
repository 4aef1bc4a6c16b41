"""A finding like a lesson in force is proposed once; a person says whether the lesson came back."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from lessons import recurrence_transitions, transitions
from lessons.comparisons import why_alike
from lessons.models import Lesson, Recurrence
from lessons.recurring import JOB, propose_recent, propose_since
from lessons.states import LessonStatus
from reviews.models import Observation
from tests import factories
from tests.queries import count_queries
from tracker import sharing
from tracker.access import Denied, WrongState

WORDS = "Long chats drift away from the system prompt"


@pytest.fixture
def lesson(rita, leo, sam, mona):
    """A lesson that both partners endorsed."""
    return factories.make_endorsed_lesson(rita, leo, sam, mona, title=WORDS)


def again(by, lead, **fields):
    """Make a finding of a review held after the lesson stood."""
    review = factories.make_review(by, held_on=timezone.localdate() + datetime.timedelta(days=1))
    return factories.make_confirmed_finding(by, lead, review=review, title=WORDS, **fields)


def learn(lesson):
    """Let a lesson be learned, as it is in the database: its own rule is tested elsewhere."""
    Lesson.objects.filter(pk=lesson.pk).update(status=LessonStatus.ACTIONED)
    Lesson.objects.filter(pk=lesson.pk).update(
        status=LessonStatus.LEARNED, learned_on=timezone.localdate()
    )
    lesson.refresh_from_db()
    return lesson


@pytest.fixture
def proposed(lesson, mira, milo):
    """The other partner's finding, proposed as the lesson come back."""
    again(mira, milo)
    assert propose_recent() == 1
    return Recurrence.objects.get()


def test_a_confirmed_finding_like_a_lesson_in_force_is_proposed_with_its_reasons(proposed, rita):
    told = why_alike(proposed, rita)
    assert told.words == ("Both say: away, chats, drift, Long, prompt, system.",)


def test_the_job_can_run_twice_without_harm(proposed):
    assert (propose_recent(), propose_since(None), Recurrence.objects.count()) == (0, 0, 1)


def done_at(instant: datetime.datetime) -> None:
    """Let the job have been done last at an instant."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH job AS (INSERT INTO procrastinate_jobs (queue_name, task_name, status)"
            " VALUES ('default', %s, 'succeeded') RETURNING id)"
            " INSERT INTO procrastinate_events (job_id, type, at) SELECT id, 'succeeded', %s FROM job",
            [JOB, instant],
        )


@pytest.mark.parametrize(("last_done_in", "proposed"), [(None, 1), (6, 1), (-30, 1), (8, 0)])
def test_what_was_confirmed_while_no_worker_ran_is_compared_as_well(
    lesson, mira, milo, last_done_in, proposed
):
    """The control: what was looked at for a week since is not looked at any more."""
    again(mira, milo)
    if last_done_in is not None:
        done_at(timezone.now() + datetime.timedelta(days=last_done_in))
    assert propose_recent() == proposed


def test_what_was_rejected_is_never_proposed_again(proposed, mira):
    recurrence_transitions.reject_recurrence(proposed, by=mira)
    assert propose_since(None) == 0
    with pytest.raises(IntegrityError), transaction.atomic():
        Recurrence.objects.create(
            reference="RCR-X", finding=proposed.finding, lesson=proposed.lesson
        )


def test_a_finding_that_a_lesson_was_drawn_from_is_not_that_lesson_come_back(rita, leo, sam, mona):
    finding = again(rita, leo)
    factories.make_endorsed_lesson(rita, leo, sam, mona, title=WORDS, findings=[finding])
    assert propose_since(None) == 0


def test_what_was_found_before_the_lesson_stood_is_no_recurrence(lesson, rita, leo):
    factories.make_confirmed_finding(rita, leo, title=WORDS)
    assert propose_since(None) == 0


def test_a_learned_lesson_that_came_back_has_regressed_from_that_day(
    proposed, rita, leo, sam, mona
):
    factories.make_published_practice(proposed.lesson, rita, leo, sam, mona)
    learn(proposed.lesson)
    done = recurrence_transitions.confirm_recurrence(proposed, by=rita)
    done.lesson.refresh_from_db()
    assert (done.lesson.status, done.took_credit) == (LessonStatus.REGRESSED, True)
    assert done.decided_by == rita
    assert done.decided_at is not None


def test_a_lesson_that_nobody_called_learned_is_only_marked(proposed, rita):
    done = recurrence_transitions.confirm_recurrence(proposed, by=rita)
    done.lesson.refresh_from_db()
    assert (done.lesson.status, done.took_credit) == (LessonStatus.ENDORSED, False)


@pytest.mark.parametrize("verb", ["confirm_recurrence", "reject_recurrence"])
def test_reviewers_and_leads_of_either_side_decide(
    verb, proposed, rita, leo, mira, milo, olga, sam, mona, cleo, ada
):
    decide = getattr(recurrence_transitions, verb)
    for other in (olga, sam, mona, cleo, ada):
        with pytest.raises(Denied):
            decide(proposed, by=other)
    for one in (rita, leo, mira, milo):
        with transaction.atomic():
            decide(proposed, by=one)
            transaction.set_rollback(True)


def test_it_is_decided_once(proposed, rita):
    recurrence_transitions.reject_recurrence(proposed, by=rita)
    with pytest.raises(WrongState, match="proposed"):
        recurrence_transitions.confirm_recurrence(proposed, by=rita)


def test_only_who_sees_both_knows_of_it(proposed, rita, mira, cleo, leo, milo, ada):
    def seeing():
        people = (rita, mira, cleo, ada)
        return [user for user in people if Recurrence.objects.visible_to(user).exists()]

    assert seeing() == [rita, mira]
    factories.make_red(proposed.finding, milo, milo)
    assert seeing() == []


def test_a_private_lesson_is_compared_by_its_own_side_alone(rita, leo, sam, mira):
    lesson = factories.make_lesson(rita, title=WORDS, scope="own")
    transitions.endorse(lesson, by=sam)
    again(rita, leo)
    assert propose_recent() == 1
    assert not Recurrence.objects.visible_to(mira).exists()
    assert Recurrence.objects.visible_to(rita).exists()


def test_what_one_side_keeps_private_makes_no_shared_pair_likelier(lesson, rita, leo, mira, milo):
    again(mira, milo)
    for _ in range(30):  # to Rita's eyes every word of the pair is common
        factories.make_observation(rita, title=WORDS)
    assert propose_recent() == 1
    # The control: shared by all, they are boilerplate.
    Recurrence.objects.all()._raw_delete("default")
    for observation in Observation.objects.all():
        sharing.share(observation, by=leo)
    assert propose_recent() == 0


def test_the_database_says_who_decided(proposed):
    for values in ({"status": "confirmed"}, {"status": "rejected"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Recurrence.objects.filter(pk=proposed.pk).update(**values)


def test_the_database_refuses_a_decision_from_before_the_question(proposed, rita):
    decided = recurrence_transitions.reject_recurrence(proposed, by=rita)
    before = decided.proposed_at - datetime.timedelta(minutes=1)
    with pytest.raises(IntegrityError, match="after_it_was_proposed"), transaction.atomic():
        Recurrence.objects.filter(pk=decided.pk).update(decided_at=before)


def test_it_waits_on_the_home_page_of_who_decides(proposed, rita, olga, client):
    client.force_login(rita)
    assert "Is the lesson" in client.get("/").content.decode()
    client.force_login(olga)
    assert "Is the lesson" not in client.get("/").content.decode()


def test_its_pages_show_both_and_why(proposed, rita, client):
    client.force_login(rita)
    page = client.get(proposed.get_absolute_url()).content.decode()
    assert "Is this lesson back?" in page
    assert "Both say: away, chats" in page
    assert proposed.lesson.reference in client.get("/recurrences/").content.decode()
    assert client.get(f"/history/recurrence/{proposed.reference}/").status_code == 200


def test_a_practice_shows_that_a_lesson_behind_it_came_back(
    lesson, rita, leo, sam, mona, mira, milo, client
):
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    client.force_login(mira)
    address = version.practice.get_absolute_url()
    assert "came back after" not in client.get(address).content.decode()
    learn(lesson)
    again(mira, milo)
    propose_recent()
    recurrence_transitions.confirm_recurrence(Recurrence.objects.get(), by=mira)
    assert "came back after it was learned" in client.get(address).content.decode()
    shown = client.get(f"/api/v1/practice-versions/{version.reference}/").json()
    assert shown["has_come_back"] is True
    assert "A lesson behind it came back" in client.get("/reports/best-practices/").content.decode()


def test_the_list_asks_the_same_number_of_queries_however_many_there_are(
    proposed, rita, mira, milo, client
):
    client.force_login(rita)
    client.get("/recurrences/")
    before = count_queries(lambda: client.get("/recurrences/"))
    for _ in range(3):
        again(mira, milo)
    assert propose_recent() == 3
    assert count_queries(lambda: client.get("/recurrences/")) == before
