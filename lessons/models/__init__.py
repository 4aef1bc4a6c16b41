"""The shape of everything on the upper floor, one noun a file."""

from lessons.models.adoption import Adoption
from lessons.models.briefing import BriefingLine
from lessons.models.check import Check, CheckResult
from lessons.models.disposition import Disposition, PrunedSystem
from lessons.models.effect import EffectivenessReview
from lessons.models.learning import NoAction, OptionalOutcome
from lessons.models.lesson import Endorsement, Lesson, LessonSystem
from lessons.models.practice import BestPractice, PracticeApproval, PracticeVersion
from lessons.models.recurrence import FindingsApart, Recurrence
from lessons.models.research import ResearchDirection, ResearchOutput
from lessons.models.reverification import Reverification
from lessons.models.update import SystemUpdate

__all__ = [
    "Adoption",
    "BestPractice",
    "BriefingLine",
    "Check",
    "CheckResult",
    "Disposition",
    "EffectivenessReview",
    "Endorsement",
    "FindingsApart",
    "Lesson",
    "LessonSystem",
    "NoAction",
    "OptionalOutcome",
    "PracticeApproval",
    "PracticeVersion",
    "PrunedSystem",
    "Recurrence",
    "ResearchDirection",
    "ResearchOutput",
    "Reverification",
    "SystemUpdate",
]
