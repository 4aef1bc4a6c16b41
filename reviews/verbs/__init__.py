"""The verbs of the middle floor as people and programs meet them."""

from __future__ import annotations

from django.db.models import Model

from reviews.models import (
    Condition,
    CycleItem,
    CycleSeries,
    Finding,
    MigrationProposal,
    Observation,
    Review,
    ReviewCycle,
)
from reviews.verbs.asks import SEEN, STATEMENT, own_people, today
from reviews.verbs.cycle import CONDITION_VERBS, CYCLE_VERBS, ITEM_VERBS
from reviews.verbs.migration import MIGRATION_VERBS
from reviews.verbs.reviewing import FINDING_VERBS, OBSERVATION_VERBS, REVIEW_VERBS
from reviews.verbs.series import SERIES_VERBS
from tracker import system_verbs
from tracker.verbs import Verb

VERBS: dict[type[Model], tuple[Verb, ...]] = {
    **system_verbs.VERBS,
    Observation: OBSERVATION_VERBS,
    CycleSeries: SERIES_VERBS,
    ReviewCycle: CYCLE_VERBS,
    CycleItem: ITEM_VERBS,
    Condition: CONDITION_VERBS,
    MigrationProposal: MIGRATION_VERBS,
    Review: REVIEW_VERBS,
    Finding: FINDING_VERBS,
}

__all__ = [
    "CONDITION_VERBS",
    "CYCLE_VERBS",
    "FINDING_VERBS",
    "ITEM_VERBS",
    "OBSERVATION_VERBS",
    "REVIEW_VERBS",
    "SEEN",
    "SERIES_VERBS",
    "STATEMENT",
    "VERBS",
    "own_people",
    "today",
]
