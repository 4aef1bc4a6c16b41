"""What only the people it names may read is not carried on into what others read."""

from __future__ import annotations

import pytest

from lessons.transitions import draft_lesson_from_finding
from reviews import transitions
from reviews.models import Finding, Review
from tests import factories
from tracker.access import Denied

CARRIED = "is for the people it names; nothing carries it on"


def name_only(record):
    """Narrow a record to the people it names, which no surface offers yet."""
    type(record).objects.filter(pk=record.pk).update(label="red")
    return record


def test_no_review_starts_from_an_observation_for_named_people(rita) -> None:
    seen = name_only(factories.make_observation(rita))
    with pytest.raises(Denied, match=CARRIED):
        transitions.start_review(seen, by=rita, system=factories.make_system(rita))
    assert not Review.objects.exists()


def test_a_review_for_named_people_is_not_accepted_nor_its_findings_shared(rita, leo) -> None:
    finding = factories.make_finding(rita)
    transitions.submit_review(name_only(finding.review), by=rita)
    with pytest.raises(Denied, match=CARRIED):
        transitions.accept_review(finding.review, by=leo)
    assert Finding.objects.get().label == "amber_strict"


def test_no_lesson_is_drawn_from_a_finding_for_named_people(rita, leo) -> None:
    finding = name_only(factories.make_confirmed_finding(rita, leo))
    finding.refresh_from_db()
    with pytest.raises(Denied, match=CARRIED):
        draft_lesson_from_finding(finding, by=rita)
