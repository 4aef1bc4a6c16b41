"""Checks are read in the admin as on their pages: with carrier, results and history, by who sees them."""

from __future__ import annotations

import pytest
from django.utils import timezone

from lessons.check_transitions import (
    let_lesson_carry,
    let_practice_carry,
    record_result,
)
from lessons.models import Check
from tests import factories
from tests.admin.pages import list_url, signed_in, url
from tests.queries import count_queries
from tracker import editing

TERMS = {"direction": "at_most", "threshold": "2", "unit": "%", "fresh_days": 30}


@pytest.fixture
def checks(rita, leo, sam, mona) -> list[Check]:
    """A check of a lesson with a result, and one of a practice, on a system of OpenAI's alone."""
    system = factories.make_system(rita, name="Heron", operator=rita.organization)
    version = editing.add_system_version(system, by=rita, label="2026-11")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, title="Chats drift")
    practice = factories.make_published_practice(lesson, rita, leo, sam, mona, title="Replay chats")
    first = let_lesson_carry(lesson, by=rita, system=system, metric="Drift", **TERMS)
    record_result(
        first, by=rita, version=version, value="3.5", ran_at=timezone.now(), external_id="run 1"
    )
    return [
        first,
        let_practice_carry(practice, by=rita, system=system, metric="Replayed", **TERMS),
    ]


def test_a_check_is_read_with_its_results_and_its_history(checks, rita, mira, client) -> None:
    browser = signed_in(rita)
    page = browser.get(url(checks[0])).content.decode()
    for words in ("Chats drift", "Heron", "at most 2 %", "3.5 %", "Failed", "2026-11"):
        assert words in page, words
    assert 'name="_save"' not in page
    assert browser.post(url(checks[0]), {"metric": "Another"}).status_code in {302, 403}
    assert Check.objects.filter(metric="Another").count() == 0
    history = url(checks[0]).replace("/change/", "/history/")
    assert browser.get(history).status_code == 200
    assert signed_in(mira).get(url(checks[0])).status_code == 404
    assert "Drift" not in signed_in(mira).get(list_url(Check)).content.decode()


def test_a_practice_is_named_by_its_title_wherever_its_check_is(checks, rita) -> None:
    browser = signed_in(rita)
    for address in (list_url(Check), url(checks[1]), "/checks/", checks[1].get_absolute_url()):
        assert "BP-1, Replay chats" in browser.get(address).content.decode(), address


def test_the_list_asks_the_same_for_more_checks(checks, rita) -> None:
    browser, lesson = signed_in(rita), checks[0].lesson
    browser.get(list_url(Check))
    before = count_queries(lambda: browser.get(list_url(Check)))
    for number in range(3):
        system = checks[0].system
        let_lesson_carry(lesson, by=rita, system=system, metric=f"More {number}", **TERMS)
    assert count_queries(lambda: browser.get(list_url(Check))) == before
