"""Which rows a reader gets, and what a list or a page fetches with them, on the upper floor."""

from lessons.querysets.adoption import AdoptionQuerySet
from lessons.querysets.briefing import BriefingLineQuerySet
from lessons.querysets.check import CheckQuerySet, CheckResultQuerySet
from lessons.querysets.disposition import (
    DispositionQuerySet,
    NoActionQuerySet,
    OptionalOutcomeQuerySet,
    PrunedSystemQuerySet,
)
from lessons.querysets.effect import EffectivenessReviewQuerySet
from lessons.querysets.lesson import (
    EndorsementQuerySet,
    LessonQuerySet,
    LessonSystemQuerySet,
)
from lessons.querysets.outcome import (
    ResearchDirectionQuerySet,
    ResearchOutputQuerySet,
    SystemUpdateQuerySet,
)
from lessons.querysets.practice import (
    BestPracticeQuerySet,
    PracticeApprovalQuerySet,
    PracticeVersionQuerySet,
)
from lessons.querysets.recurrence import FindingsApartQuerySet, RecurrenceQuerySet
from lessons.querysets.reverification import ReverificationQuerySet

__all__ = [
    "AdoptionQuerySet",
    "BestPracticeQuerySet",
    "BriefingLineQuerySet",
    "CheckQuerySet",
    "CheckResultQuerySet",
    "DispositionQuerySet",
    "EffectivenessReviewQuerySet",
    "EndorsementQuerySet",
    "FindingsApartQuerySet",
    "LessonQuerySet",
    "LessonSystemQuerySet",
    "NoActionQuerySet",
    "OptionalOutcomeQuerySet",
    "PracticeApprovalQuerySet",
    "PracticeVersionQuerySet",
    "PrunedSystemQuerySet",
    "RecurrenceQuerySet",
    "ResearchDirectionQuerySet",
    "ResearchOutputQuerySet",
    "ReverificationQuerySet",
    "SystemUpdateQuerySet",
]
