"""A shareable copy is a new record; its private original stays with its owner."""

from __future__ import annotations

import pytest

from lessons.models import Lesson
from lessons.transitions import copy_lesson
from reviews.editing import edit_finding, edit_review
from reviews.models import Finding, Observation
from reviews.transitions import accept_review, copy_finding, copy_observation, submit_review
from tests import factories
from tests.pages.test_records import page
from tracker import sharing
from tracker.access import Denied, WrongState


def test_a_copy_is_shared_and_its_original_is_not(client, rita, leo, mira) -> None:
    private = factories.make_observation(rita, title="Seen by a caller", reporter="A caller")
    copy = copy_observation(private, by=rita)
    assert (copy.label, copy.copied_from, copy.reporter) == ("amber_strict", private, "")
    sharing.share(copy, by=leo)
    assert Observation.objects.visible_to(mira).get() == copy
    assert private.reference not in page(client, mira, copy.get_absolute_url())


def test_a_copied_lesson_rests_on_the_same_findings(rita, leo, mira) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    lesson = factories.make_lesson(rita, findings=[finding])
    copy = copy_lesson(lesson, by=rita)
    assert list(copy.findings.all()) == [finding]
    sharing.share(copy, by=leo)
    assert Lesson.objects.visible_to(mira).get() == copy


def test_only_the_owner_copies_and_only_what_is_private(rita, leo, olga, mira) -> None:
    seen = factories.make_observation(rita)
    for user in (olga, mira):
        with pytest.raises(Denied):
            copy_observation(seen, by=user)
    sharing.share(seen, by=leo)
    with pytest.raises(WrongState, match="it needs no copy"):
        copy_observation(seen, by=rita)


def test_a_copied_finding_stands_in_a_review_of_its_own_until_that_is_accepted(
    client, rita, leo, mira
) -> None:
    private = factories.make_finding(
        rita,
        factories.make_review(rita, summary="Names a customer."),
        detail="Said by a customer.",
        severity="high",
        severity_justification="It is.",
        tags=[factories.make_tag()],
    )
    copy = copy_finding(private, by=rita)
    assert (copy.label, copy.status, copy.copied_from) == ("amber_strict", "draft", private)
    assert (copy.detail, copy.severity, copy.tags.count()) == ("Said by a customer.", "high", 1)
    assert copy.review != private.review
    assert copy.review.summary == ""
    edit_finding(copy, by=rita, detail="Said by somebody.")
    edit_review(copy.review, by=rita, summary="Looked at.")
    accept_review(submit_review(copy.review, by=rita), by=leo)
    assert Finding.objects.visible_to(mira).get() == copy
    text = page(client, mira, copy.get_absolute_url())
    assert "Said by somebody." in text
    assert private.reference not in text
    assert private.review.reference not in text
    assert "Names a customer." not in text
    assert "a customer" not in page(client, mira, f"/history/finding/{copy.reference}/")


def test_a_copied_finding_rests_on_the_same_observations(rita, leo, mira, milo) -> None:
    private = factories.make_observation(rita)
    theirs = sharing.share(factories.make_observation(mira), by=milo)
    finding = factories.make_finding(rita, observations=[private, theirs])
    assert set(copy_finding(finding, by=rita).observations.all()) == {private, theirs}


def test_a_finding_that_its_lead_restricted_is_copied_and_one_that_is_shared_is_not(
    rita, leo, mira
) -> None:
    finding = factories.make_confirmed_finding(rita, leo)
    with pytest.raises(WrongState, match="it needs no copy"):
        copy_finding(finding, by=rita)
    with pytest.raises(Denied):
        copy_finding(finding, by=mira)
    sharing.restrict(finding, by=leo, audience="amber_strict", reason="Names a person.")
    copy = copy_finding(finding, by=rita)
    assert (copy.status, copy.review.status) == ("draft", "draft")


def test_what_a_copy_was_made_from_is_told_to_nobody_outside(client, rita, leo, mira) -> None:
    private = factories.make_finding(rita)
    copy = copy_finding(private, by=rita)
    edit_review(copy.review, by=rita, summary="Looked at.")
    accept_review(submit_review(copy.review, by=rita), by=leo)
    for address in (
        copy.get_absolute_url(),
        f"/history/finding/{copy.reference}/",
        f"/history/finding/{copy.reference}/?version=1",
        f"/trace/{copy.reference}/",
        f"/api/v1/findings/{copy.reference}/",
        f"/api/v1/findings/{copy.reference}/history/",
    ):
        text = page(client, mira, address)
        assert private.reference not in text, address
        assert str(private.pk) not in text, address
