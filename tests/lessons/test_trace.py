"""The trace and the thread: what they show, what they keep to themselves, where the line is broken."""

from __future__ import annotations

import datetime
from functools import partial

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from lessons.models import Lesson, SystemUpdate
from lessons.trace import threads_for, trace_of
from reviews.models import Review
from tests.factories import (
    DAY,
    make_confirmed_finding,
    make_endorsed_lesson,
    make_lesson,
    make_observation,
    make_shipped_update,
    make_update,
)
from tests.labels import bear
from tests.queries import count_queries

ANYONE = AnonymousUser()


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
    assert "Effect not verified yet: waits for rita" in gaps(trace.forward)[0]
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


def test_a_hidden_source_of_two_records_is_one(rita, leo, sam, mira, client) -> None:
    seen = make_observation(rita)
    findings = [make_confirmed_finding(rita, leo, observations=[seen]) for _ in range(2)]
    lesson = make_endorsed_lesson(rita, leo, sam, findings=findings)
    hidden = [node for node in nodes_of(trace_of(lesson, mira).back) if node.is_hidden]
    assert [node.is_repeated for node in hidden] == [False, True]
    assert threads_for([lesson], mira)[lesson.pk][0].count is None
    client.force_login(mira)
    page = client.get(f"/trace/{lesson.reference}/").content.decode()
    assert page.count("An observation not shared with you, as above") == 1


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
    assert gaps(trace_of(finding, rita).forward) == ["No lesson yet: waits for OpenAI, 41 days"]


def test_an_endorsed_lesson_without_an_outcome_is_a_gap(rita, leo, sam, mona) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    assert gaps(trace_of(lesson, mona).forward) == ["No outcome yet: waits for OpenAI, since today"]


def test_an_unsigned_lesson_names_who_has_not_signed(rita, leo, sam) -> None:
    lesson = make_endorsed_lesson(rita, leo, sam)
    assert gaps(trace_of(lesson, rita).forward) == [
        "Not endorsed yet: waits for Microsoft, since today"
    ]


def test_a_lesson_nobody_else_can_read_waits_for_its_owner_to_share_it(rita) -> None:
    assert gaps(trace_of(make_lesson(rita), rita).forward) == [
        "Not shared yet: waits for OpenAI, since today"
    ]


def test_a_shipped_update_names_its_person_to_those_who_may_know_them(line, mira, cleo) -> None:
    days = (timezone.localdate() - DAY).days
    assert gaps(trace_of(line["update"], mira).forward) == [
        f"Effect not verified yet: waits for rita, {days} days"
    ]
    update = bear(SystemUpdate.objects.get(), "green")
    assert gaps(trace_of(update, cleo).forward) == [
        f"Effect not verified yet: waits for OpenAI, {days} days"
    ]


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


@pytest.mark.exhaustive
def test_a_trace_asks_the_same_number_of_queries_for_one_and_for_ten(
    line, rita, leo, sam, mona
) -> None:
    def asked() -> dict[str, int]:
        nouns = ("seen", "finding", "lesson", "update", "version")
        return {noun: count_queries(partial(trace_of, line[noun], rita)) for noun in nouns}

    before = asked()
    for _ in range(9):
        finding = make_confirmed_finding(rita, leo, observations=[line["seen"]])
        line["lesson"].findings.add(finding)
        lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=[line["finding"], finding])
        make_shipped_update(rita, leo, lesson).lessons.add(line["lesson"])
    after = asked()
    assert {noun: after[noun] for noun in before if after[noun] > before[noun]} == {}
