"""System updates and research directions in the admin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lessons import access, outcome_editing
from lessons.admin.parts import record_table
from lessons.models import ResearchDirection, ResearchOutput, SystemUpdate
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.inlines import AddInline
from tracker.admin.parts import OfOneSystem, Row, Table, label_column, state_column, without


class LessonsFirst:
    """What updates and directions share: they follow from lessons, which stay where they began."""

    def tables(self, request: HttpRequest, record: Any) -> Iterable[Table]:
        """Return the lessons behind it."""
        return (record_table(_("Lessons"), record.lessons.all()),)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)


@admin.register(SystemUpdate)
class SystemUpdateAdmin(OfOneSystem, LessonsFirst, RecordAdmin):
    """What changes in a system; somebody else than its carrier judges whether it worked."""

    check_add = access.check_can_propose_update
    check_change = access.check_can_edit_update
    create = outcome_editing.propose_update
    edit = outcome_editing.edit_update

    fields = ("title", "kind", "system", "lessons")
    more = (
        "description",
        "findings",
        "observations",
        "from_version",
        "to_version",
        "due_on",
        "tracker_url",
        "source",
        "source_url",
    )
    autocomplete_fields = ("system", "lessons", "findings", "observations")

    list_display = (
        "title",
        "reference",
        "system_column",
        "kind",
        "assignee",
        "due_on",
        state_column,
        label_column,
    )
    list_filter = ("status", "kind", ("system", VisibleFilter), ("owner", VisibleFilter))
    search_fields = ("title", "reference", "description")
    date_hierarchy = "due_on"

    def tables(self, request: HttpRequest, record: SystemUpdate) -> Iterable[Table]:
        """Return the lessons behind it, and whether it works."""
        return (*super().tables(request, record), effect_table(record))

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the link to a tracker out for those who may not know of it."""
        shown = super().get_fieldsets(request, obj)
        knows = obj is None or access.may_know_tracker(request.user, obj)
        return shown if knows else without("tracker_url", shown)


def effect_table(update: SystemUpdate) -> Table:
    """Return by what an update's effect is judged, and what was seen."""
    return Table(
        _("Whether it works"),
        (_("it works if"), _("can be judged from"), _("outcome"), _("late criterion")),
        [
            Row(
                one.get_absolute_url(),
                (one.criterion, one.due_on, one.get_outcome_display(), one.is_late),
            )
            for one in update.effectiveness_reviews.all()
        ],
    )


class AddOutput(AddInline):
    """Links what came out of research."""

    model = ResearchOutput
    check_add = access.check_can_edit_research
    add = outcome_editing.add_output
    verbose_name = _("output")
    verbose_name_plural = _("Add outputs")
    fieldsets = ((None, {"fields": (("title", "url"),)}),)


@admin.register(ResearchDirection)
class ResearchDirectionAdmin(LessonsFirst, RecordAdmin):
    """A question that a lesson leaves open."""

    check_add = access.check_can_propose_research
    check_change = access.check_can_edit_research
    create = outcome_editing.propose_research
    edit = outcome_editing.edit_research

    fields = ("title", "why", "lessons")
    more = ("source", "source_url")
    autocomplete_fields = ("lessons",)
    inlines = (AddOutput,)

    list_display = ("title", "reference", "assignee", state_column, label_column)
    list_filter = ("status", ("owner", VisibleFilter))
    search_fields = ("title", "reference", "why")

    def tables(self, request: HttpRequest, record: ResearchDirection) -> Iterable[Table]:
        """Return the lessons behind it and what came out."""
        outputs = [Row(output.url, (output.title, output.url)) for output in record.outputs.all()]
        table = Table(_("Outputs"), (_("title"), _("link")), outputs)
        return (*super().tables(request, record), table)
