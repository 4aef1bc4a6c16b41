"""The pages of review cycles, which are the partners' alone."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from reviews import access
from reviews.models import ReviewCycle
from reviews.states import CycleKind, CycleStatus
from tracker.access import judge
from tracker.views.filters import RecordFilter, one_of
from tracker.views.lists import show_list
from tracker.views.records import admin_url, find, show_record


class CycleFilter(RecordFilter):
    """The filters of cycles."""

    in_sight = 3
    lookups = {"state": "status", "kind": "kind"}
    state = one_of(CycleStatus, _("State"))
    kind = one_of(CycleKind, _("Kind"))


def cycle_list(request: HttpRequest) -> HttpResponse:
    """List the cycles, newest first."""
    rows = ReviewCycle.objects.visible_to(request.user)
    may_plan = judge(access.check_can_plan_cycle, request.user).allowed
    return show_list(
        request,
        "reviews/cycle_list.html",
        rows.for_list(),
        CycleFilter(request, rows),
        order=("-number",),
        add_url=admin_url(ReviewCycle, "add") if may_plan else "",
    )


def cycle_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a cycle with the changes in its scope and the reviews the reader may see."""
    rows = ReviewCycle.objects.visible_to(request.user).for_detail(request.user)
    cycle: Any = find(rows, reference)
    return show_record(
        request, "reviews/cycle_detail.html", cycle, check_edit=access.check_can_edit_cycle
    )
