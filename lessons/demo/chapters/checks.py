"""Checks that run, made up and marked so: one fresh, one stale, one failed, one retired."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from lessons.check_transitions import (
    let_lesson_carry,
    let_practice_carry,
    record_result,
    retire_check,
)
from lessons.demo.cast import Side
from lessons.demo.stage import Stage
from lessons.models import Check, Lesson, PracticeVersion
from lessons.states import Direction, PracticeStatus
from tracker.models import SystemVersion


@dataclass(frozen=True)
class Measured:
    """What is measured on which version of a system, and what it gave so many days ago."""

    metric: str
    system: str
    version: str
    direction: str
    threshold: str
    fresh_days: int
    # The values by how many days ago they were measured.
    values: dict[int, str] = field(hash=False)
    unit: str = ""


CACHE = Measured(
    "Replayed cancelled requests that read another person’s entry (made up)",
    "ChatGPT",
    "24 March 2023",
    Direction.AT_MOST,
    "0",
    180,
    {35: "0", 5: "0"},
    "of 10,000",
)
LONG_CHATS = Measured(
    "Chats of more than 15 turns that drift (made up)",
    "Bing chat",
    "Feb 2023 (6 turns)",
    Direction.AT_MOST,
    "0.5",
    30,
    {110: "0.7", 75: "0.3"},
    "%",
)
PASSED_ON = Measured(
    "Signs of misuse that the other partner got within a day (made up)",
    "ChatGPT",
    "24 March 2023",
    Direction.AT_LEAST,
    "90",
    30,
    {62: "96", 32: "94.5", 2: "81"},
    "%",
)
BY_HAND = Measured(
    "Previews whose longest sessions somebody read (made up)",
    "Bing chat",
    "Feb 2023 (6 turns)",
    Direction.AT_LEAST,
    "100",
    90,
    {200: "100"},
    "%",
)


def tell(stage: Stage) -> None:
    """Let lessons and a practice carry checks, and record what they measured."""
    lessons = {
        "What a cache hands out": (stage.oai, CACHE),
        "A limited open preview": (stage.msft, LONG_CHATS),
        "Signs of misuse": (stage.oai, PASSED_ON),
    }
    for title, (side, measured) in lessons.items():
        lesson = Lesson.objects.get(title__startswith=title)
        check = let_lesson_carry(lesson, by=side.reviewer, **terms(stage, measured))
        run(stage, side, check, measured)
    retire(stage)


def retire(stage: Stage) -> None:
    """Let a practice carry a check for a while."""
    in_force = PracticeVersion.objects.in_state(PracticeStatus.PUBLISHED)
    version = in_force.get(title__startswith="Previews that look for")
    side = stage.msft
    check = let_practice_carry(version, by=side.reviewer, **terms(stage, BY_HAND))
    run(stage, side, check, BY_HAND)
    retire_check(
        check, by=side.lead, reason="The preview ended, and its sessions with it (made up)."
    )


def terms(stage: Stage, measured: Measured) -> dict[str, Any]:
    """Return what a check asks for."""
    return {
        "metric": measured.metric,
        "system": stage.systems[measured.system],
        "direction": measured.direction,
        "threshold": measured.threshold,
        "unit": measured.unit,
        "fresh_days": measured.fresh_days,
        "illustrative": True,
    }


def run(stage: Stage, side: Side, check: Check, measured: Measured) -> None:
    """Record the results, the oldest first."""
    version: SystemVersion = stage.version(measured.system, measured.version)
    for days, value in measured.values.items():
        record_result(
            check,
            by=side.reviewer,
            value=value,
            ran_at=timezone.now() - datetime.timedelta(days=days),
            version=version,
            external_id=f"illustrative-{days}",
        )
