"""Series of cycles in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin

from reviews import access, editing
from reviews.models import CycleSeries
from tracker.admin.base import RecordAdmin
from tracker.admin.parts import state_column


@admin.register(CycleSeries)
class CycleSeriesAdmin(RecordAdmin):
    """A recurring cadence, which opens joint cycles by itself."""

    check_add = access.check_can_set_up_series
    check_change = access.check_can_edit_series
    create = editing.set_up_series
    edit = editing.edit_series

    fields = ("title", "rule", ("begins_on", "window_days"), "leads")
    more = ("kind", "time_zone", "scope", "systems")
    autocomplete_fields = ("leads", "systems")

    list_display = ("reference", "title", "kind", "rule", "next_on", state_column)
    list_filter = ("status", "kind")
    search_fields = ("title", "reference")

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)
