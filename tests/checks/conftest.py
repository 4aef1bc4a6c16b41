"""A lesson on a system of Microsoft's that both partners see, and a check on it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from lessons.check_transitions import let_lesson_carry
from lessons.models import Check, Lesson
from tests import factories
from tracker import editing, sharing
from tracker.models import AISystem, SystemVersion


@dataclass
class World:
    """The lesson, the system with a version, and the check."""

    lesson: Lesson
    system: AISystem
    version: SystemVersion
    check: Check

    @property
    def fresh(self) -> Check:
        """Return the check as a page reads it."""
        found: Check = Check.objects.for_list().get(pk=self.check.pk)
        return found


TERMS = {
    "metric": "Share of long chats that drift",
    "direction": "at_most",
    "threshold": "2.5",
    "unit": "%",
    "fresh_days": 30,
}


@pytest.fixture
def measured(rita, leo, mira, milo, sam, mona) -> World:
    """Return a lesson of OpenAI's that Microsoft checks on its own system."""
    system = sharing.share(factories.make_system(mira, name="Service"), by=milo)
    version = editing.add_system_version(system, by=mira, label="2026-11")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    check = let_lesson_carry(lesson, by=mira, system=system, **TERMS)
    return World(lesson, system, version, check)


@pytest.fixture
def in_effect(measured, rita, leo, sam, mona) -> None:
    """Let something be in effect that follows from the lesson, so that it can be learned."""
    factories.make_published_practice(measured.lesson, rita, leo, sam, mona)
    measured.lesson.refresh_from_db()
