"""A small world with one record of each noun: some of OpenAI alone, some shared, one published."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from lessons import transitions
from tests import factories


@pytest.fixture
def world(rita, leo, sam, mira, milo, mona, cleo):
    """One record of each noun; what a lead shared is read by both partners."""
    system = factories.make_system(rita, name="Example model")
    beneath = factories.make_system(rita, name="What it rests on")
    private = factories.make_observation(rita, title="Seen by OpenAI alone", systems=[system])
    finding = factories.make_confirmed_finding(rita, leo, observations=[private])
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, findings=[finding])
    research = transitions.start_research(lesson, by=rita, title="What remains open?")
    version = factories.make_published_practice(
        factories.make_endorsed_lesson(rita, leo, sam, mona), rita, leo, sam, mona
    )
    return SimpleNamespace(
        system=system,
        dependency=factories.make_dependency(rita, beneath, system, label="amber_strict"),
        observation=private,
        cycle=factories.make_cycle(leo),
        series=factories.make_series(leo),
        review=finding.review,
        finding=finding,
        lesson=lesson,
        update=factories.make_update(rita, lesson, system=system),
        research=research,
        version=version,
    )
