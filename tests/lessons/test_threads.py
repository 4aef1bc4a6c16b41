"""The thread: how far a row has come, where it waits, and what it keeps to itself."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.utils import timezone

from lessons import practice_editing, transitions, update_transitions
from lessons.models import Lesson
from lessons.trace import threads_for, trace_of
from reviews.models import Finding, Observation
from tests.factories import (
    DAY,
    judge_effect,
    make_confirmed_finding,
    make_endorsed_lesson,
    make_lesson,
    make_observation,
    make_review,
    make_shipped_update,
    make_update,
)
from tests.queries import count_queries

ANYONE = AnonymousUser()


def states(record, user) -> list[str]:
    return [station.state for station in threads_for([record], user)[record.pk]]


def test_a_thread_stops_at_the_first_gap(rita, leo, sam, mona) -> None:
    seen = make_observation(rita)
    assert states(seen, rita) == ["done", "gap", "ahead", "ahead", "ahead"]
    finding = make_confirmed_finding(rita, leo, observations=[seen])
    assert states(seen, rita) == ["done", "done", "gap", "ahead", "ahead"]
    lesson = make_endorsed_lesson(rita, leo, sam, findings=[finding])
    assert states(seen, rita) == ["done", "done", "gap", "ahead", "ahead"]
    lesson = transitions.endorse(lesson, by=mona)
    assert states(finding, rita) == ["done", "done", "done", "gap", "ahead"]
    update = make_update(rita, lesson)
    assert states(update, rita) == ["done", "done", "done", "gap", "ahead"]
    later = timezone.localdate() + datetime.timedelta(days=9)
    update = update_transitions.accept_update(update, by=leo, assignee=rita, due_on=later)
    assert states(lesson, rita) == ["done", "done", "done", "done", "current"]
    update = update_transitions.ship_update(update, by=rita, shipped_on=DAY)
    assert states(lesson, rita) == ["done", "done", "done", "done", "gap"]
    judge_effect(update, by=leo, seen="Replayed 1,000 chats.")
    assert states(seen, rita) == ["done"] * 5


def test_an_unverified_update_keeps_a_thread_open_beside_a_verified_one(line, rita, leo) -> None:
    judge_effect(line["update"], by=leo, seen="Replayed 1,000 chats.")
    assert states(line["lesson"], rita)[4] == "done"
    make_shipped_update(rita, leo, line["lesson"])
    verified = threads_for([line["lesson"]], rita)[line["lesson"].pk][4]
    assert (verified.state, verified.label) == ("gap", "1 of 2: Effect not verified yet")


def test_a_month_is_a_date(rita) -> None:
    seen = make_observation(rita, occurred_precision="month")
    assert threads_for([seen], rita)[seen.pk][0].date_precision == "month"
    assert trace_of(seen, rita).here.date_precision == "month"


def test_a_thread_says_what_it_may_not_show(line, mira) -> None:
    first = threads_for([line["lesson"]], mira)[line["lesson"].pk][0]
    assert (first.state, first.label, first.url) == ("done", "not shared with you", "")


def test_a_lesson_written_straight_away_began_after_two_stations(rita) -> None:
    assert states(make_lesson(rita), rita) == ["absent", "absent", "gap", "ahead", "ahead"]


def test_a_second_lesson_s_thread_is_its_own_though_the_first_is_verified(
    line, rita, leo, client
) -> None:
    judge_effect(line["update"], by=leo, seen="Replayed 1,000 chats.")
    second = make_endorsed_lesson(rita, leo, findings=[line["finding"]])
    stations = threads_for([second], rita)[second.pk]
    assert [x.state for x in stations] == ["done", "done", "gap", "ahead", "ahead"]
    assert stations[2].label == "Not endorsed yet"
    client.force_login(rita)
    for address in (second.get_absolute_url(), f"/trace/{second.reference}/"):
        assert "not shared with you" not in client.get(address).content.decode()


def test_a_second_update_s_thread_is_its_own_though_the_first_is_verified(line, rita, leo) -> None:
    judge_effect(line["update"], by=leo, seen="Replayed 1,000 chats.")
    second = make_update(rita, Lesson.objects.get())
    assert states(second, rita) == ["done", "done", "done", "gap", "ahead"]
    second = update_transitions.accept_update(
        second, by=leo, assignee=rita, due_on=timezone.localdate()
    )
    assert states(second, rita) == ["done", "done", "done", "done", "current"]


def test_a_draft_practice_s_thread_is_its_own_beside_an_update(rita, leo, sam, mona) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    update = make_update(rita, lesson)
    version = practice_editing.draft_practice(lesson, by=rita)
    for accepted in (False, True):
        if accepted:
            update_transitions.accept_update(update, by=leo, assignee=rita, due_on=DAY)
        outcome, verified = threads_for([version], rita)[version.pk][3:]
        assert (outcome.label, verified.state) == ("Not published yet", "ahead")


def test_a_positive_finding_waits_for_nobody(rita, leo) -> None:
    finding = make_confirmed_finding(rita, leo, is_positive=True)
    assert states(finding, rita) == ["absent", "done", "ahead", "ahead", "ahead"]


def test_a_practice_follows_the_updates_of_its_lessons(line, rita) -> None:
    assert states(line["version"], rita) == ["done", "done", "done", "done", "gap"]


def test_a_page_of_rows_asks_as_many_queries_as_one_row(line, rita, leo) -> None:
    one = count_queries(lambda: threads_for(Finding.objects.select_related("review"), rita))
    for _ in range(9):
        make_confirmed_finding(rita, leo, observations=[make_observation(rita)])
    rows = list(Finding.objects.select_related("review", "owner"))
    assert count_queries(lambda: threads_for(rows, rita)) <= one
    assert len(threads_for(rows, rita)) == 10


def test_rows_of_every_noun_have_threads(line, rita) -> None:
    rows = [*line.values(), line["finding"].review, make_review(rita)]
    assert all(len(stations) == 5 for stations in threads_for(rows, rita).values())


def test_the_tags_draw_for_the_page_s_reader(line) -> None:
    template = Template("{% load trace %}{% record_thread record %}{% record_trace record %}")
    html = template.render(Context({"record": line["version"], "user": ANYONE}))
    assert "not shared with you" in html
    assert "Secret" not in html
    assert Observation.objects.get().reference not in html
