"""The matrix of practices and systems: what each operator says of each, and each partner's share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lessons.access.adoption import is_kept_inside
from lessons.models import Adoption, PracticeVersion
from lessons.reports.arithmetic import Share
from lessons.reports.sheet import percent_words, rows_at
from lessons.states import AdoptionStatus
from tracker.marking import label_of, narrowest
from tracker.models import AISystem, Organization
from tracker.states import Label

if TYPE_CHECKING:
    from uuid import UUID

    from lessons.querysets import AdoptionQuerySet
    from lessons.reports.adoption_rows import MatrixFilter
    from tracker.access import Reader

    # What was said last of an earlier version, by practice and system.
    Earlier = dict[tuple[UUID, UUID], Adoption]


@dataclass(frozen=True)
class Adopted(Share):
    """How many of the systems asked say that they adopted a practice, and how many were confirmed.

    Those it does not apply to stand apart.
    """

    not_applicable: int = 0
    confirmed: int = 0
    # By what the list of adoptions is narrowed to these rows; None where no list is.
    at: Mapping[str, str] | None = None

    def __str__(self) -> str:
        if not self.of:
            return _("none asked")
        words = _("%(adopted)d of %(asked)d") % {"adopted": self.count, "asked": self.of}
        return f"{words}, {self.in_percent}"

    @property
    def in_percent(self) -> str:
        """Return the share in words."""
        return percent_words(self)

    @property
    def count_url(self) -> str:
        """Return where those that adopted it stand."""
        return self.rows(AdoptionStatus.ADOPTED)

    @property
    def of_url(self) -> str:
        """Return where all that count stand."""
        return self.rows("asked")

    @property
    def confirmed_url(self) -> str:
        """Return where those that somebody confirmed stand."""
        return self.rows("confirmed")

    @property
    def not_applicable_url(self) -> str:
        """Return where those that it does not apply to stand."""
        return self.rows(AdoptionStatus.NOT_APPLICABLE)

    def rows(self, counted: str) -> str:
        """Return the address of the rows that a figure counts."""
        return "" if self.at is None else rows_at("adoption-list", counted=counted, **self.at)


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
    """The systems that one partner speaks for, its share of each practice, and of all.

    Shares are of all `rows`; `shown` are those among them in a state that was asked for.
    """

    organization: Organization
    rows: Sequence[Row]
    shown: Sequence[Row]
    shares: Sequence[Adopted]
    share: Adopted

    @property
    def inside(self) -> list[Row]:
        """Return the systems that are in no figure."""
        return [row for row in self.rows if row.is_inside]


@dataclass(frozen=True)
class Line:
    """What one system says of one practice, where each line stands for itself."""

    organization: Organization
    system: AISystem
    practice: PracticeVersion
    cell: Cell
    adoption: Adoption


@dataclass(frozen=True)
class Matrix:
    """Which systems adopted which practices, as one reader may know it."""

    practices: Sequence[PracticeVersion] = ()
    groups: Sequence[Group] = ()
    share: Adopted = Adopted(0, 0)
    # One state, if only what is in it was asked for.
    state: str = ""

    @property
    def systems(self) -> list[AISystem]:
        """Return the systems that it shows."""
        return [row.system for group in self.groups for row in group.shown]

    @property
    def inside(self) -> int:
        """Return how many systems are in no figure, since the reader's side alone knows of them."""
        return sum(len(group.inside) for group in self.groups)

    @property
    def label(self) -> Label:
        """Return the label that it leaves with: of what it tells the narrowest, the partners' at least."""
        told = (row for group in self.groups for row in (*group.shown, *group.inside))
        said = (cell.adoption for row in told for cell in row.cells if cell.adoption)
        return narrowest([Label.AMBER, label_of(said)])

    def lines(self) -> Iterator[Line]:
        """Yield what is said, a line for each system and practice, in the state that was asked for."""
        for group in self.groups:
            for row in group.shown:
                for version, cell in zip(self.practices, row.cells, strict=True):
                    if cell.adoption is not None and self.state in ("", cell.state):
                        yield Line(group.organization, row.system, version, cell, cell.adoption)


def matrix_for(reader: Reader, filters: MatrixFilter | None = None) -> Matrix:
    """Read the matrix as far as a reader may know it, in a constant number of queries."""
    found = Adoption.objects.visible_to(reader).for_list()
    rows = found.in_force() if filters is None else filters.narrow(found.in_force())
    current = list(rows.order_by("organization__name", "system__name"))
    state = filters.state_asked if filters else ""
    at = filters.rows_at if filters else {}
    practices = sorted({one.version for one in current}, key=lambda one: one.practice.number)
    earlier = last_said(found, practices)
    groups = [
        group_of(organization, list(own), practices, earlier, state, at)
        for organization, own in groupby(current, key=lambda one: one.organization)
    ]
    return Matrix(practices, groups, share_of(every_cell(groups), at), state)


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
    state: str,
    at: Mapping[str, str] | None,
) -> Group:
    """Return the systems of one partner, in the order in which they were fetched."""
    rows = [
        Row(system, cells_of(list(own), practices, earlier))
        for system, own in groupby(asked, key=lambda one: one.system)
    ]
    here = None if at is None else {**at, "owner": organization.code}
    columns = [
        share_of(
            (row.cells[place] for row in rows),
            here and {**here, "practice": one.practice.reference},
        )
        for place, one in enumerate(practices)
    ]
    shown = [row for row in rows if not state or any(cell.state == state for cell in row.cells)]
    share = share_of((cell for row in rows for cell in row.cells), here)
    return Group(organization, rows, shown, columns, share)


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


def share_of(cells: Iterable[Cell], at: Mapping[str, str] | None = None) -> Adopted:
    """Count cells: what is stale or not said yet counts among those asked, and is not adopted."""
    counted = [cell for cell in cells if cell.counts]
    apart = sum(cell.state == AdoptionStatus.NOT_APPLICABLE for cell in counted)
    adopted = [cell for cell in counted if cell.state == AdoptionStatus.ADOPTED]
    confirmed = sum(cell.adoption is not None and cell.adoption.is_confirmed for cell in adopted)
    return Adopted(len(adopted), len(counted) - apart, apart, confirmed, at)
