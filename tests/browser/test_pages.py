"""The reading pages as browsers and screen readers meet them: no violation, no complaint, no overflow."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from lessons import transitions
from lessons.adoption_transitions import ask
from lessons.check_transitions import let_lesson_carry, retire_check
from tests import factories
from tracker import sharing

pytestmark = [
    pytest.mark.browser,
    pytest.mark.exhaustive,
    pytest.mark.django_db(transaction=True),
]

LISTS = (
    "/", "/systems/", "/observations/", "/observations/new/", "/cycles/", "/reviews/", "/findings/",
    "/lessons/", "/updates/", "/research/", "/practices/", "/search/?q=lesson",
    "/dispositions/", "/adoptions/", "/checks/", "/reports/adoption/", "/reports/adoption/?state=asked",
)  # fmt: skip
SIZES = ((1280, "light"), (390, "dark"))


def wrong_with(page, address: str) -> list[str]:
    """Return what axe finds, and whether the page is wider than the screen or lacks its heading."""
    page.goto(address)
    found = [f"{address}: {v['id']}" for v in Axe().run(page).response["violations"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{address}: wider than the screen")
    if page.locator("h1").count() != 1:
        found.append(f"{address}: not one <h1>")
    return found


def test_no_page_has_a_violation_at_a_desk_or_on_a_phone(at, rita, leo, sam, mona) -> None:
    tags = [factories.make_tag()]
    system = factories.make_system(rita)
    seen = factories.make_observation(rita, systems=[system], tags=tags)
    finding = factories.make_confirmed_finding(rita, leo, observations=[seen], tags=tags)
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, findings=[finding], tags=tags)
    update = factories.make_shipped_update(rita, leo, lesson)
    research = transitions.start_research(lesson, by=rita, title="What remains open?")
    version = factories.make_published_practice(lesson, rita, leo, sam, mona)
    cycle = factories.make_cycle(leo)
    factories.make_lesson(rita)
    cause = sharing.share(factories.make_system(rita, steward=rita), by=leo)
    asking = factories.make_endorsed_lesson(rita, leo, sam, mona, cause_in=[cause])
    (adoption,) = ask(version, [system])
    check = let_lesson_carry(
        lesson, by=rita, system=system,
        metric="Rate", direction="at_most", threshold="1", fresh_days=7,
    )  # fmt: skip
    retire_check(check, by=rita, reason="Measured elsewhere.")
    records = (
        system, seen, finding, finding.review, lesson, update, research, version, cycle,
        asking.dispositions.get(), adoption, check,
    )  # fmt: skip
    page = at("leo")
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        for address in (*LISTS, *(record.get_absolute_url() for record in records)):
            assert wrong_with(page, address) == []


def test_several_consents_are_given_on_a_page_without_a_violation(
    at, rita, leo, sam, mira, milo, mona
) -> None:
    said = "What was learned when the model answered in the voice of its last caller."
    factories.make_observation(mira, description=said)
    both = factories.make_lesson_of_both(rita, leo, theirs=mira, their_lead=milo).findings.all()
    for insight in (said, "Nothing of the kind.", "A long account of it. " * 40):
        sharing.release_to_public(
            factories.make_lesson(rita, findings=both, insight=insight), by=sam
        )
    page = at(mona)
    for width, scheme in SIZES:
        page.set_viewport_size({"width": width, "height": 844})
        page.emulate_media(color_scheme=scheme)
        assert wrong_with(page, "/sharing/consents/") == []
    for box in page.locator("input[name=chosen]").all():
        box.check()
    page.get_by_role("button", name="Consent to what is ticked for Microsoft").click()
    assert page.get_by_text("It can be read by the public now.").count() == 2
    assert page.get_by_text("Not consented:").count() == 1
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
