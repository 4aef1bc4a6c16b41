"""What differs from what was signed is shown in words; signing again is one click on it."""

from __future__ import annotations

import pytest

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.models import Endorsement
from lessons.practice_editing import draft_practice, edit_practice
from lessons.practice_transitions import (
    approve_practice,
    propose_practice,
    return_practice,
    withdraw_approval,
)
from tests import factories
from tests.conftest import confirmed
from tests.tracker.test_passages import gone_and_come
from tracker.access import Denied, WrongState
from tracker.differences import changes_since, changes_since_ours
from tracker.material import digest_now
from tracker.sharing import share


@pytest.fixture
def signed(rita, leo, mona):
    """A joint lesson that Microsoft signed and that was reworded since."""
    lesson = factories.make_endorsed_lesson(rita, leo, mona, insight="Test as long as people chat.")
    return edit_lesson(lesson, by=rita, insight="Test twice as long as people chat.")


def test_just_what_differs_is_said(signed, mona):
    (change,) = changes_since_ours(mona, signed)
    assert (change.name, change.label) == ("insight", "What was learned")
    assert gone_and_come(change.pieces) == ("", "twice ")


def test_who_has_not_signed_reads_no_difference(signed, sam):
    assert changes_since_ours(sam, signed) == []


def test_a_choice_is_said_by_its_label(rita, leo, sam):
    lesson = transitions.endorse(factories.make_lesson(rita, scope="own"), by=sam)
    assert lesson.status == "endorsed"
    signature = lesson.endorsements.get()
    type(lesson).objects.filter(pk=lesson.pk).update(scope="joint")
    lesson.refresh_from_db()
    (change,) = changes_since(signature, lesson, sam)
    assert gone_and_come(change.pieces) == ("Own organization", "Joint")


def test_a_row_is_named_by_title_to_who_may_see_it_and_by_reference_to_others(
    signed, rita, leo, mona, cleo
):
    system = share(factories.make_system(rita, name="Long chats"), by=leo)
    edit_lesson(signed, by=rita, insight="Test as long as people chat.", cause_in=[system])
    signature = Endorsement.objects.get()
    (change,) = changes_since(signature, signed, mona)
    assert change.come == (f"Long chats ({system.reference}), cause in",)
    (change,) = changes_since(signature, signed, cleo)
    assert change.come == (f"{system.reference}, cause in",)


def test_signing_again_shows_the_difference_first_and_is_one_click(signed, mona, client):
    confirmed(client, mona)
    address = f"/do/lesson/{signed.reference}/endorse/"
    page = client.get(address).content.decode()
    assert "What differs from what Microsoft signed" in page
    assert "Sign this version for Microsoft" in page
    assert page.index("twice") < page.index("<details") < page.index("What you sign")
    assert client.post(address, {"digest": digest_now(signed)}).status_code == 302
    assert Endorsement.objects.current().get().signed_by == mona


def test_the_page_of_signatures_shows_each_with_its_digest_and_what_differs(
    signed, mona, rita, client
):
    client.force_login(rita)
    signature = Endorsement.objects.get()
    page = client.get(f"/lessons/{signed.reference}/").content.decode()
    assert f'href="/lessons/{signed.reference}/signatures/#{signature.pk}"' in page
    page = client.get(f"/lessons/{signed.reference}/signatures/").content.decode()
    assert signature.digest in page
    assert "No: changed since" in page
    assert "twice" in page


def test_what_an_organization_signed_for_itself_stays_unread_by_the_other(
    rita, leo, sam, mira, client
):
    lesson = factories.make_lesson(rita, scope="own", insight="Word for ourselves.")
    lesson = share(transitions.endorse(lesson, by=sam), by=leo)
    signature = Endorsement.objects.get()
    address = f"/lessons/{lesson.reference}/signatures/"
    client.force_login(mira)
    assert signature.digest not in client.get(address).content.decode()
    client.force_login(rita)
    assert signature.digest in client.get(address).content.decode()


def test_what_cannot_be_read_has_no_page_of_signatures(rita, mira, client):
    lesson = factories.make_lesson(rita)
    client.force_login(mira)
    assert client.get(f"/lessons/{lesson.reference}/signatures/").status_code == 404


# --- Taking a signature back ------------------------------------------------------------------


def test_an_endorsement_is_withdrawn_with_a_reason_and_given_again(rita, leo, sam, mona, client):
    lesson = factories.make_endorsed_lesson(rita, leo, mona)
    for other in (sam, rita):
        with pytest.raises((WrongState, Denied)):
            transitions.withdraw_endorsement(lesson, by=other, reason="Not mine.")
    transitions.withdraw_endorsement(lesson, by=mona, reason="New data came in.")
    assert transitions.endorse(lesson, by=sam).status == "identified"
    client.force_login(rita)
    assert "New data came in." in client.get(f"/lessons/{lesson.reference}/").content.decode()
    assert transitions.endorse(lesson, by=mona).status == "endorsed"


def test_what_every_partner_signed_is_not_taken_back(rita, leo, sam, mona):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    with pytest.raises(WrongState):
        transitions.withdraw_endorsement(lesson, by=mona, reason="Too late.")


def test_an_approval_is_withdrawn(rita, leo, sam, mona, mira):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = propose_practice(draft_practice(lesson, by=mira), by=mira)
    version = approve_practice(version, by=mona)
    withdraw_approval(version, by=mona, reason="New data came in.")
    assert approve_practice(version, by=sam).status == "joint_review"


def test_a_version_that_was_returned_is_signed_anew(rita, leo, sam, mona, mira):
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    version = propose_practice(draft_practice(lesson, by=mira), by=mira)
    version = return_practice(approve_practice(version, by=mona), by=leo, reason="Say more.")
    edit_practice(version, by=mira, guidance="Say more, here.")
    version = propose_practice(version, by=mira)
    assert {one.name for one in changes_since_ours(mona, version)} == {"guidance"}
    assert approve_practice(version, by=mona).approvals.count() == 2
