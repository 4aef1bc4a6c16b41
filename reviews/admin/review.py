"""Reviews in the admin: logged with their findings and evidence on one page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.admin.evidence import AddEvidence, evidence_table
from reviews.admin.parts import finding_table
from reviews.models import CycleItem, Finding, Review, ReviewCycle
from reviews.states import CYCLES_TAKING_REVIEWS, CycleStatus
from tracker.admin.base import RecordAdmin
from tracker.admin.choices import VisibleFilter, visible_rows
from tracker.admin.export import Column, Exported, RecordResource, SystemColumn
from tracker.admin.inlines import AddInline
from tracker.admin.parts import OfOneSystem, Table, label_column, state_column
from tracker.keys import as_key


class AddFinding(AddInline):
    """Adds findings while a review is a draft."""

    model = Finding
    check_add = access.check_can_edit_review
    add = editing.add_finding
    verbose_name = _("finding")
    verbose_name_plural = _("Add findings")
    fieldsets = (
        (
            None,
            {"fields": ("title", "severity", "severity_justification", "observations", "tags")},
        ),
        (
            _("Add more"),
            {
                "fields": (
                    "detail",
                    "systems",
                    ("cause_status", "cause"),
                    "why_missed",
                    "is_positive",
                    "source",
                ),
                "classes": ("collapse",),
            },
        ),
    )
    autocomplete_fields = ("observations", "systems", "tags")
    can_add_beside = ("observations", "tags")

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Hold one form open on a new review: a review has a finding."""
        return 1 if obj is None else 0


class ReviewResource(RecordResource):
    """What leaves of each line."""

    system = SystemColumn("system")
    version = Column("version")
    cycle = Column("cycle")
    held_on = Column("held_on")
    method = Column("method")
    summary = Column("summary")
    recommendation = Column("recommendation")


@admin.register(Review)
class ReviewAdmin(OfOneSystem, Exported, RecordAdmin):
    """One system looked at; a lead accepts what a reviewer submits."""

    resource_classes = (ReviewResource,)
    first_step = _("Log a review")
    check_add = access.check_can_log_review
    check_change = access.check_can_edit_review
    create = editing.log_review
    edit = editing.edit_review

    fields = ("title", "system", "cycle", "held_on", "summary")
    more = (
        "recommendation",
        "method",
        "version",
        "item",
        "reviewers",
        "source",
        "source_url",
    )
    autocomplete_fields = ("system", "reviewers")
    inlines = (AddFinding, AddEvidence)

    list_display = (
        "title",
        "reference",
        "system_column",
        "cycle_column",
        "held_on",
        state_column,
        label_column,
    )
    list_filter = (
        "status",
        ("cycle", VisibleFilter),
        ("system", VisibleFilter),
        ("owner", VisibleFilter),
    )
    search_fields = ("title", "reference", "summary")
    search_help_text = _("Search in the title, the summary and the reference.")
    date_hierarchy = "held_on"

    @admin.display(description=_("cycle"), ordering="cycle__number")
    def cycle_column(self, review: Review) -> str | None:
        """Name the cycle by its number."""
        return review.cycle.reference if review.cycle else None

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        """Fill in what can be known: today, the reader, the open cycle, the system of the item."""
        given = super().get_changeform_initial_data(request)
        return {
            "held_on": timezone.localdate(),
            "reviewers": [request.user.pk],
            "cycle": the_open_cycle(request),
            **of_item(request, request.GET.get("item")),
            **given,
        }

    def rows_for(self, field: Any, request: HttpRequest) -> Any:
        """Offer cycles that take reviews, and the one that the review is in."""
        rows = super().rows_for(field, request)
        if field.name == "cycle":
            kwargs: Any = getattr(request.resolver_match, "kwargs", {})
            own = Review.objects.filter(pk=kwargs.get("object_id")).values("cycle")
            return rows.filter(Q(status__in=CYCLES_TAKING_REVIEWS) | Q(pk__in=own))
        return rows

    def tables(self, request: HttpRequest, record: Review) -> Iterable[Table]:
        """Return its findings and its evidence."""
        in_order = sorted(record.findings.all(), key=lambda finding: finding.pk)
        return (finding_table(in_order), evidence_table(record))


def the_open_cycle(request: HttpRequest) -> Any:
    """Return the key of the open cycle where there is just one."""
    open_cycles = visible_rows(ReviewCycle, request.user).filter(status=CycleStatus.OPEN)
    keys = list(open_cycles.values_list("pk", flat=True)[:2])
    return keys[0] if len(keys) == 1 else None


def of_item(request: HttpRequest, key: str | None) -> dict[str, Any]:
    """Return what an item of a cycle says about the review that looks at it."""
    item = visible_rows(CycleItem, request.user).filter(pk=as_key(key or "")).first()
    if item is None:
        return {}
    return {
        "cycle": item.cycle_id,
        "system": item.system_id,
        "version": item.version_id,
        # The change alone: a review is shared, and the system's name may be a secret.
        "title": item.change,
    }
