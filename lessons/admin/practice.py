"""Best practices in the admin: versions are worded together and signed by each partner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lessons import access, practice_editing
from lessons.admin.parts import adoption_table, record_table, signature_table
from lessons.models import PracticeVersion
from lessons.states import PracticeStatus
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.parts import Table, names_column, state_column


class StateFilter(admin.SimpleListFilter):
    """A list filter by the state of this instant."""

    title = _("state")
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> Any:
        """Offer every state."""
        return PracticeStatus.choices

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        """Narrow to the versions in the state chosen; one that there is not finds nothing."""
        chosen = self.value()
        return queryset.in_state(chosen) if chosen else queryset


@admin.register(PracticeVersion)
class PracticeVersionAdmin(RecordAdmin):
    """What a practice says; it starts from a lesson and never changes once it is approved."""

    check_change = access.check_can_edit_practice
    edit = practice_editing.edit_practice

    fields = ("title", "guidance", "applicability", "how_to_verify", "tags", "systems", "lessons")
    more = ("change_note", "source", "source_url")
    autocomplete_fields = ("tags", "systems", "lessons")

    list_display = (
        "title",
        "reference",
        names_column("tags", _("tags")),
        names_column("systems", _("systems")),
        state_column,
        "published_at",
    )
    list_filter = (StateFilter, ("tags", VisibleFilter), ("systems", VisibleFilter))
    search_fields = ("title", "reference", "guidance")

    def list_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what a line shows."""
        return rows.for_list(user)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def tables(self, request: HttpRequest, record: PracticeVersion) -> Iterable[Table]:
        """Return the lessons behind it and who signed it."""
        return (
            record_table(_("Lessons"), record.lessons.all()),
            signature_table(request.user, record),
            adoption_table(request.user, record),
        )
