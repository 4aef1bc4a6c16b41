"""Passkeys in a real browser, and no page that the Content-Security-Policy has anything against."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tracker import sharing
from tracker.models import AISystem, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = (
    "/", "/observations/new/", "/lessons/", "/search/?q=lesson", "/reports/best-practices/",
    "/gallery/", "/account/", "/account/password/", "/account/app/remove/", "/account/codes/new/",
    "/account/passkeys/", "/account/passkeys/add/", "/account/tokens/", "/account/confirm/code/",
    "/admin/", "/admin/lessons/lesson/", "/admin/lessons/lesson/add/", "/admin/tracker/user/add/",
    "/api/v1/docs/", "/sign-in/", "/nothing-here/",
)  # fmt: skip
LISTEN = """
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => {
        window.refused.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
"""
INLINE = """() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.body.append(script);
    return new Promise((done) => setTimeout(() => done(window.ran === true), 100));
}"""


def give_authenticator(page: Page) -> None:
    """Plug in a virtual authenticator that knows its owner (Web Authentication, 11.2)."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_a_passkey_signs_for_an_organization_and_signs_in_without_a_password(
    at, rita, leo, sam
) -> None:
    lesson = sharing.share(factories.make_lesson(rita), by=leo)
    page = at("sam")
    give_authenticator(page)
    page.goto(f"/do/lesson/{lesson.reference}/endorse/")
    page.get_by_role("link", name="Confirm that it is you").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("link", name="Go on to sign").click()
    page.get_by_role("button", name="Endorse for OpenAI").click()
    assert lesson.endorsements.get().signed_by == sam

    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("link", name="sam")).to_be_visible()


@pytest.mark.exhaustive
def test_no_page_breaks_the_content_security_policy(at, rita, leo, sam, mona) -> None:
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    system = factories.make_system(rita)
    records = [lesson.get_absolute_url(), f"/trace/{lesson.reference}/"]
    admin = [
        f"/admin/{where}/{one.pk}/change/" for where, one in admin_records(lesson, system, leo)
    ]
    page = at(leo)
    page.add_init_script(LISTEN)
    for address in (*PAGES[:-1], *records, *admin):
        page.goto(address)
        assert page.evaluate("window.refused") == [], address


def test_inline_script_does_not_run_and_the_listener_hears_of_it(browser, live_server) -> None:
    page = browser.new_page(base_url=live_server.url)
    page.add_init_script(LISTEN)
    page.goto("/sign-in/")
    assert page.evaluate(INLINE) is False
    assert [one.split()[0] for one in page.evaluate("window.refused")] == ["script-src-elem"]
    page.context.close()


def admin_records(lesson, system: AISystem, leo: User):
    """Return some records with where they stand in the admin."""
    return [("lessons/lesson", lesson), ("tracker/aisystem", system), ("tracker/user", leo)]
