"""One journey in a real browser: sign in, log a review in the admin, tag a lesson, read the report."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from lessons.models import Lesson
from reviews.models import Review
from tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def choose(page: Page, field: str, text: str) -> None:
    """Choose from an autocomplete by typing, as a person does."""
    row = page.locator(f".field-{field}").first
    row.locator(".select2-selection").click()
    page.keyboard.type(text, delay=10)
    page.locator(".select2-results__option--highlighted", has_text=text).click()


def press(page: Page, verb: str) -> None:
    """Press a verb, and once more on its small page where it asks for something."""
    page.get_by_role("button", name=verb).or_(page.get_by_role("link", name=verb)).first.click()
    if "/do/" in page.url:
        page.get_by_role("main").get_by_role("button", name=verb).click()


@pytest.mark.exhaustive
def test_a_review_logged_in_the_admin_ends_in_the_public_report(
    at, rita, leo, sam, mira, milo, mona
) -> None:
    factories.make_tag("MEASURE-2.7")
    factories.make_system(rita, name="GPT-4")
    cycle = factories.make_cycle(leo, title="Autumn review")
    factories.make_observation(rita, title="Long chats drift")

    # Rita logs a review with a finding, its observation, a tag and a link, and submits it.
    page = at("rita")
    page.goto(f"/admin/reviews/reviewcycle/{cycle.pk}/change/")
    page.get_by_role("link", name=re.compile("review in this cycle", re.I)).click()
    page.locator("#id_title").fill("Long sessions")
    choose(page, "system", "GPT-4")
    page.locator("#id_summary").fill("Sessions above 15 turns lose the thread.")
    page.locator("#id_findings-0-title").fill("The model mirrors the user's tone")
    finding = page.locator("#findings-0")
    for field, text in (("observations", "Long chats"), ("tags", "MEASURE-2.7")):
        finding.locator(f".field-{field} .select2-selection").click()
        page.keyboard.type(text, delay=10)
        page.locator(".select2-results__option--highlighted", has_text=text).click()
    page.get_by_role("button", name="Save", exact=True).click()
    review = Review.objects.get()
    page.goto(f"/admin/reviews/review/{review.pk}/change/")
    press(page, "Submit for acceptance")

    # Leo accepts; before, the button was refused to Rita in words.
    page.goto(f"/admin/reviews/review/{review.pk}/change/")
    expect(page.get_by_text("Only a lead of a partner can do this").first).to_be_visible()
    page = at("leo")
    page.goto(f"/admin/reviews/review/{review.pk}/change/")
    press(page, "Accept and share")

    # Rita drafts a lesson from the chosen finding and tags it.
    page = at("rita")
    page.goto("/admin/reviews/finding/")
    page.locator("input.action-select").first.check()
    page.locator("select[name=action]").select_option(
        label="Draft a lesson from the chosen findings"
    )
    page.get_by_role("button", name="Go").click()
    lesson = Lesson.objects.get()
    page.goto(f"/admin/lessons/lesson/{lesson.pk}/change/")
    page.locator("#id_insight").fill("Test as long as people chat.")
    page.get_by_role("button", name="Save", exact=True).click()
    assert lesson.tags.get().code == "MEASURE-2.7"

    # Leo shares it, a signatory of each side endorses it, one action starts a practice.
    for who, verb in (
        ("leo", "Share with the partners"),
        (sam, "Endorse for OpenAI"),
        (mona, "Endorse for Microsoft"),
        ("mira", "Start a best practice"),
    ):
        page = at(who)
        page.goto(f"/admin/lessons/lesson/{lesson.pk}/change/")
        press(page, verb)
    version = lesson.practice_versions.get()
    for who, verb in (
        ("mira", "Put up for joint review"),
        (sam, "Approve for OpenAI"),
        (mona, "Approve for Microsoft"),
        ("milo", "Publish"),
    ):
        page = at(who)
        page.goto(f"/admin/lessons/practiceversion/{version.pk}/change/")
        press(page, verb)

    # Anyone reads it in the report.
    page.context.clear_cookies()
    page.goto("/reports/best-practices/")
    expect(page.get_by_role("main")).to_contain_text(version.title)
    expect(page.get_by_role("main")).not_to_contain_text("Long chats drift")
