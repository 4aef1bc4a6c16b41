"""The pages of adoptions: the matrix of practices and systems, the list behind it, and each by itself."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lessons.access import adoption as access
from lessons.models import Adoption
from lessons.reports.adoption import matrix_for
from lessons.states import AdoptionStatus
from lessons.views.dispositions import nobody_edits
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.filters import RecordFilter, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, show_record


class AdoptionFilter(RecordFilter):
    """The filters of adoptions."""

    in_sight = 4
    lookups = {
        "state": "status",
        "owner": "organization__code",
        "system": "system__reference",
    }
    waiting = waits_for_me()
    state = one_of(AdoptionStatus, _("State"))
    owner = one_of_rows(_("Who is asked"))
    system = one_of_rows(_("System"))


@require_safe
def adoption_list(request: HttpRequest) -> HttpResponse:
    """List how far systems are with practices, newest first."""
    rows = Adoption.objects.visible_to(request.user)
    return show_list(
        request, "lessons/adoption_list.html", rows.for_list(), AdoptionFilter(request, rows)
    )


@require_safe
def adoption_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show how far one system is with a version of a practice: what was said, what confirms it."""
    rows = Adoption.objects.visible_to(request.user).for_detail(request.user)
    record = find(rows, reference)
    return show_record(
        request,
        "lessons/adoption_detail.html",
        record,
        check_edit=nobody_edits,
        is_inside=access.is_kept_inside(record),
    )


@require_safe
@cache_control(private=True)
def adoption_report(request: HttpRequest) -> HttpResponse:
    """Show which systems adopted which practices, as far as the reader may know, with each share."""
    matrix = matrix_for(request.user)
    log_reading(request.user, matrix.systems, Surface.REPORT)
    page = render(request, "reports/adoption.html", {"matrix": matrix})
    return marked(page, matrix.label)
