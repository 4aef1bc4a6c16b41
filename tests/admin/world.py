"""A small world of OpenAI's: one record of each noun, and more of everything beside and under them."""

from __future__ import annotations

from typing import Any

from lessons.editing import edit_lesson
from lessons.models import ResearchDirection
from lessons.outcome_editing import add_output
from lessons.transitions import start_practice, start_research
from reviews.editing import add_evidence, add_item
from tests.factories import (
    make_confirmed_finding,
    make_cycle,
    make_endorsed_lesson,
    make_finding,
    make_lesson,
    make_observation,
    make_review,
    make_series,
    make_system,
    make_tag,
    make_update,
    make_user,
    numbers,
)
from tracker.editing import add_dependency, add_system_version


def make_world(rita: Any, leo: Any, sam: Any, mona: Any) -> dict[str, Any]:
    """Make one record of each noun; those of Rita's are hers alone, save what is joint."""
    system, cycle = make_system(rita), make_cycle(leo)
    review = make_review(rita, system=system, cycle=cycle)
    seen = make_observation(rita, systems=[system])
    endorsed = make_endorsed_lesson(rita, leo, sam, mona)
    return {
        "system": system,
        "cycle": cycle,
        "series": make_series(leo),
        "review": review,
        "observation": seen,
        "finding": make_finding(rita, review, systems=[system], observations=[seen]),
        "lesson": make_lesson(rita, seen_in=[system]),
        "endorsed": endorsed,
        "update": make_update(rita, endorsed, system=system),
        "research": start_research(endorsed, by=rita, title="Why?"),
        "practice": start_practice(endorsed, by=rita),
        "tag": make_tag(),
        "taxonomy": make_tag().taxonomy,
        "organization": rita.organization,
        "person": rita,
    }


def grow(world: dict[str, Any], rita: Any, leo: Any) -> None:
    """Put one more of everything beside and under the records of a world."""
    number = next(numbers)
    tag, system = make_tag(f"T-{number}"), make_system(rita)
    make_user(f"person-{number}", rita.organization, "reviewer")
    add_item(world["cycle"], by=leo, system=system, change=f"Change {number}")
    add_system_version(world["system"], by=rita, label=str(number))
    add_dependency(by=rita, upstream=system, downstream=world["system"], kind="built_on")
    make_review(rita, system=world["system"], cycle=world["cycle"])
    make_finding(
        rita,
        world["review"],
        systems=[world["system"], system],
        observations=[world["observation"]],
        tags=[tag],
    )
    for name in ("review", "observation", "finding"):
        add_evidence(world[name], by=rita, title="A link", url="https://example.org/")
    world["finding"].systems.add(system)
    world["finding"].tags.add(tag)
    finding = make_confirmed_finding(rita, leo, systems=[world["system"]], tags=[tag])
    make_lesson(rita, findings=[finding], tags=[tag], seen_in=[system])
    kept = world["lesson"]
    edit_lesson(
        kept,
        by=rita,
        findings=[*kept.findings.all(), finding],
        tags=[*kept.tags.all(), tag],
        seen_in=[system, *(about.system for about in kept.about.all())],
    )
    make_update(rita, world["endorsed"])
    make_series(leo)
    world["series"].systems.add(system)
    direction = start_research(world["endorsed"], by=rita, title="Why?")
    add_output(world["research"], by=rita, title="A paper", url="https://example.org/")
    start_practice(world["endorsed"], by=rita)
    world["update"].lessons.add(kept)
    assert isinstance(direction, ResearchDirection)
