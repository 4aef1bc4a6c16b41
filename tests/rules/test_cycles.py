"""Nothing new comes into a cycle that the partners sign, whichever way it comes."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from lessons.verbs import VERBS
from reviews.editing import add_item, edit_review, plan_cycle
from reviews.models import Observation, Review
from reviews.transitions import (
    accept_review,
    begin_signing,
    reopen_cycle,
    start_review,
    submit_review,
)
from tests import factories
from tests.admin.pages import add_url, main_form, signed_in, url
from tracker.access import WrongState

SIGNED = "Only what is planned or open can be given reviews; CYC-.* is signing"


@pytest.fixture
def open_cycle(leo):
    return factories.make_cycle(leo)


@pytest.fixture
def signing(leo):
    return begin_signing(factories.make_cycle(leo), by=leo)


def test_a_planned_cycle_takes_reviews(rita, leo) -> None:
    day = factories.DAY
    cycle = plan_cycle(by=leo, title="The next", starts_on=day, ends_on=day)
    assert factories.make_review(rita, cycle=cycle).cycle == cycle


def test_no_item_and_no_review_comes_into_a_cycle_that_is_signed(rita, leo, signing) -> None:
    with pytest.raises(WrongState, match=SIGNED):
        add_item(signing, by=leo, system=factories.make_system(rita), change="Late")
    with pytest.raises(ValidationError, match=SIGNED):
        factories.make_review(rita, cycle=signing)
    with pytest.raises(ValidationError, match=SIGNED):
        edit_review(factories.make_review(rita), by=rita, cycle=signing)


def test_a_stale_cycle_that_says_open_lets_no_review_in(rita, leo, open_cycle) -> None:
    begin_signing(open_cycle, by=leo)
    seen = factories.make_observation(rita)
    with pytest.raises(ValidationError, match=SIGNED):
        start_review(seen, by=rita, system=factories.make_system(rita), cycle=open_cycle)


def test_a_review_is_accepted_again_once_its_cycle_is_reopened(rita, leo, open_cycle) -> None:
    review = submit_review(factories.make_review(rita, cycle=open_cycle), by=rita)
    begin_signing(open_cycle, by=leo)
    with pytest.raises(WrongState, match=SIGNED):
        accept_review(review, by=leo)
    reopen_cycle(open_cycle, by=leo)
    assert accept_review(review, by=leo).status == "accepted"


def test_a_draft_is_still_worded_while_its_cycle_is_signed(rita, leo, open_cycle) -> None:
    review = factories.make_review(rita, cycle=open_cycle)
    begin_signing(open_cycle, by=leo)
    assert edit_review(review, by=rita, title="Worded anew").cycle == open_cycle


def test_every_surface_offers_the_cycles_that_take_reviews(rita, leo, open_cycle, signing) -> None:
    start = next(verb for verb in VERBS[Observation] if verb.name == "start-review")
    rows = [ask.rows(rita, None) for ask in start.asks if ask.name == "cycle" and ask.rows]
    assert list(rows[0]) == [open_cycle]
    browser = signed_in(rita)
    page = browser.get(add_url(Review)).content.decode()
    assert open_cycle.title in page
    assert signing.title not in page


def test_the_admin_keeps_a_draft_in_its_cycle(rita, leo, open_cycle) -> None:
    review = factories.make_review(rita, cycle=open_cycle)
    begin_signing(open_cycle, by=leo)
    form = main_form(signed_in(rita).get(url(review)).content.decode())
    assert form["cycle"] == [str(open_cycle.pk)]
