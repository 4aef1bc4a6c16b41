"""What the matrix of adoptions is narrowed by, which rows its figures count, and the matrix as a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy

from lessons.models import Adoption
from lessons.reports.adoption import Matrix
from lessons.reports.sheet import csv_of
from lessons.states import AdoptionStatus
from tracker.views.filters import RecordFilter, one_among, one_of_rows

if TYPE_CHECKING:
    from tracker.access import Reader

COUNTED_ADOPTIONS: Mapping[str, Any] = {
    "asked": gettext_lazy("Asked, and applicable"),
    AdoptionStatus.ADOPTED: gettext_lazy("Adopted"),
    "confirmed": gettext_lazy("Adopted and confirmed"),
    AdoptionStatus.NOT_APPLICABLE: gettext_lazy("Not applicable"),
}


def adoptions_counted(reader: Reader, figure: str) -> Any:
    """Return the adoptions behind a figure: of versions in force, in systems that all partners know."""
    rows = Adoption.objects.visible_to(reader).counted().in_force()
    if figure == "asked":
        return rows.exclude(status=AdoptionStatus.NOT_APPLICABLE)
    if figure == "confirmed":
        return rows.filter(status=AdoptionStatus.ADOPTED, confirmed_by__isnull=False)
    return rows.filter(status=figure)


STATES: Mapping[str, Any] = {
    **dict(AdoptionStatus.choices),
    "stale": gettext_lazy("Stale"),
}


class MatrixFilter(RecordFilter):
    """What the matrix can be narrowed by.

    A state narrows which systems are shown, and no share: of what was chosen for being adopted, all is.
    """

    in_sight = 4
    lookups = {
        "practice": "version__practice__reference",
        "organization": "organization__code",
    }
    q = forms.CharField(label=gettext_lazy("Words of the system"), required=False, max_length=200)
    practice = one_of_rows(gettext_lazy("Practice"))
    organization = one_of_rows(gettext_lazy("Who is asked"))
    state = one_among(STATES, gettext_lazy("State"))

    def choices_for(self, rows: Any) -> Any:
        """Return the practices that ask, and whom."""
        in_force = rows.in_force()
        asking = in_force.order_by("version__practice__number")
        asked = in_force.order_by("organization__name")
        return {
            "practice": asking.values_list(
                "version__practice__reference", "version__title"
            ).distinct(),
            "organization": asked.values_list(
                "organization__code", "organization__name"
            ).distinct(),
        }

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow by words of the system; by state only what is shown."""
        return rows.filter(system__name__icontains=value) if name == "q" else rows

    @property
    def rows_at(self) -> Mapping[str, str] | None:
        """Return what narrows the list of adoptions alike; None for words, which it seeks elsewhere too."""
        asked = self.answers() if self.is_valid() else {}
        if "q" in asked:
            return None
        names = {"practice": "practice", "organization": "owner"}
        return {there: str(asked[here]) for here, there in names.items() if here in asked}

    @property
    def state_asked(self) -> str:
        """Return the state that was asked for."""
        return str(self.cleaned_data.get("state", "")) if self.is_valid() else ""


COLUMNS = ("practice", "version", "title", "system", "organization", "state", "said", "said_on",
           "confirmed_on", "counted", "address")  # fmt: skip


def matrix_as_csv(matrix: Matrix, base: str, head: str) -> str:
    """Write a row for each system and practice."""
    rows = (
        (one.practice.practice.reference, one.adoption.version.reference, one.practice,
         one.system, one.organization.code, one.cell.state, one.adoption.get_status_display(),
         one.adoption.said_on or "", one.adoption.confirmed_on or "",
         "yes" if one.cell.counts else "no", base + one.adoption.get_absolute_url())
        for one in matrix.lines()
    )  # fmt: skip
    return csv_of(matrix.label, head, COLUMNS, rows)
