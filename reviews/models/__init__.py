"""The shape of everything on the middle floor, one noun a file."""

from reviews.models.condition import Condition, ConditionWaiver
from reviews.models.cycle import ReviewCycle
from reviews.models.evidence import Evidence
from reviews.models.finding import Finding
from reviews.models.item import CycleItem
from reviews.models.observation import ImportedRecord, Observation
from reviews.models.position import Position
from reviews.models.review import Review

__all__ = [
    "Condition",
    "ConditionWaiver",
    "CycleItem",
    "Evidence",
    "Finding",
    "ImportedRecord",
    "Observation",
    "Position",
    "Review",
    "ReviewCycle",
]
