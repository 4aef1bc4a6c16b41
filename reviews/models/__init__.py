"""The shape of everything on the middle floor, one noun a file."""

from reviews.models.cycle import CycleItem, ReviewCycle
from reviews.models.evidence import Evidence
from reviews.models.finding import Finding
from reviews.models.observation import ImportedRecord, Observation
from reviews.models.review import Review

__all__ = [
    "CycleItem",
    "Evidence",
    "Finding",
    "ImportedRecord",
    "Observation",
    "Review",
    "ReviewCycle",
]
