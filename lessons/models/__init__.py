"""The shape of everything on the upper floor, one noun a file."""

from lessons.models.lesson import Endorsement, Lesson, LessonSystem
from lessons.models.outcome import ResearchDirection, ResearchOutput, SystemUpdate
from lessons.models.practice import BestPractice, PracticeApproval, PracticeVersion

__all__ = [
    "BestPractice",
    "Endorsement",
    "Lesson",
    "LessonSystem",
    "PracticeApproval",
    "PracticeVersion",
    "ResearchDirection",
    "ResearchOutput",
    "SystemUpdate",
]
