"""A line of systems across both partners, and a lesson whose cause lies at its head."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from lessons import transitions
from lessons.models import Disposition, Lesson
from tests import factories
from tracker import sharing
from tracker.models import AISystem, User


@dataclass
class World:
    """OpenAI's model, Microsoft's service built on it, and an application built on that."""

    model: AISystem
    service: AISystem
    app: AISystem
    lesson: Lesson

    def of(self, system: AISystem) -> Disposition:
        """Return what a system answers."""
        found: Disposition = Disposition.objects.for_list().get(lesson=self.lesson, system=system)
        return found


def depend(upstream: AISystem, downstream: AISystem, by: User, **more) -> None:
    """Let a system be built on another."""
    factories.make_dependency(
        by=by, upstream=upstream, downstream=downstream, kind="built_on", **more
    )


def shared_system(by: User, lead: User, **fields) -> AISystem:
    """Make a system that both partners see."""
    return sharing.share(factories.make_system(by, **fields), by=lead)


@pytest.fixture
def draft(rita, leo, mira, milo) -> World:
    """A shared lesson that nobody signed yet."""
    model = shared_system(rita, leo, name="Model", steward=rita)
    service = shared_system(mira, milo, name="Service", steward=mira)
    app = shared_system(mira, milo, name="App")
    depend(model, service, mira)
    depend(service, app, mira)
    lesson = sharing.share(factories.make_lesson(rita, cause_in=[model]), by=leo)
    return World(model, service, app, lesson)


@pytest.fixture
def asked(draft: World, sam, mona) -> World:
    """The same, endorsed: its systems are asked."""
    for signatory in (sam, mona):
        draft.lesson = transitions.endorse(draft.lesson, by=signatory)
    return draft
