"""The shapes of the upper floor's nouns, as programs read them."""

from __future__ import annotations

from typing import Any

from lessons.api.adoptions import AdoptionRead
from lessons.api.dispositions import DispositionRead
from lessons.api.serializers.lesson import LessonRead, LessonRow
from lessons.api.serializers.practice import PracticeRead, PracticeVersionRead, VersionRow
from lessons.api.serializers.research import ResearchRead, ResearchRow
from lessons.api.serializers.update import UpdateRead, UpdateRow
from lessons.models import (
    Adoption,
    Disposition,
    Lesson,
    PracticeVersion,
    ResearchDirection,
    SystemUpdate,
)
from reviews.api.serializers import SHAPES as REVIEWS_SHAPES
from tracker.api.serializers import DelegationRead, DependencyRead, LabelChangeRead, SystemRead
from tracker.models import AISystem, Delegation, LabelChange, SystemDependency

# What a verb answers with, by the noun of the record that it shows.
SHAPES: dict[Any, Any] = {
    **REVIEWS_SHAPES,
    AISystem: SystemRead,
    SystemDependency: DependencyRead,
    LabelChange: LabelChangeRead,
    Delegation: DelegationRead,
    Lesson: LessonRead,
    Disposition: DispositionRead,
    Adoption: AdoptionRead,
    SystemUpdate: UpdateRead,
    ResearchDirection: ResearchRead,
    PracticeVersion: PracticeVersionRead,
}

__all__ = [
    "SHAPES",
    "LessonRead",
    "LessonRow",
    "PracticeRead",
    "PracticeVersionRead",
    "ResearchRead",
    "ResearchRow",
    "UpdateRead",
    "UpdateRow",
    "VersionRow",
]
