"""The shapes of the middle floor's nouns, as programs read them; one noun a file."""

from reviews.api.serializers.cycle import CycleRead, CycleRow
from reviews.api.serializers.evidence import EvidenceRead
from reviews.api.serializers.item import (
    ConditionRead,
    ConditionRow,
    ItemRead,
    ItemRow,
)
from reviews.api.serializers.observation import ObservationRead, ObservationRow
from reviews.api.serializers.review import FindingRead, FindingRow, ReviewRead, ReviewRow
from reviews.models import Condition, CycleItem, Finding, Observation, Review, ReviewCycle

# What a verb answers with.
SHAPES = {
    Observation: ObservationRead,
    ReviewCycle: CycleRead,
    CycleItem: ItemRead,
    Condition: ConditionRead,
    Review: ReviewRead,
    Finding: FindingRead,
}

__all__ = [
    "SHAPES",
    "ConditionRead",
    "ConditionRow",
    "CycleRead",
    "CycleRow",
    "EvidenceRead",
    "FindingRead",
    "FindingRow",
    "ItemRead",
    "ItemRow",
    "ObservationRead",
    "ObservationRow",
    "ReviewRead",
    "ReviewRow",
]
