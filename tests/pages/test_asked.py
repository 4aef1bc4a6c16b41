"""What the pages say of a wider label that waits for consent: in words, and as far as each may know."""

from __future__ import annotations

from typing import Any

import pytest

from lessons.editing import edit_lesson
from tests import factories
from tracker import sharing
from tracker.sharing_access import waiting_change

UNSEEN = "a system not shared with you"
CONSENT = "Read what is asked, and consent"


@pytest.fixture
def secret(rita) -> Any:
    return factories.make_system(rita, name="Codename Heron")


@pytest.fixture
def lesson(rita, leo, sam, mira, milo, mona, secret) -> Any:
    """A lesson that OpenAI alone reads, drawn from a finding of each side, about a secret system too."""
    known = sharing.share(factories.make_system(rita, name="Chat"), by=leo)
    drawn = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    made = factories.make_lesson(rita, findings=drawn.findings.all(), seen_in=[known, secret])
    return sharing.release_to_public(made, by=sam)


def page(client, reader, address: str) -> str:
    client.force_login(reader)
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_what_is_asked_is_said_as_the_records_own_page_says_it(client, lesson, mona, mira, rita):
    asked = waiting_change(lesson)
    assert asked is not None
    for address in (
        asked.get_absolute_url(),
        f"/do/labelchange/{asked.reference}/consent/",
    ):
        said = page(client, mona, address)
        assert lesson.insight in said
        assert lesson.get_scope_display() in said
        assert ">Lesson<" in said
        for raw in ("lessons.lesson", ">Noun<", f"<p>{lesson.scope}</p>"):
            assert raw not in said
        assert ">Chat</a>" in said
        assert "Codename Heron" not in said
        assert UNSEEN not in said  # among several, one that is unseen leaves no trace
        theirs, ours = lesson.findings.order_by("owner__code")
        assert f'<a href="{theirs.get_absolute_url()}">' in said
        assert f'<a href="{ours.get_absolute_url()}">' in said
    assert "Codename Heron" in page(client, rita, asked.get_absolute_url())


def test_an_unseen_system_of_a_review_is_said_to_be_one(
    client, secret, rita, leo, sam, mira, milo, mona
):
    theirs = sharing.share(factories.make_observation(mira), by=milo)
    review = factories.make_review(rita, system=secret)
    factories.make_finding(rita, review, observations=[theirs])
    asked = waiting_change(sharing.release_to_public(review, by=sam))
    assert asked is not None
    said = page(client, mona, asked.get_absolute_url())
    assert UNSEEN in said
    assert "Codename Heron" not in said
    assert "2 Mar 2026" in said
    assert review.get_method_display() in said


def test_what_a_system_names_is_said_by_its_name(client, rita, leo, sam):
    system = factories.make_system(rita, developer=rita.organization, aliases=["Chatty"])
    asked = waiting_change(sharing.release_to_public(system, by=leo))
    assert asked is not None
    said = page(client, sam, asked.get_absolute_url())
    assert f"<p>{rita.organization.name}</p>" in said
    assert str(rita.organization.pk) not in said
    assert "<li>Chatty</li>" in said
    assert system.get_kind_display() in said


def test_a_page_says_that_its_record_waits_for_consent_to_those_who_may_know(
    client, rita, leo, sam, mira, milo, mona
):
    drawn = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    lesson = sharing.share(drawn, by=leo)
    address = lesson.get_absolute_url()
    sentence = "Before the public can read it, this waits for the consent of Microsoft."
    assert "waits for the consent" not in page(client, mona, address)
    asked = waiting_change(sharing.release_to_public(lesson, by=sam))
    assert asked is not None
    for reader, told, consents in (
        (rita, True, False),
        (sam, True, False),
        (mira, False, False),
        (mona, True, True),
    ):
        said = page(client, reader, address)
        assert (sentence in said) is told, reader
        assert (asked.get_absolute_url() in said) is told, reader
        assert (CONSENT in said) is consents, reader
    sharing.consent(asked, by=mona)
    assert "waits for the consent" not in page(client, mona, address)


def test_the_pages_of_sharing_bear_the_narrowest_label_of_what_they_show(client, lesson, leo, mona):
    asked = waiting_change(lesson)
    assert asked is not None
    for address in ("/sharing/", asked.get_absolute_url()):
        for reader in (leo, mona):
            client.force_login(reader)
            assert client.get(address)["X-TLP"] == "TLP:AMBER+STRICT"
    client.force_login(leo)
    assert client.get("/sharing/many/")["X-TLP"] == "TLP:AMBER+STRICT"


def test_the_page_of_a_change_bears_the_label_of_the_systems_it_names(
    client, rita, leo, sam, mona, secret
):
    lesson = sharing.share(factories.make_lesson(rita, seen_in=[secret]), by=leo)
    asked = waiting_change(sharing.release_to_public(lesson, by=leo))
    assert asked is not None
    client.force_login(rita)
    answer = client.get(asked.get_absolute_url())
    assert b"Codename Heron" in answer.content
    assert answer["X-TLP"] == "TLP:AMBER+STRICT"


def test_what_was_reworded_waits_to_be_asked_for_again(client, lesson, rita, leo):
    assert "waits for the consent of" in page(client, rita, lesson.get_absolute_url())
    edit_lesson(lesson, by=rita, insight="Said otherwise.")
    said = page(client, rita, lesson.get_absolute_url())
    assert "OpenAI has to ask again" in said
    assert "waits for the consent of" not in said


def test_a_day_is_said_as_precisely_as_it_is_known(client, rita, leo):
    seen = factories.make_observation(rita, occurred_precision="month")
    asked = waiting_change(sharing.release_to_public(seen, by=leo))
    assert asked is not None
    said = page(client, rita, asked.get_absolute_url())
    assert "<p>Mar 2026</p>" in said
    assert "2 Mar 2026" not in said
