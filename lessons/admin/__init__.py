"""The admin of the upper floor: lessons are drafted, tagged and followed up."""

from lessons.admin.check import CheckAdmin
from lessons.admin.drafting import FindingAdmin, ReviewAdmin
from lessons.admin.lesson import LessonAdmin
from lessons.admin.outcomes import ResearchDirectionAdmin, SystemUpdateAdmin
from lessons.admin.practice import PracticeVersionAdmin

__all__ = [
    "CheckAdmin",
    "FindingAdmin",
    "LessonAdmin",
    "PracticeVersionAdmin",
    "ResearchDirectionAdmin",
    "ReviewAdmin",
    "SystemUpdateAdmin",
]
