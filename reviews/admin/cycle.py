"""Cycles in the admin: the joint round that reviews are logged in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.admin.parts import condition_table, position_table, review_table
from reviews.models import CycleItem, Review, ReviewCycle
from tracker.access import judge
from tracker.admin.base import RecordAdmin
from tracker.admin.inlines import AddInline
from tracker.admin.parts import Row, Step, Table, add_url, state_column


class AddItem(AddInline):
    """Adds changes of systems to a cycle's scope."""

    model = CycleItem
    check_add = access.check_can_add_item
    add = editing.add_item
    verbose_name = _("item")
    verbose_name_plural = _("Add items: a change of a system")
    fieldsets = ((None, {"fields": ("system", "change", "version")}),)
    autocomplete_fields = ("system",)


@admin.register(ReviewCycle)
class ReviewCycleAdmin(RecordAdmin):
    """A window of time, a scope, and the reviews in it."""

    check_add = access.check_can_plan_cycle
    check_change = access.check_can_edit_cycle
    create = editing.plan_cycle
    edit = editing.edit_cycle

    fields = ("title", ("starts_on", "ends_on"), "leads")
    more = ("kind", "attended_by", "agenda", "minutes", "decisions", "source", "source_url")
    autocomplete_fields = ("leads", "attended_by")
    inlines = (AddItem,)

    list_display = ("reference", "title", "kind", "starts_on", "ends_on", state_column)
    list_filter = ("status", "kind")
    search_fields = ("title", "reference")

    def page_rows(self, rows: Any, user: Any) -> Any:
        """Fetch what the page shows."""
        return rows.for_detail(user)

    def steps(self, request: HttpRequest, record: ReviewCycle) -> Iterable[Step]:
        """Lead to a new review in this cycle."""
        if not may_log_in(request, record):
            return ()
        return (Step(_("Add a review in this cycle"), add_url(Review, f"cycle={record.pk}"), True),)

    def tables(self, request: HttpRequest, record: ReviewCycle) -> Iterable[Table]:
        """Return its scope, positions, conditions and reviews; an item leads to its new review."""
        may_log, listed = may_log_in(request, record), record.items.all()
        items = Table(
            _("Items"),
            (_("change"), _("system"), _("version"), _("state")),
            [
                Row(
                    add_url(Review, f"item={item.pk}") if may_log else "",
                    (item.change, item.system, item.version or "–", state_column(item)),
                )
                for item in listed
            ],
        )
        reviews = review_table(record.reviews.all())
        return (items, position_table(listed), condition_table(listed), reviews)


def may_log_in(request: HttpRequest, cycle: ReviewCycle) -> bool:
    """Say whether the reader may log a review in a cycle."""
    takes = judge(access.check_takes_reviews, cycle)
    return bool(takes and judge(access.check_can_log_review, request.user))
