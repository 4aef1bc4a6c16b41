"""A record's history reads as a story, byte for byte and only as far as its reader may see."""

from __future__ import annotations

import datetime
import time

import pytest
from django.db import DataError, connection
from django.utils import timezone

from lessons import editing as lessons_editing
from lessons.models import Lesson
from reviews import editing as reviews_editing
from tests.factories import (
    end_embargo,
    make_embargoed,
    make_endorsed_lesson,
    make_finding,
    make_lesson,
    make_observation,
    make_system,
    make_tag,
)
from tests.labels import bear, consent_to
from tests.queries import count_queries
from tracker import sharing
from tracker.history.telling import compare, tell, versions_before, whole
from tracker.history.versions import Story
from tracker.models import Recipient

ODD = (
    "Zero\u200bwidth, \u202eturned\u202c, e\u0301 and \u00e9, 🧑‍🔬, tab\tand\r\nline ends, "
    + "long " * 5000
)


def told(record, reader):
    """Return a record's story, oldest version first."""
    story = Story(record, reader)
    return tell(story, list(reversed(versions_before(story, None, 1000))))


def read(record, reader, number):
    """Return the fields of one version as its reader gets them."""
    found = whole(Story(record, reader), number)
    assert found is not None
    return found.state.fields


def page(client, record, **asked):
    """Return the page of a record's history as text."""
    answer = client.get(f"/history/{record._meta.model_name}/{record.reference}/", asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_two_edits_are_three_versions_each_with_who_and_what(rita):
    observation = make_observation(rita, title="Drifts in long chats")
    reviews_editing.edit_observation(observation, by=rita, title="Drifts in very long chats")
    reviews_editing.edit_observation(observation, by=rita, description="After ten turns.")
    first, second, third = told(observation, rita)
    assert [one.done for one in (first, second, third)] == ["Captured", "Edited", "Edited"]
    assert {one.actor for one in (first, second, third)} == {"rita"}
    (title,) = second.changes
    assert [(p.kind, p.text) for p in title.pieces] == [
        ("same", "Drifts in "),
        ("come", "very "),
        ("same", "long chats"),
    ]
    (detail,) = third.changes
    assert (detail.label, detail.before, detail.after) == ("In detail", "", "After ten turns.")


def test_version_one_reads_back_byte_for_byte(rita):
    observation = make_observation(
        rita, title="x" * 500, description=ODD, occurred_on=datetime.date(1999, 12, 31)
    )
    reviews_editing.edit_observation(
        observation, by=rita, title="y", description="", occurred_on=datetime.date(2000, 1, 1)
    )
    state = read(observation, rita, 1)
    assert state["description"].encode() == ODD.encode()
    assert state["title"] == "x" * 500
    assert state["occurred_on"] == datetime.date(1999, 12, 31)
    assert state["created_at"] == observation.created_at


def test_a_nul_is_refused_before_it_could_be_lost(rita):
    with pytest.raises(DataError, match="NUL"):
        make_observation(rita, title="a\x00b")


def test_relations_come_and_go_by_name(rita):
    tag = make_tag("MEASURE-2.7")
    system = make_system(rita, name="GPT-4")
    observation = make_observation(rita, systems=[system])
    reviews_editing.edit_observation(observation, by=rita, tags=[tag], systems=[])
    changes = {one.label: one for one in told(observation, rita)[-1].changes}
    assert changes["Tags"].added == ("nist-ai-rmf:MEASURE-2.7 MEASURE-2.7",)
    assert changes["Systems"].removed == (f"GPT-4 ({system.reference})",)


def test_choices_read_by_label_and_dates_in_words(rita):
    observation = make_observation(rita)
    reviews_editing.edit_observation(
        observation, by=rita, confidence="verified", occurred_on=datetime.date(2026, 3, 3)
    )
    changes = {one.name: (one.before, one.after) for one in told(observation, rita)[-1].changes}
    assert changes["confidence"] == ("Reported", "Verified")
    assert changes["occurred_on"] == ("2 Mar 2026", "3 Mar 2026")


def test_versions_before_sharing_are_one_line_without_count_or_dates(client, rita, leo, milo):
    lesson = make_lesson(rita, title="Secret wording")
    for number in range(3):
        lessons_editing.edit_lesson(lesson, by=rita, title=f"Secret wording {number}")
    lessons_editing.edit_lesson(lesson, by=rita, title="Shared wording")
    lesson = sharing.share(lesson, by=leo)
    (only,) = told(lesson, milo)
    assert (only.number, only.done, only.changes, only.follows_hidden) == (1, "Shared", (), True)
    client.force_login(milo)
    shown = page(client, lesson)
    assert shown.count("Earlier versions were not shared with you.") == 1
    assert "Secret wording" not in shown
    assert len(told(lesson, rita)) == 6
    client.force_login(rita)
    assert "not shared with you" not in page(client, lesson)


def test_a_version_that_was_narrower_is_left_out_and_said_so(rita, leo, milo):
    lesson = sharing.share(make_lesson(rita, title="One"), by=leo)
    Lesson.objects.filter(pk=lesson.pk).update(label="amber_strict")
    Lesson.objects.filter(pk=lesson.pk).update(title="Hidden words")
    consent_to(Lesson.objects.get(), "amber")
    Lesson.objects.filter(pk=lesson.pk).update(label="amber", title="Two")
    lesson.refresh_from_db()
    first, second = told(lesson, milo)
    assert (first.follows_hidden, second.follows_hidden) == (True, True)
    assert [(one.before, one.after) for one in second.changes] == [("One", "Two")]


def test_an_embargo_lets_out_what_was_current_when_it_ended_and_nothing_before(
    client, rita, leo, milo
):
    lesson = make_embargoed(make_lesson(rita, title="Draft words"), leo)
    lessons_editing.edit_lesson(lesson, by=rita, title="Final words")
    lesson = end_embargo(lesson)
    assert len(told(lesson, milo)) == 1
    client.force_login(milo)
    assert "Final words" in page(client, lesson, version=1)
    assert "Draft" not in page(client, lesson)


def test_an_embargo_called_off_in_time_never_let_anything_out(rita, leo, milo):
    lesson = make_lesson(rita, title="Under embargo")
    soon = timezone.now() + datetime.timedelta(seconds=0.2)
    lesson = make_embargoed(lesson, leo, at=soon)
    sharing.restrict(lesson, by=leo, audience="amber_strict", reason="Not yet.")
    time.sleep(0.3)
    lesson = sharing.share(lesson, by=leo)
    assert len(told(lesson, milo)) == 1


def test_a_red_past_is_for_the_people_it_named(rita, leo, sam, milo):
    lesson = make_lesson(rita, title="Named only")
    Lesson.objects.filter(pk=lesson.pk).update(label="red")
    Recipient.objects.create(user=sam, record_id=lesson.pk)
    Lesson.objects.filter(pk=lesson.pk).update(title="Words while red")
    consent_to(Lesson.objects.get(), "amber")
    Lesson.objects.filter(pk=lesson.pk).update(label="amber", title="For the partners")
    lesson.refresh_from_db()
    titles = {
        reader.username: [read(lesson, reader, one.number)["title"] for one in told(lesson, reader)]
        for reader in (sam, leo, milo)
    }
    assert titles == {
        "sam": ["Named only", "Named only", "Words while red", "For the partners"],
        "leo": ["Named only", "For the partners"],
        "milo": ["For the partners"],
    }


def test_a_related_record_that_is_not_shared_is_neither_named_nor_counted(rita, leo, milo):
    lesson = sharing.share(make_lesson(rita), by=leo)
    secret = make_finding(rita, title="Secret finding")
    before = told(lesson, milo)
    lesson.findings.add(secret)
    assert told(lesson, milo) == before
    changes = {one.label: one.added for one in told(lesson, rita)[-1].changes}
    assert changes["Findings"] == (f"Secret finding ({secret.reference})",)


def test_a_reporter_stays_unnamed_outside_in_history_too(client, rita, leo, milo):
    observation = make_observation(rita, reporter="Whistle Blower")
    with connection.cursor() as cursor:
        consent_to(observation, "amber")
        cursor.execute("UPDATE reviews_observation SET label = 'amber'")
        cursor.execute("UPDATE reviews_observation SET reporter = 'Another Name'")
    observation.refresh_from_db()
    client.force_login(milo)
    assert len(told(observation, milo)) == 1
    for shown in (page(client, observation), page(client, observation, version=1)):
        assert "Whistle" not in shown
        assert "Another Name" not in shown
    client.force_login(rita)
    assert "Another Name" in page(client, observation)


def test_people_are_masked_for_those_who_may_not_know_them(client, rita, leo, sam, mona, cleo):
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    bear(lesson, "clear")
    Lesson.objects.filter(pk=lesson.pk).update(assignee=rita)
    client.force_login(cleo)
    shown = page(client, lesson)
    assert "rita" not in shown
    client.logout()
    assert "rita" not in page(client, lesson)
    assert "someone at OpenAI" in page(client, lesson)


def test_an_invisible_record_has_no_history_page(client, rita, milo):
    lesson = make_lesson(rita)
    client.force_login(milo)
    assert client.get(f"/history/lesson/{lesson.reference}/").status_code == 404
    assert client.get("/history/lesson/OAI-LES-00000/").status_code == 404
    assert client.get(f"/history/session/{lesson.reference}/").status_code == 404
    client.force_login(rita)
    assert client.get(f"/history/lesson/{lesson.reference}/?version=9").status_code == 404
    assert client.get(f"/history/lesson/{lesson.reference}/?from=a&to=1").status_code == 404


def test_what_signed_a_lesson_belongs_to_its_story(rita, leo, sam, mona):
    lesson = make_endorsed_lesson(rita, leo, sam, mona)
    signed = [one for one in told(lesson, rita) if one.done == "Signed"]
    assert [one.actor for one in signed] == ["sam", "mona"]
    relations = {change.label: change.added for change in signed[0].changes if change.is_relation}
    assert any("OpenAI" in row and "sam" in row for row in relations["Endorsement"])


def test_any_two_versions_can_be_compared(client, rita):
    lesson = make_lesson(rita, title="One")
    for title in ("Two", "Three"):
        lessons_editing.edit_lesson(lesson, by=rita, title=title)
    comparison = compare(Story(lesson, rita), 3, 1)
    assert comparison is not None
    assert [(one.before, one.after) for one in comparison.changes] == [("One", "Three")]
    client.force_login(rita)
    assert "Version 1 compared with version 3" in page(client, lesson, **{"from": 1, "to": 3})


def test_long_histories_come_in_pages_that_cost_the_same(client, rita):
    lesson = make_lesson(rita)
    client.force_login(rita)
    lessons_editing.edit_lesson(lesson, by=rita, insight="Words")
    page(client, lesson)
    short = count_queries(lambda: page(client, lesson))
    for number in range(45):
        lessons_editing.edit_lesson(lesson, by=rita, insight=f"Words {number}")
    assert count_queries(lambda: page(client, lesson)) == short
    shown = page(client, lesson)
    assert "Version 47" in shown
    assert "Version 27" not in shown
    assert "Version 27" in page(client, lesson, before=28)
