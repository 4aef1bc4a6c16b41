"""The pages of what follows from lessons: system updates and directions for research."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lessons import access
from lessons.models import ResearchDirection, SystemUpdate
from lessons.reports.counting import COUNTED_UPDATES, updates_counted
from lessons.states import ResearchStatus, UpdateKind, UpdateStatus
from lessons.views.counted import CountedFilter
from tracker.states import Label
from tracker.views.filters import RecordFilter, one_among, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, public_where_clear, show_record


class UpdateFilter(CountedFilter):
    """The filters of updates."""

    lookups = {
        "state": "status",
        "kind": "kind",
        "owner": "owner__code",
        "system": "system__reference",
    }
    state = one_of(UpdateStatus, _("State"))
    system = one_of_rows(_("System"))
    kind = one_of(UpdateKind, _("Kind"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))
    waiting = waits_for_me()
    late = forms.BooleanField(label=_("Late"), required=False)
    counted = one_among(COUNTED_UPDATES, _("Counted in the figures as"))
    rows_counted = updates_counted

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow to what should have shipped by now, or as every list does."""
        return rows.overdue() if name == "late" else super().narrow_otherwise(rows, name, value)


class ResearchFilter(RecordFilter):
    """The filters of research."""

    lookups = {"state": "status", "owner": "owner__code"}
    state = one_of(ResearchStatus, _("State"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))
    waiting = waits_for_me()


def update_list(request: HttpRequest) -> HttpResponse:
    """List the updates that the reader may see, newest first."""
    rows = SystemUpdate.objects.visible_to(request.user)
    return show_list(
        request, "lessons/update_list.html", rows.for_list(), UpdateFilter(request, rows)
    )


@public_where_clear
def update_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show an update: what changes, because of what, whether it worked; its tracker to its own."""
    update = find(SystemUpdate.objects.visible_to(request.user).for_detail(request.user), reference)
    return show_record(
        request,
        "lessons/update_detail.html",
        update,
        check_edit=access.check_can_edit_update,
        knows_tracker=access.may_know_tracker(request.user, update),
    )


def research_list(request: HttpRequest) -> HttpResponse:
    """List the directions for research that the reader may see, newest first."""
    rows = ResearchDirection.objects.visible_to(request.user)
    return show_list(
        request, "lessons/research_list.html", rows.for_list(), ResearchFilter(request, rows)
    )


@public_where_clear
def research_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a direction: its question, and what came out."""
    rows = ResearchDirection.objects.visible_to(request.user).for_detail(request.user)
    direction = find(rows, reference)
    return show_record(
        request,
        "lessons/research_detail.html",
        direction,
        check_edit=access.check_can_edit_research,
    )
