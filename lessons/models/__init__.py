"""The shape of everything on the upper floor, one noun a file."""

from lessons.models.briefing import BriefingLine
from lessons.models.effect import EffectivenessReview
from lessons.models.lesson import Endorsement, Lesson, LessonSystem
from lessons.models.practice import BestPractice, PracticeApproval, PracticeVersion
from lessons.models.recurrence import FindingsApart, Recurrence
from lessons.models.research import ResearchDirection, ResearchOutput
from lessons.models.update import SystemUpdate

__all__ = [
    "BestPractice",
    "BriefingLine",
    "EffectivenessReview",
    "Endorsement",
    "FindingsApart",
    "Lesson",
    "LessonSystem",
    "PracticeApproval",
    "PracticeVersion",
    "Recurrence",
    "ResearchDirection",
    "ResearchOutput",
    "SystemUpdate",
]
