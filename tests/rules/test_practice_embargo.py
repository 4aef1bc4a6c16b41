"""A practice published at an instant: the partners' until then, everyone's from then on, unwritten."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.urls import reverse

from lessons.models import BestPractice, Lesson, PracticeVersion
from lessons.practice_editing import edit_practice
from lessons.practice_transitions import (
    call_off_publication,
    publish_practice,
    revise_practice,
    withdraw_practice,
)
from lessons.trace.address import find_record
from tests import factories
from tests.pages.test_records import page
from tests.proof.crawl import VOLATILE
from tests.queries import count_queries
from tests.rules.test_embargo import LATER
from tracker.access import Denied, WrongState
from tracker.sources import stay_wide

INSTANT = "22 Nov 2041, 18:00 UTC"
ANYONE = AnonymousUser()
FORMATS = ("html", "md", "json", "csv")


@pytest.fixture
def old(rita, leo, sam, mona) -> PracticeVersion:
    """Version 1.0, published, of a lesson that anyone may read."""
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    lesson = factories.make_clear(lesson, sam)
    return factories.make_published_practice(
        lesson, rita, leo, sam, mona, title="The old words", guidance="Old guidance."
    )


@pytest.fixture
def approved(old, rita, sam, mona) -> PracticeVersion:
    """Version 1.1, approved."""
    draft = edit_practice(
        revise_practice(old, by=rita), by=rita, title="The new words", guidance="New guidance."
    )
    return factories.approved(draft, rita, sam, mona)


@pytest.fixture
def coming(approved, leo) -> PracticeVersion:
    """Version 1.1, to be published."""
    return publish_practice(approved, by=leo, takes_effect_at=LATER)


def addresses() -> list[str]:
    """Return every page, answer and report that names the practice."""
    return [
        "/",
        "/practices/",
        "/practices/BP-1/",
        "/practices/BP-1/1.0/",
        "/practices/BP-1/1.1/",
        "/practices/BP-1/1.0/signatures/",
        "/practices/BP-1/1.1/signatures/",
        "/trace/BP-1/",
        "/trace/BP-1-1.0/",
        "/trace/BP-1-1.1/",
        "/history/practiceversion/BP-1-1.0/",
        "/history/practiceversion/BP-1-1.1/",
        "/search/?q=words",
        "/reports/best-practices/",
        *(f"/reports/best-practices/?format={one}" for one in FORMATS),
        "/api/v1/practices/",
        "/api/v1/practices/BP-1/",
        "/api/v1/practice-versions/",
        "/api/v1/practice-versions/?status=published",
        "/api/v1/practice-versions/?status=superseded",
        "/api/v1/practice-versions/?status=approved",
        "/api/v1/practice-versions/?published_from=2040-01-01",
        "/api/v1/practice-versions/?q=words",
        "/api/v1/practice-versions/BP-1-1.0/",
        "/api/v1/practice-versions/BP-1-1.1/",
        "/api/v1/practice-versions/BP-1-1.0/history/",
        "/api/v1/practice-versions/BP-1-1.1/history/",
        Lesson.objects.get().get_absolute_url(),
    ]


def answers(client: Any, reader: Any) -> dict[str, tuple[int, str]]:
    """Return what a reader is answered, by address, without what differs each time."""
    client.logout() if reader is ANYONE else client.force_login(reader)
    asked = {address: client.get(address) for address in addresses()}
    return {
        address: (one.status_code, VOLATILE.sub(b"", one.content).decode())
        for address, one in asked.items()
    }


@pytest.mark.parametrize("who", ["cleo", pytest.param("anyone", marks=pytest.mark.exhaustive)])
def test_before_the_instant_outsiders_are_answered_as_if_nothing_were_to_come(
    who, client, approved, leo, cleo
) -> None:
    reader = ANYONE if who == "anyone" else cleo
    before = answers(client, reader)
    assert "The old words" in before["/practices/BP-1/"][1]
    publish_practice(approved, by=leo, takes_effect_at=LATER)
    after = answers(client, reader)
    assert {address for address in before if before[address] != after[address]} == set()


@pytest.mark.parametrize(
    "who",
    [
        "cleo",
        pytest.param("anyone", marks=pytest.mark.exhaustive),
        pytest.param("mira", marks=pytest.mark.exhaustive),
    ],
)
def test_from_the_instant_on_the_new_version_is_in_force_for_everyone_without_a_write(
    who, client, coming, cleo, mira
) -> None:
    factories.end_embargo(coming)
    rows = list(PracticeVersion.objects.order_by("pk").values())
    told = answers(client, {"cleo": cleo, "mira": mira, "anyone": ANYONE}[who])
    assert "The new words" in told["/practices/"][1]
    assert "The old words" not in told["/practices/"][1]
    assert "The new words" in told["/practices/BP-1/"][1]
    assert "This version is not in force." in told["/practices/BP-1/1.0/"][1]
    for one in FORMATS:
        text = told[f"/reports/best-practices/?format={one}"][1]
        assert "The new words" in text
        assert "The old words" not in text
    if who != "anyone":
        for state, title in (("published", "The new words"), ("superseded", "The old words")):
            found = client.get(f"/api/v1/practice-versions/?status={state}").json()["results"]
            assert [(one["title"], one["status"]) for one in found] == [(title, state)]
        assert client.get("/api/v1/practice-versions/?status=approved").json()["results"] == []
    assert list(PracticeVersion.objects.order_by("pk").values()) == rows


def test_partners_read_it_before_with_its_instant(client, old, coming, mira) -> None:
    text = page(client, mira, coming.get_absolute_url())
    assert "Under embargo: the public can read it from" in text
    assert INSTANT in text
    assert "TLP:AMBER" in text
    old_page = page(client, mira, old.get_absolute_url())
    assert "Version 1.1 takes its place from" in old_page
    assert INSTANT in old_page
    assert "This version is not in force" not in old_page
    assert INSTANT in page(client, mira, "/practices/")
    line = client.get(f"/api/v1/practice-versions/{coming.reference}/").json()
    assert (line["status"], line["published_at"]) == ("approved", "2041-11-22T18:00:00Z")
    for one in FORMATS:
        assert "The new words" not in page(client, mira, f"/reports/best-practices/?format={one}")
    assert find_record("BP-1", mira) == old


def test_a_first_version_to_come_is_no_practice_yet_for_outsiders(
    client, rita, leo, sam, mona, mira, cleo
) -> None:
    from lessons.practice_editing import draft_practice

    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = factories.approved(draft_practice(lesson, by=rita), rita, sam, mona)
    version = publish_practice(version, by=leo, takes_effect_at=LATER)
    for reader, seen in ((mira, True), (cleo, False), (ANYONE, False)):
        assert BestPractice.objects.visible_to(reader).exists() is seen
        assert PracticeVersion.objects.visible_to(reader).exists() is seen
    factories.end_embargo(version)
    assert PracticeVersion.objects.visible_to(ANYONE).published().get() == version
    assert BestPractice.objects.visible_to(ANYONE).exists()


# What the two versions are at each point: in SQL as in Python, before the instant and after it.
STATES = {
    "before": {"1.0": "published", "1.1": "approved"},
    "after": {"1.0": "superseded", "1.1": "published"},
}


@pytest.mark.parametrize("when", STATES)
def test_sql_and_python_say_the_same_state(when, coming, mira) -> None:
    if when == "after":
        factories.end_embargo(coming)
    visible = PracticeVersion.objects.visible_to(mira)
    said = {one.number: one.status_now for one in visible}
    unasked = {one.number: one.status_now for one in PracticeVersion.objects.all()}
    found = {
        one.number: state
        for state in PracticeVersion.Status.values
        for one in visible.in_state(state)
    }
    assert said == unasked == found == STATES[when]


def test_visible_versions_know_their_state_without_asking(coming, mira) -> None:
    factories.end_embargo(coming)
    rows = PracticeVersion.objects.visible_to(mira)
    assert count_queries(lambda: [one.status_now for one in rows]) == 1


def test_lists_filter_by_the_state_of_this_instant(client, coming, mira) -> None:
    admin = reverse("admin:lessons_practiceversion_changelist")

    def titles(address: str) -> set[str]:
        text = page(client, mira, address)
        return {one for one in ("The old words", "The new words") if one in text}

    for when in STATES:
        for number, state in STATES[when].items():
            wanted = {"The old words" if number == "1.0" else "The new words"}
            assert titles(f"/practices/?state={state}") == wanted, when
            assert titles(f"{admin}?state={state}") == wanted, when
        factories.end_embargo(coming)


# --- Verbs ---------------------------------------------------------------------------------------


def test_an_instant_that_is_past_publishes_nothing(approved, leo) -> None:
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    with pytest.raises(ValidationError, match="is past"):
        publish_practice(approved, by=leo, takes_effect_at=past)


def test_another_instant_can_be_set_or_none(old, coming, leo) -> None:
    sooner = LATER - datetime.timedelta(days=1)
    coming = publish_practice(coming, by=leo, takes_effect_at=sooner)
    assert coming.coming_at == sooner
    coming = publish_practice(coming, by=leo)
    assert (coming.status, read(old).status) == ("published", "superseded")


def read(record: Any) -> Any:
    """Return a record as it stands."""
    return type(record).objects.get(pk=record.pk)


def test_a_lead_calls_it_off_and_nobody_else(coming, rita, leo, mona, approved) -> None:
    for person in (rita, mona):
        with pytest.raises(Denied, match="Only a lead"):
            call_off_publication(coming, by=person)
    called_off = call_off_publication(coming, by=leo)
    assert (called_off.status, called_off.published_at) == ("approved", None)
    with pytest.raises(WrongState, match="waits for no instant"):
        call_off_publication(called_off, by=leo)


def test_what_is_withdrawn_before_the_instant_never_took_the_place(old, coming, leo) -> None:
    gone = withdraw_practice(coming, by=leo, reason="Not yet.")
    assert (gone.status, gone.published_at) == ("withdrawn", None)
    assert PracticeVersion.objects.visible_to(ANYONE).published().get() == old


def test_what_is_withdrawn_after_the_instant_had_taken_it(old, coming, leo) -> None:
    factories.end_embargo(coming)
    withdraw_practice(coming, by=leo, reason="It was wrong.")
    assert read(old).status == "superseded"
    assert not PracticeVersion.objects.visible_to(ANYONE).published().exists()


def test_the_next_version_is_drafted_from_the_one_that_came_out(
    old, coming, rita, leo, sam, mona
) -> None:
    with pytest.raises(WrongState, match="is approved"):
        revise_practice(coming, by=rita)
    with pytest.raises(ValidationError, match="in the making"):
        revise_practice(old, by=rita)
    coming = factories.end_embargo(coming)
    with pytest.raises(WrongState, match="is superseded"):
        revise_practice(old, by=rita)
    third = revise_practice(coming, by=rita)
    assert [read(one).status for one in (old, coming)] == ["superseded", "published"]
    third = publish_practice(factories.approved(third, rita, sam, mona), by=leo)
    assert [one.status_now for one in map(read, (old, coming, third))] == [
        "superseded", "superseded", "published",
    ]  # fmt: skip


def test_what_came_out_is_not_published_again_nor_called_off(coming, leo) -> None:
    coming = factories.end_embargo(coming)
    with pytest.raises(WrongState, match="is published"):
        publish_practice(coming, by=leo)
    with pytest.raises(WrongState, match="waits for no instant"):
        call_off_publication(coming, by=leo)


def test_it_waits_for_no_lead_while_its_instant_is_to_come(approved, leo) -> None:
    assert approved in PracticeVersion.objects.awaiting(leo)
    publish_practice(approved, by=leo, takes_effect_at=LATER)
    assert approved not in PracticeVersion.objects.awaiting(leo)


def test_its_page_takes_the_instant_and_says_from_when(client, approved, leo) -> None:
    address = f"/do/practiceversion/{approved.reference}/publish/"
    client.force_login(leo)
    assert "Not before" in client.get(address).content.decode()
    told = client.post(address, {"takes_effect_at": "2041-11-22 19:00 Europe/Berlin"}, follow=True)
    assert f"It is in the public library from {INSTANT}." in told.content.decode()
    assert read(approved).coming_at == LATER


def test_who_narrows_its_lesson_is_told_how_it_is_read_now(coming, leo) -> None:
    lesson = coming.lessons.get()
    assert {one.number: one.marked for one in stay_wide(leo, lesson)} == {
        "1.0": "clear", "1.1": "amber",
    }  # fmt: skip


def test_the_past_of_a_version_that_came_out_begins_with_its_publication(
    client, coming, cleo
) -> None:
    factories.end_embargo(coming)
    text = page(client, cleo, f"/history/practiceversion/{coming.reference}/")
    assert "Published" in text
    assert "Drafted" not in text
    assert "Earlier versions were not shared with you." in text
