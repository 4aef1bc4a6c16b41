"""Whoever saves a finding or a lesson in the admin is told which others say the same."""

from __future__ import annotations

from lessons.models import Lesson
from lessons.transitions import copy_lesson
from reviews.models import Review
from tests.admin.pages import add_url, fill_in, signed_in, url
from tests.factories import make_confirmed_finding, make_finding, make_lesson, make_system
from tracker.sharing import share

WORDS = "Pasted spreadsheets leak hidden columns"


def write(browser, title: str, insight: str = "Look at them first.") -> str:
    """Write a lesson down in the admin and return the page that follows."""
    page = fill_in(browser, add_url(Lesson), title=title, insight=insight)
    return str(page.content.decode())


def test_a_lesson_like_another_is_warned_of_when_it_is_saved(rita, leo, mira) -> None:
    first = share(make_lesson(rita, title=f"{WORDS} in summaries"), by=leo)
    hidden = make_lesson(rita, title=f"{WORDS} in drafts")
    page = write(signed_in(mira), f"{WORDS} in replies")
    assert "It resembles" in page
    assert first.reference in page
    assert hidden.reference not in page
    assert "It resembles" not in write(signed_in(mira), "Voices are cloned from voicemail")


def test_what_was_not_reworded_is_not_compared_again(rita) -> None:
    make_lesson(rita, title=f"{WORDS} in summaries")
    second = make_lesson(rita, title=f"{WORDS} in replies")
    browser = signed_in(rita)
    page = fill_in(browser, url(second), source="A report").content.decode()
    assert "It resembles" not in page
    page = fill_in(browser, url(second), title=f"{WORDS} in drafts").content.decode()
    assert "It resembles" in page
    assert second.reference not in page.split("It resembles")[1].split("</li>")[0]


def test_a_finding_is_compared_with_findings_and_lessons(rita, leo) -> None:
    seen = make_confirmed_finding(rita, leo, title=f"{WORDS} in summaries")
    lesson = make_lesson(rita, title=f"{WORDS} in replies")
    finding = make_finding(rita, title="To be worded")
    page = fill_in(signed_in(rita), url(finding), title=f"{WORDS} in drafts").content.decode()
    warned = page.split("It resembles")[1].split("</li>")[0]
    assert seen.reference in warned
    assert lesson.reference in warned
    assert finding.reference not in warned


def test_a_finding_that_is_logged_with_its_review_is_compared_too(rita, leo) -> None:
    seen = make_confirmed_finding(rita, leo, title=f"{WORDS} in summaries")
    page = fill_in(
        signed_in(rita),
        add_url(Review),
        title="Office assistants",
        system=make_system(rita),
        summary="Looked at.",
        **{
            "findings-TOTAL_FORMS": 2,
            "findings-0-title": f"{WORDS} in drafts",
            "findings-1-title": "Voices are cloned from voicemail",
        },
    ).content.decode()
    assert page.count("It resembles") == 1
    assert seen.reference in page.split("It resembles")[1].split("</li>")[0]


def test_a_shareable_copy_and_its_original_are_no_duplicates(rita) -> None:
    lesson = make_lesson(rita, title=f"{WORDS} in summaries")
    copy = copy_lesson(lesson, by=rita)
    for one in (lesson, copy):
        page = fill_in(signed_in(rita), url(one), title=f"{WORDS} in replies").content.decode()
        assert "It resembles" not in page
