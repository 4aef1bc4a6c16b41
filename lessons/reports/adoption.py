"""The matrix of practices and systems: what each operator says of each, and each partner's share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lessons.access.adoption import is_kept_inside
from lessons.models import Adoption, PracticeVersion
from lessons.reports.arithmetic import Share
from lessons.reports.sheet import percent_words
from lessons.states import AdoptionStatus
from tracker.marking import label_of
from tracker.models import AISystem, Organization

if TYPE_CHECKING:
    from uuid import UUID

    from lessons.querysets import AdoptionQuerySet
    from tracker.access import Reader
    from tracker.states import Label

    # What was said last of an earlier version, by practice and system.
    Earlier = dict[tuple[UUID, UUID], Adoption]


@dataclass(frozen=True)
class Adopted(Share):
    """How many of the systems asked adopted a practice; those it does not apply to stand apart."""

    not_applicable: int = 0

    def __str__(self) -> str:
        if not self.of:
            return _("none asked")
        words = _("%(adopted)d of %(asked)d") % {"adopted": self.count, "asked": self.of}
        return f"{words}, {percent_words(self)}"


@dataclass(frozen=True)
class Cell:
    """What one system says of one practice: of the version in force, or what it said of one before."""

    adoption: Adoption | None = None
    is_stale: bool = False

    @property
    def state(self) -> str:
        """Return the state to show."""
        if self.adoption is None:
            return ""
        return "stale" if self.is_stale else self.adoption.status

    @property
    def words(self) -> str:
        """Return the state in words; of a stale one what it was, and of which version."""
        assert self.adoption is not None, "an empty cell has no words"
        said = self.adoption.get_status_display()
        if not self.is_stale:
            return said
        return _("%(said)s %(version)s, stale") % {
            "said": said,
            "version": self.adoption.version.number,
        }

    @property
    def counts(self) -> bool:
        """Say whether it counts in a figure that every partner reads alike."""
        return self.adoption is not None and not is_kept_inside(self.adoption)


@dataclass(frozen=True)
class Row:
    """A system with a cell for each practice."""

    system: AISystem
    cells: Sequence[Cell]

    @property
    def is_inside(self) -> bool:
        """Say whether the reader's side alone knows of it: it counts in no figure."""
        return not any(cell.counts for cell in self.cells)


@dataclass(frozen=True)
class Group:
    """The systems that one partner speaks for, its share of each practice, and of all."""

    organization: Organization
    rows: Sequence[Row]
    shares: Sequence[Adopted]
    share: Adopted


@dataclass(frozen=True)
class Matrix:
    """Which systems adopted which practices, as one reader may know it."""

    practices: Sequence[PracticeVersion] = ()
    groups: Sequence[Group] = ()
    share: Adopted = Adopted(0, 0)

    @property
    def systems(self) -> list[AISystem]:
        """Return the systems in it."""
        return [row.system for group in self.groups for row in group.rows]

    @property
    def inside(self) -> int:
        """Return how many systems are in no figure, since the reader's side alone knows of them."""
        return sum(row.is_inside for group in self.groups for row in group.rows)

    @property
    def label(self) -> Label:
        """Return the label that it leaves with: the narrowest of what it holds."""
        return label_of(
            cell.adoption
            for group in self.groups
            for row in group.rows
            for cell in row.cells
            if cell.adoption is not None
        )


def matrix_for(reader: Reader) -> Matrix:
    """Read the matrix as far as a reader may know it, in a constant number of queries."""
    found = Adoption.objects.visible_to(reader).for_list()
    current = list(found.in_force().order_by("organization__name", "system__name"))
    practices = sorted({one.version for one in current}, key=lambda one: one.practice.number)
    earlier = last_said(found, practices)
    groups = [
        group_of(organization, list(rows), practices, earlier)
        for organization, rows in groupby(current, key=lambda one: one.organization)
    ]
    return Matrix(practices, groups, share_of(every_cell(groups)))


def last_said(found: AdoptionQuerySet, practices: Sequence[PracticeVersion]) -> Earlier:
    """Return by practice and system what was said last of a version that is no longer in force."""
    rows = found.filter(version__practice__in={one.practice_id for one in practices})
    said = rows.exclude(version__in=practices).exclude(status=AdoptionStatus.ASKED)
    ordered = said.order_by("version__major", "version__minor")
    return {(one.version.practice_id, one.system_id): one for one in ordered}


def group_of(
    organization: Organization,
    asked: Sequence[Adoption],
    practices: Sequence[PracticeVersion],
    earlier: Earlier,
) -> Group:
    """Return the systems of one partner, in the order in which they were fetched."""
    rows = [
        Row(system, cells_of(list(own), practices, earlier))
        for system, own in groupby(asked, key=lambda one: one.system)
    ]
    columns = [share_of(row.cells[place] for row in rows) for place in range(len(practices))]
    return Group(organization, rows, columns, share_of(c for row in rows for c in row.cells))


def cells_of(
    own: Sequence[Adoption], practices: Sequence[PracticeVersion], earlier: Earlier
) -> list[Cell]:
    """Return what one system says of each practice."""
    by_version = {one.version_id: one for one in own}
    return [cell_of(by_version.get(one.pk), one, earlier) for one in practices]


def cell_of(current: Adoption | None, version: PracticeVersion, earlier: Earlier) -> Cell:
    """Return what is said of the version in force, else of the one before: that is stale."""
    if current is None or current.status != AdoptionStatus.ASKED:
        return Cell(current)
    before = earlier.get((version.practice_id, current.system_id))
    return Cell(current) if before is None else Cell(before, is_stale=True)


def every_cell(groups: Iterable[Group]) -> Iterator[Cell]:
    """Yield the cells of all groups."""
    return (cell for group in groups for row in group.rows for cell in row.cells)


def share_of(cells: Iterable[Cell]) -> Adopted:
    """Count cells: what is stale or not said yet counts among those asked, and is not adopted."""
    states = [cell.state for cell in cells if cell.counts]
    apart = states.count(AdoptionStatus.NOT_APPLICABLE)
    return Adopted(states.count(AdoptionStatus.ADOPTED), len(states) - apart, apart)
