"""Inside a record's own answer each signature says its digest, its version and whether it still counts."""

from __future__ import annotations

from lessons import transitions
from lessons.editing import edit_lesson
from lessons.models import Endorsement
from lessons.practice_editing import draft_practice, edit_practice
from lessons.practice_transitions import approve_practice, propose_practice, withdraw_approval
from reviews.transitions import concur
from tests import factories
from tests.api.conftest import path
from tests.queries import count_queries
from tracker.material import digest_now
from tracker.sharing import share


def test_a_lessons_signatures_say_what_they_are_for_and_whether_it_stands(
    rita, leo, mona, mira, api
):
    lesson = factories.make_endorsed_lesson(rita, leo, mona)
    digest = digest_now(lesson)
    (line,) = api(mira).get(path("lessons", lesson.reference)).json()["endorsements"]
    assert (line["content_version"], line["digest"], line["current"]) == (
        lesson.content_version, digest, True,
    )  # fmt: skip
    edit_lesson(lesson, by=rita, insight="Otherwise.")
    (line,) = api(mira).get(path("lessons", lesson.reference)).json()["endorsements"]
    assert (line["digest"], line["current"]) == (digest, False)


def test_an_approval_that_was_taken_back_counts_no_more_and_says_why(rita, leo, sam, mona, api):
    version = draft_practice(factories.make_endorsed_lesson(rita, leo, sam, mona), by=rita)
    version = propose_practice(edit_practice(version, by=rita, guidance="Test."), by=rita)
    approve_practice(version, by=sam)
    withdraw_approval(version, by=sam, reason="Read it again.")
    address = path("practice-versions", version.reference)
    (line,) = api(mona).get(address).json()["approvals"]
    assert line["digest"] == version.approvals.get().digest
    assert (line["current"], line["withdrawal_reason"]) == (False, "Read it again.")


def test_a_position_says_whether_it_counts(rita, leo, sam, api):
    item = factories.make_item_to_sign(rita, leo)
    concur(item, by=sam)
    (line,) = api(rita).get(path("cycle-items", item.reference)).json()["positions"]
    assert line["current"] is True


def test_what_an_organization_signed_for_itself_has_no_digest_for_the_other(
    rita, leo, sam, mira, api
):
    lesson = factories.make_lesson(rita, scope="own", insight="Word for ourselves.")
    lesson = share(transitions.endorse(lesson, by=sam), by=leo)
    digests = {
        one.username: api(one).get(path("lessons", lesson.reference)).json()["endorsements"]
        for one in (rita, mira)
    }
    assert digests["rita"][0]["digest"] == Endorsement.objects.get().digest
    assert digests["mira"][0]["digest"] == ""


def test_more_signatures_cost_no_more_queries(rita, leo, sam, mona, api):
    program, lesson = api(rita), factories.make_endorsed_lesson(rita, leo, mona)
    address = path("lessons", lesson.reference)
    program.get(address)
    few = count_queries(lambda: program.get(address))
    for number in range(3):
        edit_lesson(lesson, by=rita, insight=f"Words {number}.")
        transitions.endorse(lesson, by=mona)
    assert len(program.get(address).json()["endorsements"]) == 4
    assert count_queries(lambda: program.get(address)) == few
