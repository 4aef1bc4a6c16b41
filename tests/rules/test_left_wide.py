"""Whoever narrows a record is shown what is derived from it and stays as widely read as it is."""

from __future__ import annotations

from typing import Any

import pytest

from lessons.transitions import copy_lesson, endorse
from reviews.transitions import copy_observation
from tests import factories
from tests.pages.test_records import page
from tests.queries import count_queries
from tracker import sharing
from tracker.sharing_access import waiting_change
from tracker.sources import stay_wide

HEADING = "Derived from it, and read by more than its owner"


@pytest.fixture
def line(rita, leo, sam, mona):
    """A line from an observation to a published practice; the observation is OpenAI's alone."""
    seen = sharing.share(factories.make_observation(rita), by=leo)
    finding = factories.make_confirmed_finding(rita, leo, observations=[seen])
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, findings=[finding])
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    return seen, finding, lesson, version


def test_all_that_is_derived_is_found_step_by_step(line, leo) -> None:
    seen, finding, lesson, version = line
    assert set(stay_wide(leo, seen)) == {finding.review, finding, lesson, version}
    assert stay_wide(leo, lesson) == [version]


def test_what_its_owner_alone_reads_and_what_the_reader_does_not_see_is_left_out(
    line, rita, leo, mira
) -> None:
    _seen, finding, *_others = line
    own = factories.make_lesson(rita, findings=[finding])
    theirs = factories.make_lesson(mira, findings=[finding])
    assert not {own, theirs} & set(stay_wide(leo, finding))


def test_a_shareable_copy_counts_and_what_rests_on_it(line, rita, leo) -> None:
    private = factories.make_observation(rita)
    copy = sharing.share(copy_observation(private, by=rita), by=leo)
    lesson = factories.make_lesson(rita)
    again = sharing.share(copy_lesson(lesson, by=rita), by=leo)
    assert stay_wide(leo, private) == [copy]
    assert stay_wide(leo, lesson) == [again]


def test_more_that_is_derived_asks_no_more_queries(line, rita, leo) -> None:
    seen, finding, *_others = line
    before = count_queries(lambda: stay_wide(leo, seen))
    for _time in range(3):
        sharing.share(factories.make_lesson(rita, findings=[finding]), by=leo)
    assert count_queries(lambda: stay_wide(leo, seen)) == before


@pytest.mark.parametrize("verb", ["restrict", "name-people"])
def test_the_page_that_narrows_lists_it_with_labels_and_says_what_was_read_stays_read(
    verb, client, line, leo
) -> None:
    seen, finding, _lesson, version = line
    text = page(client, leo, f"/do/observation/{seen.reference}/{verb}/")
    section = text[text.index(HEADING) : text.index("</section>", text.index(HEADING))]
    assert "what was read stays read" in section
    for record, label in ((finding, "TLP:AMBER"), (version, "TLP:CLEAR")):
        line_of = next(one for one in section.split("<li>") if record.reference in one)
        assert f">{label}<" in line_of


def test_a_page_that_narrows_what_nothing_rests_on_lists_nothing(client, rita, leo) -> None:
    seen = sharing.share(factories.make_observation(rita), by=leo)
    assert HEADING not in page(client, leo, f"/do/observation/{seen.reference}/restrict/")


def test_the_page_that_takes_a_consent_back_lists_it_too(
    client, rita, leo, sam, mira, milo, mona
) -> None:
    lesson = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo)
    theirs = lesson.findings.get(owner=mira.organization)
    sharing.restrict(theirs, by=milo, audience="amber_strict", reason="Too early.")
    asked: Any = waiting_change(sharing.share(lesson, by=leo))
    sharing.consent(asked, by=milo)
    lesson.refresh_from_db()
    for signatory in (sam, mona):
        lesson = endorse(lesson, by=signatory)
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    text = page(client, milo, f"/do/labelchange/{asked.reference}/withdraw-consent/")
    assert HEADING in text
    assert version.reference in text
