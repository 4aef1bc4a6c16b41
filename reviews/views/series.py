"""The pages of series of cycles, which are the partners' alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from reviews import access
from reviews.models import CycleSeries
from reviews.states import CycleKind, SeriesStatus
from tracker.access import judge
from tracker.views.filters import RecordFilter, one_of
from tracker.views.lists import show_list
from tracker.views.records import admin_url, find, show_record


class SeriesFilter(RecordFilter):
    """The filters of series."""

    lookups = {"state": "status", "kind": "kind"}
    state = one_of(SeriesStatus, _("State"))
    kind = one_of(CycleKind, _("Kind"))


def series_list(request: HttpRequest) -> HttpResponse:
    """List the series, newest first."""
    rows = CycleSeries.objects.visible_to(request.user)
    may_add = judge(access.check_can_set_up_series, request.user).allowed
    return show_list(
        request,
        "reviews/series_list.html",
        rows.for_list(),
        SeriesFilter(request, rows),
        order=("-number",),
        add_url=admin_url(CycleSeries, "add") if may_add else "",
    )


def series_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a series: its rule, the days to come, and the cycles that it made."""
    rows = CycleSeries.objects.visible_to(request.user).for_detail(request.user)
    return show_record(
        request,
        "reviews/series_detail.html",
        find(rows, reference),
        check_edit=access.check_can_edit_series,
    )
