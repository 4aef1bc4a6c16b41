"""The verbs of the upper floor as people and programs meet them, and every verb there is."""

from __future__ import annotations

from django.db.models import Model

from lessons.models import (
    Adoption,
    BriefingLine,
    Check,
    Disposition,
    Lesson,
    PracticeVersion,
    Recurrence,
    ResearchDirection,
    Reverification,
    SystemUpdate,
)
from lessons.verbs.adoption import ADOPTION_VERBS, ASKING_VERBS
from lessons.verbs.briefing import BRIEFING_LINE_VERBS, CYCLE_VERBS
from lessons.verbs.check import CHECK_VERBS, LESSON_CHECK_VERBS, PRACTICE_CHECK_VERBS
from lessons.verbs.disposition import (
    DISPOSITION_VERBS,
    NO_ACTION_VERBS,
    PRUNE_VERBS,
    weighing_verbs,
)
from lessons.verbs.drafting import FINDING_VERBS, OBSERVATION_VERBS, REVIEW_VERBS
from lessons.verbs.lesson import LESSON_VERBS
from lessons.verbs.practice import PRACTICE_VERBS
from lessons.verbs.recurrence import RECURRENCE_VERBS
from lessons.verbs.research import RESEARCH_VERBS
from lessons.verbs.reverification import REVERIFICATION_VERBS
from lessons.verbs.update import UPDATE_VERBS
from reviews import verbs as reviews_verbs
from reviews.models import (
    Condition,
    CycleItem,
    CycleSeries,
    Finding,
    Observation,
    Review,
    ReviewCycle,
)
from tracker.protection.verbs import with_protection
from tracker.verbs import Verb

VERBS: dict[type[Model], tuple[Verb, ...]] = with_protection(
    {
        **reviews_verbs.VERBS,
        Observation: OBSERVATION_VERBS,
        ReviewCycle: CYCLE_VERBS,
        BriefingLine: BRIEFING_LINE_VERBS,
        Reverification: REVERIFICATION_VERBS,
        Review: REVIEW_VERBS,
        Finding: FINDING_VERBS,
        Lesson: (*LESSON_VERBS, *PRUNE_VERBS, *NO_ACTION_VERBS, *LESSON_CHECK_VERBS),
        Check: CHECK_VERBS,
        Disposition: DISPOSITION_VERBS,
        Adoption: ADOPTION_VERBS,
        SystemUpdate: (*UPDATE_VERBS, *weighing_verbs()),
        ResearchDirection: (*RESEARCH_VERBS, *weighing_verbs()),
        PracticeVersion: (*PRACTICE_VERBS, *ASKING_VERBS, *PRACTICE_CHECK_VERBS, *weighing_verbs()),
        Recurrence: RECURRENCE_VERBS,
    },
    joint=(
        CycleSeries,
        ReviewCycle,
        CycleItem,
        Condition,
        PracticeVersion,
        Disposition,
        Adoption,
        Check,
    ),
)
