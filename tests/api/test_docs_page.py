"""The page that documents the API draws itself under the strict policy, in a real browser."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from django.test import Client
from playwright.sync_api import Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.exhaustive,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"there is no {CHROMIUM}"),
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def page(live_server: Any, rita: Any) -> Iterator[Page]:
    """Return a browser page signed in as Rita."""
    # Playwright keeps an event loop in this thread, where Django then refuses its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    client = Client()
    client.force_login(rita)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        context = browser.new_context()
        context.add_cookies(
            [
                {
                    "name": site.SESSION_COOKIE_NAME,
                    "value": client.cookies[site.SESSION_COOKIE_NAME].value,
                    "url": live_server.url,
                }
            ]
        )
        # Some two hundred operations are drawn, beside whatever else the machine does.
        context.set_default_timeout(120_000)
        yield context.new_page()
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def test_the_documentation_draws_itself_and_the_policy_has_nothing_to_refuse(
    page: Page, live_server: Any
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(live_server.url + "/api/v1/docs/")
    page.locator("#operations-tag-lessons").click()
    page.locator("#operations-lessons-lessons_endorse").wait_for()
    assert [line for line in complaints if line.startswith(("error", "warning"))] == []
    assert {url for url in asked if not url.startswith((live_server.url, "data:"))} == set()


def test_a_request_is_tried_out_from_the_documentation(page: Page, live_server: Any) -> None:
    page.goto(live_server.url + "/api/v1/docs/#/observations/observations_list")
    operation = page.locator("#operations-observations-observations_list")
    operation.get_by_role("button", name="Try it out").click()
    operation.get_by_role("button", name="Execute").click()
    operation.locator(".live-responses-table .response-col_status").get_by_text("200").wait_for()
