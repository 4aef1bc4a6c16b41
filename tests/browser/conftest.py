"""A real browser for the tests that need one, and the reason where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import confirmed
from tests.factories import PASSWORD
from tracker.models import User

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once for a file; its event loop is none of the other tests'."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed (Debian: apt install chromium).")
    # Playwright keeps an event loop running in this thread; Django would refuse its database there.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        arguments = [
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
        ]
        if os.geteuid() == 0:
            arguments.append("--no-sandbox")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Person:
    """Someone in front of a browser of their own."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.address = address
        self.page: Page = browser.new_context(base_url=address, locale="en-GB").new_page()
        self.complaints: list[str] = []
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def hear(self, message: Any) -> None:
        """Keep what the browser complains about: a refused script or style, a missing file."""
        if message.type == "error":
            self.complaints.append(message.text)

    def sign_in(self, username: str) -> Page:
        """Sign in and return the page."""
        self.page.goto("/sign-in/")
        self.page.get_by_label("Username").fill(username)
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
        self.page.wait_for_url(f"{self.address}/")
        return self.page

    def sit_down_confirmed(self, user: User) -> Page:
        """Go on in a session that gave its second factor just now: this person may sign."""
        cookie = confirmed(Client(), user).cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": self.address}])
        self.page.goto("/")
        return self.page


@pytest.fixture
def at(browser: Browser, live_server: Any) -> Iterator[Any]:
    """Return a function that seats a person; at the end nobody's browser complained.

    A name signs in with the password; an account sits down with its second factor given.
    """
    people: list[Person] = []

    def seat(who: str | User) -> Page:
        people.append(Person(browser, live_server.url))
        if isinstance(who, str):
            return people[-1].sign_in(who)
        return people[-1].sit_down_confirmed(who)

    yield seat
    complaints = [complaint for person in people for complaint in person.complaints]
    for person in people:
        person.page.context.close()
    assert complaints == []
