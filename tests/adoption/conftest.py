"""A published practice for a system of each partner, and one that OpenAI alone knows of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from lessons import practice_editing, practice_transitions
from lessons.adoption_transitions import ask_of_all_practices, say_adoption
from lessons.models import Adoption, Lesson, PracticeVersion
from tests import factories
from tracker import sharing
from tracker.models import AISystem, User


@dataclass
class World:
    """The systems, the lesson behind the practice, and its version in force."""

    model: AISystem
    service: AISystem
    secret: AISystem
    lesson: Lesson
    version: PracticeVersion

    def of(self, system: AISystem) -> Adoption:
        """Return how far a system is with the version in force."""
        found: Adoption = Adoption.objects.for_list().get(version=self.version, system=system)
        return found


@pytest.fixture
def asked(rita, leo, mira, milo, sam, mona) -> World:
    """Return a world in which each system was asked."""
    model = sharing.share(factories.make_system(rita, name="Model", steward=rita), by=leo)
    service = sharing.share(factories.make_system(mira, name="Service"), by=milo)
    secret = factories.make_system(rita, name="Secret")
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona)
    draft = practice_editing.draft_practice(lesson, by=rita, title="Preview first")
    practice_editing.edit_practice(draft, by=rita, systems=[model, service, secret])
    version = practice_transitions.publish_practice(
        factories.approved(draft, rita, sam, mona), by=leo
    )
    assert ask_of_all_practices() == 3
    return World(model, service, secret, lesson, version)


def say(adoption: Adoption, by: User, how_far: str = "adopted", **more: Any) -> Adoption:
    """Say how far a system is."""
    given: dict[str, Any] = {
        "reason": "It is in its release steps.",
        "evidence": "Release log 7.",
        **more,
    }
    return say_adoption(adoption, by=by, how_far=how_far, **given)


def publish_next(world: World, by: User, lead: User, *signatories: User) -> PracticeVersion:
    """Publish the next version of the practice."""
    draft = practice_transitions.revise_practice(world.version, by=by)
    draft = factories.approved(draft, by, *signatories)
    return practice_transitions.publish_practice(draft, by=lead)
