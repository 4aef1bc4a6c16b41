"""What a signatory signs is what stood on the page when it was opened."""

from __future__ import annotations

import pytest

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.practice_editing import draft_practice, edit_practice
from lessons.practice_transitions import approve_practice, propose_practice
from tests import factories
from tests.conftest import confirmed
from tracker import sharing
from tracker.access import WrongState
from tracker.material import digest_now


def test_a_signature_from_a_page_of_before_is_refused(rita, leo, mona) -> None:
    read = sharing.share(factories.make_lesson(rita), by=leo)
    seen = digest_now(read)
    edit_lesson(read, by=rita, insight="Changed behind her back.")
    with pytest.raises(WrongState, match="changed since you opened it"):
        transitions.endorse(read, by=mona, digest=seen)
    assert not read.endorsements.exists()


def test_an_approval_from_a_page_of_before_is_refused(rita, leo, sam, mona, mira) -> None:
    version = draft_practice(factories.make_endorsed_lesson(rita, leo, sam, mona), by=mira)
    seen = digest_now(version)
    edit_practice(version, by=mira, guidance="Changed behind her back.")
    version = propose_practice(version, by=mira)
    with pytest.raises(WrongState, match="changed since you opened it"):
        approve_practice(version, by=mona, digest=seen)


def test_the_signing_page_shows_what_is_signed_and_carries_its_digest(
    rita, leo, mona, client
) -> None:
    lesson = factories.make_lesson(rita, insight="Test as long as people chat.")
    lesson = sharing.share(lesson, by=leo)
    confirmed(client, mona)
    address = f"/do/lesson/{lesson.reference}/endorse/"
    page = client.get(address).content.decode()
    assert "Test as long as people chat." in page
    seen = digest_now(lesson)
    assert f'name="digest" value="{seen}"' in page
    edit_lesson(lesson, by=rita, insight="Changed behind her back.")
    assert client.post(address, {"digest": seen}).status_code == 409
    assert client.post(address, {"digest": digest_now(lesson)}).status_code == 302


def test_sharing_says_first_who_will_read_it(rita, leo, client) -> None:
    lesson = factories.make_lesson(rita)
    client.force_login(leo)
    page = client.get(f"/do/lesson/{lesson.reference}/share/").content.decode()
    assert "Everyone at the partners will be able to read it" in page
    lesson.refresh_from_db()
    assert lesson.label == "amber_strict"
