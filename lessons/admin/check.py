"""Checks in the admin: read there; what changes them are their verbs, on their pages and by programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from lessons.models import Check
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter
from tracker.admin.parts import Row, Table
from tracker.hidden_text import reveal
from tracker.instants import say_instant
from tracker.templatetags.components import status


@admin.register(Check)
class CheckAdmin(RecordAdmin):
    """What is measured for a lesson or a practice, and each result; it stays as it was set up."""

    fields = (
        "metric",
        "carried_by",
        "system",
        "organization",
        "good_is",
        "fresh_days",
        "stands",
        "closing_reason",
    )
    readonly_fields = fields

    list_display = ("metric", "reference", "carried_by", "system", "organization", "stands")
    list_filter = (("system", VisibleFilter), ("organization", VisibleFilter))
    search_fields = ("metric", "reference")

    @admin.display(description=_("state"))
    def stands(self, check: Check) -> str:
        """Draw how a check stands now."""
        return status(check.state, "check", check.state.label)

    @admin.display(description=_("carried by"))
    def carried_by(self, check: Check) -> str:
        """Name the lesson or the practice that carries a check."""
        return reveal(check.carrier_name)

    @admin.display(description=_("good is"))
    def good_is(self, check: Check) -> str:
        """Say what a result has to be."""
        return reveal(check.asks)

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def tables(self, request: HttpRequest, record: Check) -> Iterable[Table]:
        """Return its results, the latest first."""
        results = [
            Row(
                one.source_url,
                (
                    say_instant(one.ran_at),
                    one.version,
                    f"{one} {record.unit}".strip(),
                    _("Yes") if one.is_passed else _("No"),
                ),
            )
            for one in record.results.all()
        ]
        return (Table(_("Results"), (_("ran"), _("version"), _("value"), _("passed")), results),)
