"""Guidance is Markdown, and nothing in it runs."""

from __future__ import annotations

import pytest

from tracker.markdown import to_html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,<script>alert(1)</script>)",
        "![a](https://example.org/track.png)",
        "[a](https://example.org 'x\" onmouseover=\"alert(1)')",
        "<a href='javascript:alert(1)'>a</a>",
        "<style>*{display:none}</style>",
        '<https://example.org/"onload=alert(1)>',
        "```html\n<script>alert(1)</script>\n```",
    ],
)
def test_nothing_that_runs_or_loads_survives(text):
    html = to_html(text).lower()
    for unwanted in ("<script", "<img", "<style", 'href="javascript', 'href="data', " onerror=\"",
                     " onmouseover=\"", " onload=\""):  # fmt: skip
        assert unwanted not in html


def test_html_in_it_is_shown_as_text():
    assert "&lt;b&gt;bold&lt;/b&gt;" in to_html("<b>bold</b>")


def test_what_prose_needs_is_kept():
    html = to_html("# One\n\n- a *b*\n\n[link](https://example.org)\n\n| a |\n|---|\n| b |")
    for wanted in ("<h2>One</h2>", "<li>a <em>b</em></li>", 'href="https://example.org"', "<td>b"):
        assert wanted in html
    assert "<h1" not in html
