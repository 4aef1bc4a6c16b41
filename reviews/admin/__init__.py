"""The admin of the middle floor: where observations are captured and reviews are logged."""

from reviews.admin.cycle import ReviewCycleAdmin
from reviews.admin.finding import FindingAdmin
from reviews.admin.observation import ObservationAdmin
from reviews.admin.review import ReviewAdmin
from reviews.admin.series import CycleSeriesAdmin

__all__ = [
    "CycleSeriesAdmin",
    "FindingAdmin",
    "ObservationAdmin",
    "ReviewAdmin",
    "ReviewCycleAdmin",
]
