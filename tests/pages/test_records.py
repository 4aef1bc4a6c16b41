"""What a record's page says: what can be done, what is not shared, who is named to whom."""

from __future__ import annotations

import pytest

from lessons import transitions
from lessons.practice_transitions import revise_practice
from reviews import editing
from reviews.models import ImportedRecord
from reviews.transitions import mark_observation_duplicate
from tests import factories
from tests.labels import bear
from tracker import sharing


def page(client, user, address):
    """Return a page's text as one reader gets it."""
    client.force_login(user)
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_can_be_done_is_a_button_and_what_cannot_says_why(client, world, rita, mira):
    address = world.finding.get_absolute_url()
    verb = f"/do/finding/{world.finding.reference}/draft-lesson/"
    assert f'action="{verb}"' in page(client, mira, address)
    text = page(client, rita, address)
    assert "Only a lead of a partner can do this." in text
    assert f"/do/finding/{world.finding.reference}/waive/" not in text


def test_a_button_that_asks_leads_to_its_page_and_one_that_does_not_posts(client, world, rita):
    text = page(client, rita, world.observation.get_absolute_url())
    assert f'href="/do/observation/{world.observation.reference}/start-review/"' in text


def test_community_readers_get_no_buttons_and_no_names(client, world, cleo):
    bear(type(world.lesson).objects.get(pk=world.lesson.pk), "green")
    text = page(client, cleo, world.lesson.get_absolute_url())
    assert "What can be done now" not in text
    assert "A signatory" in text
    assert "mona" not in text
    assert "rita" not in text


def test_hidden_sources_are_counted_not_named(client, world, mira, rita):
    theirs = page(client, mira, world.finding.get_absolute_url())
    assert "1 observation not shared with you" in theirs
    assert "Seen by OpenAI alone" not in theirs
    ours = page(client, rita, world.finding.get_absolute_url())
    assert "Seen by OpenAI alone" in ours
    assert "not shared with you" not in ours


def test_the_system_of_a_shared_review_may_stay_a_secret(client, rita, leo, mira):
    secret = factories.make_system(rita, name="Unreleased thing")
    finding = factories.make_confirmed_finding(
        rita, leo, review=factories.make_review(rita, system=secret)
    )
    for address in (finding.review.get_absolute_url(), "/reviews/", finding.get_absolute_url()):
        assert "Unreleased thing" not in page(client, mira, address)
    assert "a system not shared with you" in page(client, mira, finding.review.get_absolute_url())


def test_the_reporter_is_named_to_the_owners_people_only(client, rita, leo, mira):
    seen = factories.make_observation(rita, reporter="Jo Bloggs", label="amber")
    assert "Jo Bloggs" in page(client, leo, seen.get_absolute_url())
    assert "Jo Bloggs" not in page(client, mira, seen.get_absolute_url())


def test_the_imported_file_is_shown_as_text_to_the_owner_only(client, rita, mira):
    seen = factories.make_observation(rita, label="amber")
    ImportedRecord.objects.create(
        owner=rita.organization, format="avid", source_id="AVID-1", observation=seen,
        file_name="AVID-1.json", raw=b"{}", sha256="0" * 64, imported_by=rita,
        payload={"note": "<script>alert(1)</script>"}, warnings=["It hides U+200B."],
    )  # fmt: skip
    ours = page(client, rita, seen.get_absolute_url())
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in ours
    assert "It hides U+200B." in ours
    theirs = page(client, mira, seen.get_absolute_url())
    assert "AVID-1.json" not in theirs
    assert "alert(1)" not in theirs


def test_markup_in_a_text_is_shown_as_text(client, rita):
    seen = factories.make_observation(
        rita, title="<img src=x onerror=alert(1)>", description="<b>bold</b>\nnext\u200bline"
    )
    for address in (seen.get_absolute_url(), "/observations/", "/", "/search/?q=bold"):
        text = page(client, rita, address)
        assert "<img" not in text
        assert "&lt;img src=x onerror=alert(1)&gt;" in text
    text = page(client, rita, seen.get_absolute_url())
    assert "&lt;b&gt;bold&lt;/b&gt;<br>" in text
    assert "⟨U+200B⟩" in text


def test_a_duplicate_names_the_other_only_where_it_is_shared(client, rita, leo, mira):
    other = factories.make_observation(rita, title="The private original")
    seen = factories.make_observation(rita, label="amber")
    mark_observation_duplicate(seen, by=rita, other=other)
    assert "The private original" in page(client, leo, seen.get_absolute_url())
    assert "The private original" not in page(client, mira, seen.get_absolute_url())


def test_signatures_stand_one_column_a_partner(client, rita, leo, sam, mona):
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    transitions.endorse(lesson, by=sam)
    text = page(client, rita, lesson.get_absolute_url())
    assert "Signed this version" in text
    assert "Waiting for a signatory of Microsoft" in text


def test_a_draft_of_a_practice_is_the_partners_alone(client, world, rita, cleo):
    newer = revise_practice(world.version, by=rita)
    client.force_login(cleo)
    assert client.get(newer.get_absolute_url()).status_code == 404
    public = page(client, cleo, world.version.practice.get_absolute_url())
    assert newer.number not in public
    assert f"Version {newer.number} is in the making." in page(
        client, rita, world.version.practice.get_absolute_url()
    )


@pytest.mark.parametrize("number", ["9.9", "x", "1", "%00"])
def test_a_version_that_is_none_is_no_page(client, world, number):
    address = world.version.practice.get_absolute_url()
    assert client.get(f"{address}{number}/").status_code == 404


def test_evidence_is_listed_with_its_link(client, rita):
    seen = factories.make_observation(rita)
    editing.add_evidence(seen, by=rita, title="The log", url="https://example.org/log")
    assert 'href="https://example.org/log"' in page(client, rita, seen.get_absolute_url())


def test_a_practice_page_bears_the_strictest_label_of_what_it_shows(
    client, rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = factories.make_published_practice(lesson, mira, milo, sam, mona)
    address = version.practice.get_absolute_url()
    assert 'data-tlp="clear"' in client.get(address).content.decode()
    client.force_login(mira)
    assert 'data-tlp="amber"' in client.get(address).content.decode()


def test_a_lesson_says_its_support_also_where_there_is_none(client, rita) -> None:
    lesson = factories.make_lesson(rita, findings=[])
    client.force_login(rita)
    page = " ".join(client.get(lesson.get_absolute_url()).content.decode().split())
    assert "0 findings, 0 organizations, 0 systems" in page


def test_a_planned_cycle_says_to_name_what_it_is_about_before_it_is_opened(client, leo):
    words = "Name the changes before the cycle is opened"
    cycle = editing.plan_cycle(
        by=leo, title="The next", starts_on=factories.DAY, ends_on=factories.DAY
    )
    assert words in page(client, leo, cycle.get_absolute_url())
    factories.make_item(leo, cycle)
    assert words not in page(client, leo, cycle.get_absolute_url())
