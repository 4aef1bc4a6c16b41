"""What the best-practice report shows to whom, and what its filters leave."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from lessons.models import Lesson, PracticeVersion, SystemUpdate
from lessons.reports.best_practices import build_best_practices
from lessons.reports.filters import ReportFilter
from lessons.reports.render import FORMATS
from lessons.trace import threads_for
from reviews.models import Finding, Observation
from tests.factories import DAY, make_system, make_tag
from tests.labels import bear
from tests.queries import count_queries

PUBLIC = AnonymousUser()
PAGE = "/reports/best-practices/"


def report_for(reader, **filters):
    return build_best_practices(reader, ReportFilter(filters, reader))


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_format_tells_the_public_what_only_the_partners_may_read(published, format_name) -> None:
    text = FORMATS[format_name].write(report_for(PUBLIC), "https://tracker.example")
    assert "Test long chats" in text
    records = (published.seen, published.finding, published.lesson, published.update)
    for record in records:
        assert record.title not in text
        assert record.reference not in text
        assert str(record.pk) not in text


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_format_tells_the_other_side_of_a_private_observation(
    published, mira, format_name
) -> None:
    text = FORMATS[format_name].write(report_for(mira), "https://tracker.example")
    assert published.finding.reference in text
    assert "Secret" not in text
    assert published.seen.reference not in text


def test_the_owner_reads_its_own_observation_in_the_report(published, rita) -> None:
    (entry,) = report_for(rita).practices
    assert [line.title for line in entry.observations] == ["Secret: long chats drift"]
    assert entry.label == "amber_strict"


def test_counts_stand_for_what_is_not_shared(published, rita, mira) -> None:
    sentences = [str(report_for(reader).practices[0].lineage) for reader in (PUBLIC, mira, rita)]
    assert sentences == [
        (
            "From 1 finding in 1 organization (not shared with you), "
            "resting on 1 observation (not shared with you)."
        ),
        "From 1 finding in 1 organization, resting on 1 observation (not shared with you).",
        "From 1 finding in 1 organization, resting on 1 observation.",
    ]


def test_a_visible_finding_behind_a_hidden_lesson_stays_a_count(published, mira) -> None:
    Lesson.objects.update(label="amber_strict")
    (entry,) = report_for(mira).practices
    assert (entry.lessons, entry.findings) == ([], [])
    assert entry.lineage.finding_count.hidden == 1


def test_what_it_changed_names_no_system_that_is_a_secret(published, mira, rita) -> None:
    bear(SystemUpdate.objects.all(), "amber")
    (theirs,), (ours,) = report_for(mira).practices, report_for(rita).practices
    assert [(line.title, line.state, line.about) for line in theirs.updates] == [
        ("Cap chats", "verified", "a system not shared with you")
    ]
    assert ours.updates[0].about == published.update.system.name


def test_signers_are_named_to_the_partners_and_only_their_organizations_to_others(
    published, rita
) -> None:
    theirs, ours = report_for(PUBLIC).practices[0], report_for(rita).practices[0]
    assert [(x.organization, x.signer) for x in theirs.approvals] == [
        ("OpenAI", ""), ("Microsoft", ""),
    ]  # fmt: skip
    assert [x.signer for x in ours.approvals] == ["sam", "mona"]


def test_drafts_and_withdrawn_practices_are_not_in_it(published, rita) -> None:
    PracticeVersion.objects.update(status="withdrawn", closing_reason="Wrong.")
    assert report_for(rita).practices == []


def test_the_label_is_the_strictest_of_what_the_report_names_and_counts(
    published, rita, mira
) -> None:
    assert report_for(PUBLIC).label == "clear"
    assert report_for(mira).label == "amber"
    assert report_for(rita).label == "amber_strict"


# --- Filters ----------------------------------------------------------------------------------


def test_each_filter_narrows(publish, rita, sam) -> None:
    tag, system = make_tag("AML.T0051", "atlas"), make_system(rita, name="Chat")
    bear(system, "clear")
    publish("One", tags=[tag], systems=[system])
    other = publish("Other")
    old = timezone.now() - datetime.timedelta(days=400)
    PracticeVersion.objects.filter(pk=other.version.pk).update(published_at=old)
    today = timezone.localdate()

    def titles(**filters) -> list[str]:
        return [entry.title for entry in report_for(PUBLIC, **filters).practices]

    assert titles() == ["One", "Other"]
    assert titles(tag="atlas:AML.T0051") == ["One"]
    assert titles(system=system.reference) == ["One"]
    assert titles(organization="OAI") == ["One"]
    assert titles(organization="MSFT") == []
    assert titles(**{"from": str(today)}) == ["One"]
    assert titles(to=str(today - datetime.timedelta(days=30))) == ["Other"]


def test_a_filter_offers_only_what_its_reader_may_know_of(published, rita, mira) -> None:
    secret = published.update.system
    page_filter = ReportFilter({"system": secret.reference}, mira)
    assert secret.name not in str(page_filter["system"])
    assert page_filter.errors["system"] == ["No published practice names this system."]


def test_a_period_that_ends_before_it_begins_is_refused(db) -> None:
    filters = ReportFilter({"from": "2026-05-02", "to": "2026-05-01"}, PUBLIC)
    assert filters.errors["to"] == ["The period ends before it begins."]


def test_contents_are_grouped_by_tag_or_by_system(published, rita) -> None:
    by_tag = report_for(rita).sections
    assert [(s.key, [g.key for g in s.groups]) for s in by_tag] == [
        ("nist-ai-rmf", ["nist-ai-rmf:MEASURE-2.7"])
    ]
    assert report_for(rita, by="system").sections[0].groups[0].title == "Not about one system"


# --- The page ---------------------------------------------------------------------------------


def test_a_finding_bears_the_day_of_its_review_and_a_lesson_that_of_its_endorsement(
    published, rita
) -> None:
    entry = report_for(rita).practices[0]
    assert [line.date for line in entry.findings] == [DAY]
    assert [line.date for line in entry.lessons] == [timezone.localdate()]
    stations = threads_for([published.lesson], rita)[published.lesson.pk]
    assert stations[1].date == DAY


def test_anyone_reads_the_page_and_its_filters_stay_in_the_address(published, client) -> None:
    page = client.get(PAGE, {"tag": "nist-ai-rmf:MEASURE-2.7", "by": "tag"}).content.decode()
    assert "Test long chats" in page
    assert "?tag=nist-ai-rmf%3AMEASURE-2.7&amp;by=tag&amp;format=csv" in page
    assert "tag=nist-ai-rmf%3AMEASURE-2.7&amp;by=system" in page
    assert '<option value="nist-ai-rmf:MEASURE-2.7" selected>' in page


def test_a_wrong_filter_is_told_on_the_page(published, client) -> None:
    response = client.get(PAGE, {"from": "soon", "tag": "no:such"})
    assert response.status_code == 400
    page = response.content.decode()
    assert "Write the date as 2026-11-22." in page
    assert "No published practice that you may read has this tag." in page


def test_the_page_holds_no_inline_style_or_script(published, client) -> None:
    page = client.get(PAGE).content.decode()
    assert "<style" not in page
    assert "<script" not in page
    assert " style=" not in page


@pytest.mark.exhaustive
def test_the_page_asks_as_many_queries_for_ten_practices_as_for_one(publish, client, rita) -> None:
    publish()
    client.force_login(rita)
    client.get(PAGE)
    one = count_queries(lambda: client.get(PAGE))
    for number in range(9):
        publish(f"Practice {number}")
    assert count_queries(lambda: client.get(PAGE)) == one


def test_an_empty_report_says_how_it_fills(db, client) -> None:
    page = client.get(PAGE).content.decode()
    assert "No published practice matches" in page
    assert "once every partner has signed it" in page
    assert Finding.objects.count() == Observation.objects.count() == 0
