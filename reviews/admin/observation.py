"""Observations in the admin: captured with three fields."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.admin.evidence import AddEvidence, evidence_table
from reviews.admin.parts import finding_table
from reviews.models import Observation
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.export import Column, Exported, RecordResource
from tracker.admin.parts import Table, label_column, names_column, state_column, without
from tracker.templatetags.components import day


class ObservationResource(RecordResource):
    """What leaves of each line."""

    systems = Column("systems")
    occurred_on = Column("occurred_on")
    description = Column("description")
    tags = Column("tags")
    source_kind = Column("source_kind")
    confidence = Column("confidence")
    source = Column("source")
    source_url = Column("source_url")


@admin.register(Observation)
class ObservationAdmin(Exported, RecordAdmin):
    """What was seen, in which systems, when; the rest can follow."""

    resource_classes = (ObservationResource,)
    compares = True
    first_step = _("Capture an observation")
    check_add = access.check_can_capture_observation
    check_change = access.check_can_edit_observation
    create = editing.capture_observation
    edit = editing.edit_observation

    fields = ("title", "systems", "occurred_on")
    more = (
        "description",
        "tags",
        "source_kind",
        "confidence",
        "occurred_precision",
        "source",
        "source_url",
        "reporter",
        "unmatched_systems",
    )
    autocomplete_fields = ("systems", "tags")
    can_add_beside = ("systems", "tags")
    inlines = (AddEvidence,)

    list_display = (
        "title",
        "reference",
        names_column("systems", _("systems")),
        "when_column",
        state_column,
        label_column,
    )
    list_filter = ("status", ("systems", VisibleFilter), "source_kind", ("owner", VisibleFilter))
    search_fields = ("title", "reference", "description")
    search_help_text = _("Search in what was seen, its detail and the reference.")
    date_hierarchy = "occurred_on"

    @admin.display(description=_("when"), ordering="occurred_on")
    def when_column(self, observation: Observation) -> str:
        """Say when, as exactly as it is known."""
        precision = observation.occurred_precision
        return day(observation.occurred_on, relative=False, precision=precision)

    def list_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what a line shows."""
        return rows.for_list(user)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        """Suppose that it was seen today."""
        return {"occurred_on": timezone.localdate(), **super().get_changeform_initial_data(request)}

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave the reporter out for those who may not know who reported."""
        shown = super().get_fieldsets(request, obj)
        knows = obj is None or access.may_know_reporter(request.user, obj)
        return shown if knows else without("reporter", shown)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Ask for evidence once there is an observation: capturing takes three fields."""
        return self.inlines if obj is not None else ()

    def tables(self, request: HttpRequest, record: Observation) -> Iterable[Table]:
        """Return the findings that rest on it, and its evidence."""
        return (finding_table(record.findings.all()), evidence_table(record))
