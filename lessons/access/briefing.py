"""Who answers the lines of a partner's briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from lessons.states import ANSWERS_WITH_WORDS, BriefingAnswer
from reviews.access import check_can_answer_briefing
from tracker.access import WrongState, check_same_organization

if TYPE_CHECKING:
    from lessons.models import BriefingLine
    from tracker.access import Reader


def check_can_answer_line(user: Reader, line: BriefingLine) -> None:
    """Reviewers, leads and signatories answer their organization's own briefing, and think again."""
    check_can_answer_briefing(user, line.briefing.cycle)
    check_same_organization(user, line.briefing.organization)
    if line.status == BriefingAnswer.GONE:
        raise WrongState(f"The lesson of {line.reference} is not shared any more.")


def check_says_enough(answer: str, words: str) -> None:
    """Refuse an answer that leaves out how it changes the plan, or why it is not relevant."""
    if answer not in ANSWERS_WITH_WORDS or words.strip():
        return
    sentences = {
        BriefingAnswer.CHANGES_PLAN: "Say how it changes your plan.",
        BriefingAnswer.NOT_RELEVANT: "Say why it is not relevant here.",
    }
    raise ValidationError({"words": sentences[BriefingAnswer(answer)]})
