"""The trace and the thread: what they show, what they keep to themselves, where the line is broken."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, Template
from django.utils import timezone

from lessons import transitions, update_transitions
from lessons.models import Lesson, SystemUpdate
from lessons.trace import threads_for, trace_of
from reviews.models import Finding, Observation, Review
from tests.factories import (
    DAY,
    make_confirmed_finding,
    make_endorsed_lesson,
    make_lesson,
    make_observation,
    make_published_practice,
    make_review,
    make_shipped_update,
    make_update,
)
from tests.queries import count_queries

ANYONE = AnonymousUser()


@pytest.fixture
def line(rita, leo, sam, mona):
    """A private observation of OpenAI whose line reaches a shipped update and a published practice."""
    seen = make_observation(rita, title="Secret: long chats drift")
    finding = make_confirmed_finding(rita, leo, observations=[seen], title="Chats drift")
    lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=[finding], title="Test long chats")
    update = make_shipped_update(rita, leo, lesson, title="Cap chats")
    version = make_published_practice(lesson, rita, leo, sam, mona)
    return {
        "seen": seen,
        "finding": finding,
        "lesson": lesson,
        "update": update,
        "version": version,
    }


def nodes_of(branches):
    """Return every node of some branches, however deep."""
    return [x for node in branches for x in (node, *nodes_of(node.children))]


def titles(branches) -> list[str]:
    return [node.title for node in nodes_of(branches) if node.title]


def gaps(branches) -> list[str]:
    return [node.gap for node in nodes_of(branches) if node.gap]


def test_the_trace_of_an_observation_leads_to_all_that_followed(line, rita) -> None:
    trace = trace_of(line["seen"], rita)
    assert trace.back == []
    assert titles(trace.forward) == [
        "Chats drift",
        "Test long chats",
        "Cap chats",
        "Test long chats",
    ]


def test_the_trace_of_a_practice_leads_back_to_what_was_seen(line, rita) -> None:
    assert titles(trace_of(line["version"], rita).back)[:3] == [
        "Test long chats", "Chats drift", "Secret: long chats drift",
    ]  # fmt: skip


def test_the_trace_of_a_practice_tells_what_else_its_lessons_led_to(line, rita) -> None:
    trace = trace_of(line["version"], rita)
    assert titles(trace.forward) == ["Test long chats", "Cap chats"]
    assert "Effect not verified yet: rita" in gaps(trace.forward)[0]
    assert str(trace.forward_title) == "What else its lessons led to"


def test_a_private_observation_keeps_its_place_and_nothing_else(line, mira, client) -> None:
    trace = trace_of(line["lesson"], mira)
    hidden = [node for node in nodes_of(trace.back) if node.is_hidden]
    assert [(node.kind, node.title, node.reference, node.url) for node in hidden] == [
        ("An observation", "", "", "")
    ]
    client.force_login(mira)
    page = client.get(f"/trace/{line['lesson'].reference}/").content.decode()
    assert "An observation not shared with you" in page
    for secret in ("Secret", line["seen"].reference, str(line["seen"].pk)):
        assert secret not in page


def test_hidden_sources_of_one_noun_share_a_line(rita, leo, mira) -> None:
    seen = [make_observation(rita) for _ in range(3)]
    finding = make_confirmed_finding(rita, leo, observations=seen)
    hidden = [node.kind for node in trace_of(finding, mira).back if node.is_hidden]
    assert hidden == ["3 observations"]


def test_what_the_other_side_makes_of_a_finding_in_private_is_not_counted(line, mira, rita) -> None:
    make_lesson(mira, findings=[line["finding"]], title="Their private lesson")
    forward = trace_of(line["finding"], rita).forward
    assert "Their private lesson" not in titles(forward)
    assert not any(node.is_hidden for node in nodes_of(forward))


def test_the_walk_ends_at_a_hidden_record(line, mira) -> None:
    """A visible finding behind a hidden lesson would tell what the lesson rests on."""
    Lesson.objects.filter(pk=line["lesson"].pk).update(label="amber_strict")
    back = trace_of(line["version"], mira).back
    assert [node.kind for node in nodes_of(back)] == ["A lesson"]


def test_every_record_s_page_leads_to_its_trace(line, rita, client) -> None:
    client.force_login(rita)
    for record in (*line.values(), line["finding"].review):
        page = client.get(record.get_absolute_url()).content.decode()
        assert f'href="/trace/{record.reference}/"' in page


def test_a_public_practice_has_a_public_trace_without_secrets(line, client) -> None:
    page = client.get("/trace/BP-1/").content.decode()
    assert "A lesson not shared with you" in page
    assert "Chats drift" not in page
    assert client.get(f"/trace/{line['finding'].reference}/").status_code == 404
    assert client.get("/trace/OAI-FND-00000/").status_code == 404
    assert client.get("/trace/nonsense/").status_code == 404


def test_a_record_on_two_paths_is_drawn_in_full_once(rita, leo, sam, mona) -> None:
    seen = make_observation(rita)
    findings = [make_confirmed_finding(rita, leo, observations=[seen]) for _ in range(2)]
    lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=findings)
    make_update(rita, lesson, title="The one update")
    forward = trace_of(seen, rita).forward
    assert titles(forward).count("The one update") == 1
    assert [x.is_repeated for x in nodes_of(forward) if x.title == lesson.title] == [False, True]


def test_a_finding_without_a_lesson_names_its_owner_and_the_days(rita, leo) -> None:
    finding = make_confirmed_finding(rita, leo)
    Review.objects.update(accepted_at=timezone.now() - datetime.timedelta(days=41))
    finding.refresh_from_db()
    assert gaps(trace_of(finding, rita).forward) == ["No lesson yet: OpenAI, 41 days"]


def test_an_endorsed_lesson_without_an_outcome_is_a_gap(rita, leo, sam, mona) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    assert gaps(trace_of(lesson, mona).forward) == ["No outcome yet: OpenAI, 0 days"]


def test_an_unsigned_lesson_names_who_has_not_signed(rita, leo, sam) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam)
    assert gaps(trace_of(lesson, rita).forward) == ["Not endorsed yet: Microsoft, 0 days"]


def test_a_lesson_nobody_else_can_read_waits_for_its_owner_to_share_it(rita) -> None:
    assert gaps(trace_of(make_lesson(rita), rita).forward) == ["Not shared yet: OpenAI, 0 days"]


def test_a_shipped_update_names_its_person_to_those_who_may_know_them(line, mira, cleo) -> None:
    days = (timezone.localdate() - DAY).days
    assert gaps(trace_of(line["update"], mira).forward) == [
        f"Effect not verified yet: rita, {days} days"
    ]
    SystemUpdate.objects.update(label="green")
    update = SystemUpdate.objects.get()
    assert gaps(trace_of(update, cleo).forward) == [f"Effect not verified yet: OpenAI, {days} days"]


def test_an_actioned_lesson_whose_outcomes_are_hidden_says_so(rita, leo, sam, mona, mira) -> None:
    make_shipped_update(rita, leo, make_endorsed_lesson(rita, leo, sam, mona))
    SystemUpdate.objects.update(label="amber_strict")
    lesson = Lesson.objects.get()
    forward = trace_of(lesson, mira).forward
    assert [(node.kind, node.is_hidden) for node in forward] == [("An outcome", True)]


def test_a_review_stands_on_what_its_findings_stand_on(line, rita) -> None:
    review = line["finding"].review
    assert titles(trace_of(review, rita).back) == ["Secret: long chats drift"]
    assert "Cap chats" in titles(trace_of(review, rita).forward)


@pytest.mark.parametrize("noun", ["seen", "finding", "lesson", "update", "version"])
def test_the_trace_asks_the_same_number_of_queries_for_one_and_for_ten(
    line, noun, rita, leo, sam, mona
) -> None:
    record = line[noun]
    before = count_queries(lambda: trace_of(record, rita))
    for _ in range(9):
        finding = make_confirmed_finding(rita, leo, observations=[line["seen"]])
        line["lesson"].findings.add(finding)
        lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=[line["finding"], finding])
        make_shipped_update(rita, leo, lesson).lessons.add(line["lesson"])
    assert count_queries(lambda: trace_of(record, rita)) <= before


# --- The thread -------------------------------------------------------------------------------


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
    update_transitions.verify_update(update, by=leo, how="Replayed 1,000 chats.")
    assert states(seen, rita) == ["done"] * 5


def test_an_unverified_update_keeps_a_thread_open_beside_a_verified_one(line, rita, leo) -> None:
    update_transitions.verify_update(line["update"], by=leo, how="Replayed 1,000 chats.")
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
