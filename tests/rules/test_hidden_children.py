"""Replacing a list of children leaves those that the writer can't see."""

from __future__ import annotations

import pytest

from lessons import outcome_editing, practice_editing
from reviews import editing as reviews_editing
from tests import factories
from tracker import sharing
from tracker.access import WrongState


def test_a_practice_keeps_the_lesson_that_its_editor_cannot_see(rita, leo, sam, mona, mira):
    shared = factories.make_endorsed_lesson(rita, leo, sam, mona)
    private = factories.make_lesson(rita)
    version = practice_editing.draft_practice(shared, by=rita)
    version.lessons.add(private)
    practice_editing.edit_practice(version, by=mira, lessons=[])
    assert list(version.lessons.all()) == [private]


def test_a_finding_keeps_the_system_that_its_editor_cannot_see(rita, mira, milo):
    theirs = factories.make_observation(mira)
    observation = sharing.share(theirs, by=milo)
    review = factories.make_review(rita)
    finding = factories.make_finding(rita, review, observations=[observation])
    finding.systems.add(hidden := factories.make_system(mira))
    reviews_editing.edit_finding(finding, by=rita, systems=[], observations=[])
    assert list(finding.systems.all()) == [hidden]
    assert not finding.observations.exists()


def test_an_update_takes_on_lessons_in_force_only(rita, leo, sam, mona):
    update = factories.make_update(rita, factories.make_endorsed_lesson(rita, leo, sam, mona))
    with pytest.raises(WrongState, match="acted on"):
        outcome_editing.edit_update(update, by=rita, lessons=[factories.make_lesson(rita)])
