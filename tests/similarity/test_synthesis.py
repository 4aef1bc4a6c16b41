"""Findings that may be one lesson: proposed, drafted, split, rejected; and what resembles a text."""

from __future__ import annotations

import pytest
from django.db import transaction

from lessons.models import FindingsApart, Lesson
from lessons.recurrence_transitions import keep_apart
from lessons.synthesis import clusters_for
from tests import factories
from tests.factories import make_confirmed_finding, make_observation
from tests.queries import count_queries
from tracker.access import Denied

WORDS = "Pasted spreadsheets leak hidden columns"


@pytest.fixture
def three(rita, leo, mira, milo):
    """Findings of both sides that say the same, and one that does not."""
    make_confirmed_finding(rita, leo, title="Voices are cloned from voicemail")
    return [
        make_confirmed_finding(rita, leo, title=f"{WORDS} in summaries"),
        make_confirmed_finding(mira, milo, title=f"{WORDS} in replies"),
        make_confirmed_finding(mira, milo, title=f"{WORDS} in drafts"),
    ]


def clusters(reader):
    return [{row.pk for row in one.findings} for one in clusters_for(reader)]


def keys(findings):
    return {finding.pk for finding in findings}


def test_findings_that_say_the_same_are_a_cluster_and_say_why(three, rita):
    assert clusters(rita) == [keys(three)]
    (reason,) = clusters_for(rita)[0].reasons.common_sentences
    assert reason == "They say: columns, hidden, leak, Pasted, spreadsheets."


def test_what_is_drafted_is_a_cluster_no_more(three, rita, client):
    client.force_login(rita)
    chosen = [finding.reference for finding in three]
    answer = client.post("/synthesis/", {"decide": "draft", "finding": chosen})
    lesson = Lesson.objects.get()
    assert answer.url == lesson.get_absolute_url()
    assert keys(lesson.findings.all()) == keys(three)
    assert clusters(rita) == []
    assert "3 findings, 2 organizations" in client.get(answer.url).content.decode()


def test_what_is_rejected_is_remembered_by_all_who_see_it(three, rita, mira, client):
    client.force_login(mira)
    of = [finding.reference for finding in three]
    for _ in range(2):
        client.post("/synthesis/", {"decide": "reject", "of": of})
    assert (clusters(rita), clusters(mira), FindingsApart.objects.count()) == ([], [], 3)


def test_what_is_split_off_stands_apart_from_the_rest(three, rita, client):
    client.force_login(rita)
    of = [finding.reference for finding in three]
    client.post("/synthesis/", {"decide": "split", "of": of, "finding": of[:1]})
    assert clusters(rita) == [keys(three[1:])]


def test_reviewers_and_leads_of_a_partner_keep_findings_apart(
    three, rita, leo, olga, sam, mira, milo, mona, cleo, ada
):
    for other in (olga, sam, mona, cleo, ada):
        with pytest.raises(Denied):
            keep_apart(by=other, findings=three)
    for one in (rita, leo, mira, milo):
        with transaction.atomic():
            keep_apart(by=one, findings=three)
            transaction.set_rollback(True)


def test_a_private_lesson_of_one_side_does_not_show_to_the_other(three, rita, mira):
    factories.make_lesson(rita, findings=three)
    assert (clusters(rita), clusters(mira)) == ([], [keys(three)])


def test_what_one_side_keeps_private_makes_no_other_cluster(three, rita, leo, mira):
    before = [(one.findings, one.reasons) for one in clusters_for(mira)]
    for number in range(30):
        make_observation(rita, title=f"{WORDS} {number}")
    assert [(one.findings, one.reasons) for one in clusters_for(mira)] == before
    assert clusters(rita) == []  # the control: to those who see them the words are common


def test_it_asks_the_same_number_of_queries_however_many_there_are(three, rita, leo):
    before = count_queries(lambda: clusters_for(rita))
    for number in range(3):
        make_confirmed_finding(rita, leo, title=f"{WORDS} {number}")
    assert count_queries(lambda: clusters_for(rita)) == before


def test_programs_read_the_clusters(three, rita, client):
    client.force_login(rita)
    (cluster,) = client.get("/api/v1/synthesis/").json()
    assert {one["reference"] for one in cluster["findings"]} == {row.reference for row in three}
    assert cluster["reasons"]


@pytest.mark.parametrize("noun", ["title", "detail", "insight", "description"])
def test_what_resembles_a_form_is_shown_while_it_is_written(three, rita, client, noun):
    client.force_login(rita)
    page = client.post("/similar/", {noun: WORDS}).content.decode()
    assert all(finding.reference in page for finding in three)
    assert "Both say: columns" in page


def test_programs_ask_what_resembles_a_text(three, rita, cleo, client):
    ask = {"path": "/api/v1/similar/", "data": {"text": WORDS}, "content_type": "application/json"}
    client.force_login(rita)
    assert len(client.post(**ask).json()) == 3
    client.force_login(cleo)
    assert client.post(**ask).json() == []


@pytest.mark.parametrize(
    "address",
    ["/observations/new/", "/admin/lessons/lesson/add/", "/admin/reviews/observation/add/"],
)
def test_forms_offer_to_show_similar_records(address, leo, client):
    client.force_login(leo)
    assert 'formaction="/similar/"' in client.get(address).content.decode()
