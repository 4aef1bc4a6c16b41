"""The arithmetic of the learning figures, over plain data: what counts for a figure, and over what.

Everything is measured on the day that it happened. A share or a median over fewer than five says so
instead of a number. What was entered after it had happened is counted apart.
"""

from __future__ import annotations

import datetime
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from statistics import median

from lessons.states import Answer

DAYS = 90
WITHIN = datetime.timedelta(days=DAYS)
FEW = 5


class Fate(StrEnum):
    """What became of a system that a lesson asked."""

    FIXED = auto()
    CAME_BACK = auto()
    FIXED_LATE = auto()
    NOT_VERIFIED = auto()
    COVERED = auto()
    NOT_JUDGED = auto()
    DECLINED = auto()
    WAIVED = auto()
    SILENT = auto()
    NOT_APPLICABLE = auto()


@dataclass(frozen=True)
class Pair:
    """A lesson and a system that it asked, as far as it came.

    `verified_on` is the day of the review that found the fix effective; `came_back_on` the last day
    on which the lesson was found again, as a person confirmed; `crossed`, whether what was seen at one
    company is to be fixed at another.
    """

    key: Hashable
    asked_on: datetime.date
    answer: str = ""
    is_accepted: bool = False
    verified_on: datetime.date | None = None
    came_back_on: datetime.date | None = None
    crossed: bool = False
    entered_later: bool = False

    @property
    def fate(self) -> Fate:
        """Say what became of it."""
        return fate_of(self)


def fate_of(pair: Pair) -> Fate:
    """Say what became of a pair: answered is not judged, and fixed is not verified."""
    unsaid = {"": Fate.SILENT, Answer.DECLINED: Fate.DECLINED, Answer.WAIVED: Fate.WAIVED}
    if pair.answer in unsaid:
        return unsaid[pair.answer]
    if not pair.is_accepted:
        return Fate.NOT_JUDGED
    if pair.answer == Answer.ADOPTED:
        return fate_of_fix(pair)
    return Fate.COVERED if pair.answer == Answer.ALREADY_COVERED else Fate.NOT_APPLICABLE


def fate_of_fix(pair: Pair) -> Fate:
    """Say what became of a fix that is in: whether it was found to work, in time, and still does."""
    if pair.verified_on is None:
        return Fate.NOT_VERIFIED
    if pair.came_back_on is not None and pair.came_back_on >= pair.verified_on:
        return Fate.CAME_BACK
    return Fate.FIXED if pair.verified_on <= pair.asked_on + WITHIN else Fate.FIXED_LATE


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def percent(self) -> int | None:
        """Return the share in percent, or None over too few to say."""
        return None if self.of < FEW else round(100 * self.count / self.of)


@dataclass(frozen=True)
class Middle:
    """The median of some numbers of days, over how many."""

    days: float | None
    of: int


@dataclass(frozen=True)
class Wall:
    """The number on the wall: of pairs asked long enough ago, those fixed and verified in time."""

    counted: Sequence[Pair]
    apart: Sequence[Pair]

    @property
    def share(self) -> Share:
        """Return how many were fixed and verified in time, of all that count."""
        return share_of(self.counted)

    @property
    def crossed(self) -> Share:
        """Return the same for what crossed from one company to the other."""
        return share_of([one for one in self.counted if one.crossed])

    def fates(self) -> dict[Fate, int]:
        """Return of how many pairs what became."""
        return {fate: sum(one.fate == fate for one in self.counted) for fate in Fate}


def wall_of(pairs: Iterable[Pair], today: datetime.date) -> Wall:
    """Return the number on the wall; what another partner found not applicable stands apart."""
    due = [one for one in pairs if one.asked_on <= today - WITHIN]
    return Wall(
        counted=[one for one in due if one.fate != Fate.NOT_APPLICABLE],
        apart=[one for one in due if one.fate == Fate.NOT_APPLICABLE],
    )


def share_of(pairs: Sequence[Pair]) -> Share:
    """Return how many pairs were fixed and verified in time."""
    return Share(sum(one.fate == Fate.FIXED for one in pairs), len(pairs))


def middle_of(spans: Sequence[int]) -> Middle:
    """Return the median of some spans in days; none over too few to say."""
    return Middle(median(spans) if len(spans) >= FEW else None, len(spans))


# --- Ages -------------------------------------------------------------------------------------


class Age(StrEnum):
    """How long something has been open, in bands."""

    MONTH = "30"
    QUARTER = "90"
    LONGER = "more"


def age_of(since: datetime.date, today: datetime.date) -> Age:
    """Return the band of what has been open since a day."""
    days = (today - since).days
    if days <= 30:
        return Age.MONTH
    return Age.QUARTER if days <= DAYS else Age.LONGER
