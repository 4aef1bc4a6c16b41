"""A line to look along."""

from __future__ import annotations

import pytest

from tests.factories import (
    make_confirmed_finding,
    make_endorsed_lesson,
    make_observation,
    make_published_practice,
    make_shipped_update,
)


@pytest.fixture
def line(rita, leo, sam, mona):
    """A private observation of OpenAI whose line reaches a shipped update and a published practice."""
    seen = make_observation(rita, title="Secret: long chats drift")
    finding = make_confirmed_finding(rita, leo, observations=[seen], title="Chats drift")
    lesson = make_endorsed_lesson(rita, leo, sam, mona, findings=[finding], title="Test long chats")
    update = make_shipped_update(rita, leo, lesson, title="Cap chats")
    version = make_published_practice(lesson, rita, leo, sam, mona)
    return {
        "seen": seen,
        "finding": finding,
        "lesson": lesson,
        "update": update,
        "version": version,
    }
