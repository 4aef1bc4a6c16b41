"""The shape of everything on the middle floor, one noun a file."""

from reviews.models.briefing import Briefing
from reviews.models.condition import Condition, ConditionWaiver
from reviews.models.cycle import ReviewCycle
from reviews.models.evidence import Evidence
from reviews.models.finding import Finding
from reviews.models.item import CycleItem
from reviews.models.migration import MigrationProposal
from reviews.models.observation import ImportedRecord, Observation
from reviews.models.position import Position
from reviews.models.review import Review
from reviews.models.series import CarriedOver, CycleSeries

__all__ = [
    "Briefing",
    "CarriedOver",
    "Condition",
    "ConditionWaiver",
    "CycleItem",
    "CycleSeries",
    "Evidence",
    "Finding",
    "ImportedRecord",
    "MigrationProposal",
    "Observation",
    "Position",
    "Review",
    "ReviewCycle",
]
