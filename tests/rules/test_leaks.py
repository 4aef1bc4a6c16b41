"""Before sharing, what is said word for word in a narrower record is found, and nothing else."""

from __future__ import annotations

import pytest

from lessons.practice_editing import draft_practice
from tests import factories
from tests.conftest import confirmed
from tests.pages.test_records import page
from tracker import sharing
from tracker.leaks import leaks
from tracker.sharing_access import waiting_change
from tracker.states import Label

SECRET = "the model of the third floor answers in the voice of its last caller"


def phrases(user, record, label=Label.AMBER):
    return [phrase for leak in leaks(user, [record], label) for phrase in leak.phrases]


# What a record says, and the phrase of the secret that it would let out.
SAID = {
    f"We saw that {SECRET}, twice.": SECRET,
    "MODEL, of the third-floor: answers\nin the voice!": "model of the third floor answers in the voice",
    "answers in the voice of its last caller": "answers in the voice of its last caller",
    # seven words are no phrase, nor are eight in another order, nor two halves apart
    "the model of the third floor answers": None,
    "caller last its of voice the in answers floor third the of model": None,
    "the model of the third and floor answers in the voice of": None,
    "Nothing alike is said here at all, whatever one may read into it.": None,
}  # fmt: skip


@pytest.mark.parametrize(("said", "leaked"), SAID.items())
def test_a_phrase_of_eight_words_is_found_whatever_stands_between_them(said, leaked, rita) -> None:
    factories.make_observation(rita, description=f"Note: {SECRET}. End.")
    lesson = factories.make_lesson(rita, insight=said)
    assert phrases(rita, lesson) == ([leaked] if leaked else [])


def test_nouns_without_an_index_of_words_are_read_too(rita) -> None:
    factories.make_review(rita, summary=SECRET)
    factories.make_system(rita, description=SECRET)
    found = leaks(rita, [factories.make_lesson(rita, insight=SECRET)], Label.AMBER)
    assert {type(leak.record).__name__ for leak in found} == {"Review", "AISystem"}


def test_words_that_full_text_leaves_out_are_found_with_their_neighbours(rita) -> None:
    # The one block of four that this run of eight holds whole is “it was as it”.
    said = "reply sent early it was as it arrived"
    factories.make_observation(rita, description=f"A {said}.")
    assert phrases(rita, factories.make_lesson(rita, insight=f"Heron {said}")) == [said]


def test_what_the_new_readers_may_read_is_no_leak(rita, leo, sam) -> None:
    sharing.share(factories.make_observation(rita, description=SECRET), by=leo)
    lesson = factories.make_lesson(rita, insight=SECRET)
    assert phrases(rita, lesson, Label.AMBER) == []
    assert phrases(rita, lesson, Label.GREEN) == [SECRET]


def test_what_the_one_who_shares_may_not_read_is_not_told(rita, leo, mira) -> None:
    factories.make_observation(mira, description=SECRET)
    factories.make_red(factories.make_observation(rita, description=SECRET), leo)
    lesson = factories.make_lesson(rita, insight=SECRET)
    assert phrases(rita, lesson) == []
    assert phrases(leo, lesson) == [SECRET]


def test_the_page_that_shares_shows_the_phrases_and_asks_to_have_read_them(
    client, rita, leo
) -> None:
    seen = factories.make_observation(rita, description=SECRET)
    lesson = factories.make_lesson(rita, insight=SECRET)
    address = f"/do/lesson/{lesson.reference}/share/"
    text = page(client, leo, address)
    assert SECRET in text
    assert seen.reference in text
    assert client.post(address, {}).status_code == 400
    assert client.post(address, {"leaks_seen": "on"}).status_code == 302
    lesson.refresh_from_db()
    assert lesson.label == "amber"


def test_whoever_consents_reads_the_phrases_of_their_own_sides_records_first(
    client, rita, leo, sam, mira, milo, mona
) -> None:
    theirs = factories.make_observation(mira, description=SECRET)
    drawn = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    lesson = factories.make_lesson(rita, insight=SECRET, findings=drawn.findings.all())
    asked = waiting_change(sharing.release_to_public(lesson, by=sam))
    assert asked is not None
    assert phrases(sam, lesson, Label.CLEAR) == []
    address = f"/do/labelchange/{asked.reference}/consent/"
    confirmed(client, mona)
    text = client.get(address).content.decode()
    assert theirs.reference in text
    assert client.post(address, {}).status_code == 400
    lesson.refresh_from_db()
    assert lesson.label == "amber_strict"
    assert client.post(address, {"leaks_seen": "on"}).status_code == 302
    lesson.refresh_from_db()
    assert lesson.label == "clear"


def test_what_is_published_is_looked_through_as_what_is_shared(
    client, rita, leo, sam, mona
) -> None:
    seen = factories.make_observation(rita, description=SECRET)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    draft = draft_practice(lesson, by=rita, title="Voices", guidance=SECRET)
    version = factories.approved(draft, rita, sam, mona)
    address = f"/do/practiceversion/{version.reference}/publish/"
    text = page(client, leo, address)
    assert SECRET in text
    assert seen.reference in text
    assert client.post(address, {}).status_code == 400
    assert client.post(address, {"leaks_seen": "on"}).status_code == 302
    version.refresh_from_db()
    assert version.status == "published"


def test_what_is_opened_to_its_owner_is_looked_through_too(client, rita, leo) -> None:
    factories.make_red(factories.make_observation(rita, description=SECRET), leo)
    lesson = factories.make_red(factories.make_lesson(rita, insight=SECRET), leo)
    address = f"/do/lesson/{lesson.reference}/open-to-owner/"
    assert SECRET in page(client, leo, address)
    assert client.post(address, {}).status_code == 400
    assert client.post(address, {"leaks_seen": "on"}).status_code == 302
