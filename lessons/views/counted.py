"""Filters that also narrow a list to the rows behind a figure, which the reports lead to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from tracker.views.filters import RecordFilter

if TYPE_CHECKING:
    from tracker.access import Reader


class CountedFilter(RecordFilter):
    """The filters of rows that figures count; `counted` offers the figures."""

    # `rows_counted(reader, figure)`: the rows, or their keys.
    rows_counted: ClassVar[Callable[[Reader, str], Any]]

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow to the rows behind a figure, or as every list does."""
        if name == "counted":
            return rows.filter(pk__in=type(self).rows_counted(self.reader, value))
        return super().narrow_otherwise(rows, name, value)
