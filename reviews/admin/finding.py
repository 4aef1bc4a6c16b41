"""Findings in the admin: worded while their review is a draft, tagged at any time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.admin.evidence import AddEvidence, evidence_table
from reviews.models import Finding
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.export import Column, Exported, RecordResource
from tracker.admin.parts import (
    Row,
    Step,
    Table,
    change_url,
    label_column,
    names_column,
    severity_column,
    state_column,
)


class FindingResource(RecordResource):
    """What leaves of each line."""

    review = Column("review")
    severity = Column("severity")
    is_positive = Column("is_positive")
    systems = Column("systems")
    tags = Column("tags")
    detail = Column("detail")
    cause_status = Column("cause_status")
    cause = Column("cause")
    why_missed = Column("why_missed")


@admin.register(Finding)
class FindingAdmin(Exported, RecordAdmin):
    """What a review established; added on the review's page."""

    resource_classes = (FindingResource,)
    compares = True
    check_change = access.check_can_edit_finding
    check_tag = access.check_can_tag_finding
    edit = editing.edit_finding
    tag = editing.tag_finding

    fields = (
        "title",
        "severity",
        "severity_justification",
        "systems",
        "observations",
        "tags",
    )
    more = ("detail", "cause_status", "cause", "why_missed", "is_positive", "source", "source_url")
    autocomplete_fields = ("systems", "observations", "tags")
    can_add_beside = ("observations", "tags")
    inlines = (AddEvidence,)

    list_display = (
        "title",
        "reference",
        state_column,
        severity_column,
        names_column("tags", _("tags")),
        label_column,
    )
    list_filter = (
        "status",
        "severity",
        "is_positive",
        ("systems", VisibleFilter),
        ("owner", VisibleFilter),
    )
    search_fields = ("title", "reference", "detail")
    search_help_text = _("Search in the statement, its detail and the reference.")

    def list_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what a line shows."""
        return rows.for_list(user)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def steps(self, request: HttpRequest, record: Finding) -> Iterable[Step]:
        """Lead back to the review, where this reader may see it."""
        seen = type(record.review).objects.visible_to(request.user).filter(pk=record.review_id)
        return [Step(_("To its review"), change_url(record.review))] if seen.exists() else []

    def tables(self, request: HttpRequest, record: Finding) -> Iterable[Table]:
        """Return what it rests on, and its evidence."""
        seen = Table(
            _("Observations"),
            (_("what was seen"), _("reference"), _("state")),
            [
                Row(change_url(row), (row.title, row.reference, state_column(row)))
                for row in record.observations.all()
            ],
        )
        return (seen, evidence_table(record))
