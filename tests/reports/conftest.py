"""Practices to report on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from lessons.models import Lesson, PracticeVersion, SystemUpdate
from reviews.models import Finding, Observation
from tests.factories import (
    judge_effect,
    make_confirmed_finding,
    make_endorsed_lesson,
    make_observation,
    make_published_practice,
    make_shipped_update,
    make_system,
    make_tag,
)


@dataclass
class Published:
    """A practice and what stands behind it: the observation is private, the rest the partners'."""

    seen: Observation
    finding: Finding
    lesson: Lesson
    update: SystemUpdate
    version: PracticeVersion


@pytest.fixture
def publish(rita, leo, sam, mona) -> Callable[..., Published]:
    """Publish a practice whose line is verified."""

    def make(
        title: str = "Test long chats", tags: Any = None, systems: Any = (), **fields: Any
    ) -> Published:
        seen = make_observation(rita, title="Secret: long chats drift")
        finding = make_confirmed_finding(rita, leo, observations=[seen], title="Chats drift")
        lesson = make_endorsed_lesson(
            rita,
            leo,
            sam,
            mona,
            findings=[finding],
            title="Measure drift",
            tags=tags or [make_tag()],
            seen_in=systems,
        )
        update = make_shipped_update(rita, leo, lesson, title="Cap chats", system=make_system(rita))
        judge_effect(update, by=leo, seen="Replayed 1,000 chats.")
        fields = {"title": title, "guidance": "Replay long chats.", **fields}
        version = make_published_practice(lesson, rita, leo, sam, mona, **fields)
        return Published(seen, finding, lesson, update, version)

    return make


@pytest.fixture
def published(publish: Callable[..., Published]) -> Published:
    """One published practice."""
    return publish()
