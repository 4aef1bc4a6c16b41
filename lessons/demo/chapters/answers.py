"""What nine systems answer to the lesson of Bing chat's first weeks: made up, and marked so."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from lessons.demo.cast import Side
from lessons.demo.sources import on
from lessons.demo.stage import Stage
from lessons.disposition_transitions import accept_answer, answer_disposition, return_answer
from lessons.models import Disposition, Lesson
from lessons.states import Answer

LESSON = "A limited open preview finds use that internal tests don’t imagine"
ANSWERED, JUDGED = on(2023, 3, 8), on(2023, 3, 22)


@dataclass(frozen=True)
class Given:
    """What a system answers, and what the other side finds of it ("" where nobody looked yet)."""

    system: str
    answer: str
    reason: str
    judgement: str = ""
    is_returned: bool = False
    does_it: str = ""


GIVEN = (
    Given(
        "Bing chat",
        Answer.ADOPTED,
        "Illustrative: previews open to a limited public first, and limits widen with evidence.",
        "Illustrative: the limit and its later steps are in the product’s blog.",
        does_it="Chats end after 5 turns, and after 50 turns a day",
    ),
    Given(
        "ChatGPT",
        Answer.ALREADY_COVERED,
        "Illustrative: it was offered as a research preview from its first day.",
        "Illustrative: agreed; what was seen in the preview is on record.",
    ),
    Given(
        "GPT-4",
        Answer.ADOPTED,
        "Illustrative: long chats are part of what is tested before a model is offered.",
        "Illustrative: shown with the tests’ lengths.",
    ),
    Given(
        "Codex CLI",
        Answer.NOT_APPLICABLE,
        "Illustrative: it holds no chats that wander; each run has one task.",
        "Illustrative: agreed.",
    ),
    Given(
        "GitHub Copilot",
        Answer.ADOPTED,
        "Illustrative: chat opens to a limited beta first.",
    ),
    Given(
        "Azure OpenAI Service",
        Answer.DECLINED,
        "Illustrative: customers open their own products and set their own limits.",
        "Illustrative: say what the service offers them for that.",
        is_returned=True,
    ),
)


def tell(stage: Stage) -> None:
    """Let most systems answer; three have not, one answer waits for a judgement, one came back."""
    lesson = Lesson.objects.get(title=LESSON)
    for given in GIVEN:
        asked = Disposition.objects.get(lesson=lesson, system=stage.systems[given.system])
        side, other = sides_of(stage, asked)
        answered = answer_disposition(
            asked,
            by=side.lead,
            answer=given.answer,
            reason=given.reason,
            update=lesson.updates.filter(title=given.does_it).first() if given.does_it else None,
            answered_on=not_before(asked.asked_on, ANSWERED),
        )
        if given.judgement:
            find = return_answer if given.is_returned else accept_answer
            day = not_before(answered.answered_on, JUDGED)
            find(answered, by=other.reviewer, reason=given.judgement, judged_on=day)


def sides_of(stage: Stage, asked: Disposition) -> tuple[Side, Side]:
    """Return the side that is asked, and the one that judges."""
    is_oai = asked.organization == stage.oai.organization
    return (stage.oai, stage.msft) if is_oai else (stage.msft, stage.oai)


def not_before(earliest: datetime.date | None, day: datetime.date) -> datetime.date:
    """Return a day, or the earliest one that it may be."""
    return max(earliest, day) if earliest else day
