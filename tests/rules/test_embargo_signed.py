"""What is signed is what every signer sees at that instant: an embargo that is over covers and binds."""

from __future__ import annotations

import datetime
import time

import pytest
from django.utils import timezone

from lessons.editing import edit_lesson
from lessons.transitions import endorse
from reviews.transitions import accept_review, begin_signing, concur, submit_review
from tests import factories
from tracker import sharing
from tracker.access import WrongState
from tracker.material import content_of


@pytest.fixture
def review(rita, leo, mira):
    """An accepted review under embargo, behind an item that is being signed."""
    item = factories.make_item(leo)
    review = factories.make_review(rita, system=item.system, cycle=item.cycle, item=item)
    factories.make_embargoed(factories.make_finding(rita, review), leo)
    factories.make_embargoed(review, leo)
    accept_review(submit_review(review, by=rita), by=leo)
    begin_signing(item.cycle, by=leo)
    return review


def fresh(review):
    return type(review).objects.get(pk=review.pk)


def test_a_review_whose_embargo_is_over_stands_behind_its_item(review, sam, mona) -> None:
    with pytest.raises(WrongState, match="No accepted review stands behind"):
        concur(review.item, by=sam)
    factories.end_embargo(fresh(review))
    for finding in review.findings.all():
        factories.end_embargo(finding)
    for signatory in (sam, mona):
        item = concur(fresh(review).item, by=signatory)
    assert item.status == "approved"
    content = content_of(item)
    assert [row[0] for row in content["reviews"]] == [review.reference]
    assert len(content["reviews__findings"]) == 1


def test_a_finding_is_covered_only_where_its_review_is_shared_too(review) -> None:
    for finding in review.findings.all():
        factories.end_embargo(finding)
    assert content_of(review.item)["reviews__findings"] == []


@pytest.mark.parametrize("narrowed", ["review", "finding"])
def test_to_narrow_what_an_ended_embargo_let_out_lets_the_item_fall_back(
    narrowed, review, leo, sam
) -> None:
    finding = factories.end_embargo(review.findings.get())
    item = concur(factories.end_embargo(fresh(review)).item, by=sam)
    assert item.positions.current().exists()
    record = finding if narrowed == "finding" else fresh(review)
    sharing.restrict(record, by=leo, audience="amber_strict", reason="Too early.")
    assert not item.positions.current().exists()


def test_the_end_of_an_embargo_between_two_signatures_asks_the_first_one_again(
    rita, leo, sam, mona
) -> None:
    instant = timezone.now() + datetime.timedelta(seconds=2)
    secret = sharing.share(factories.make_system(rita), by=leo, takes_effect_at=instant)
    lesson = sharing.share(factories.make_lesson(rita, cause_in=[secret]), by=leo)
    lesson = endorse(lesson, by=sam)
    assert content_of(lesson)["about"] == []
    time.sleep(max(0, (instant - timezone.now()).total_seconds()) + 0.05)
    lesson = endorse(lesson, by=mona)
    assert lesson.status == "identified"
    assert [one.signed_by for one in lesson.endorsements.current()] == [mona]
    lesson = endorse(lesson, by=sam)
    assert lesson.status == "endorsed"
    assert len({one.digest for one in lesson.endorsements.current()}) == 1


def test_to_narrow_a_system_whose_embargo_was_over_needs_new_signatures(rita, leo, sam) -> None:
    shown = factories.end_embargo(factories.make_embargoed(factories.make_system(rita), leo))
    lesson = sharing.share(factories.make_lesson(rita, cause_in=[shown]), by=leo)
    lesson = endorse(lesson, by=sam)
    assert content_of(lesson)["about"] == [[shown.reference, "cause_in"]]
    sharing.restrict(shown, by=leo, audience="amber_strict", reason="Too early.")
    assert not lesson.endorsements.current().exists()


def test_to_name_a_system_whose_embargo_is_over_needs_new_signatures(rita, leo, sam) -> None:
    shown = factories.end_embargo(factories.make_embargoed(factories.make_system(rita), leo))
    lesson = endorse(sharing.share(factories.make_lesson(rita), by=leo), by=sam)
    edit_lesson(lesson, by=rita, cause_in=[shown])
    assert not lesson.endorsements.current().exists()
