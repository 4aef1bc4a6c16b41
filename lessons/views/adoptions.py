"""The pages of adoptions: the matrix of practices and systems, the list behind it, and each by itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from lessons.access import adoption as access
from lessons.adoption_transitions import last_said_by
from lessons.models import Adoption
from lessons.reports.adoption import matrix_for
from lessons.reports.adoption_rows import (
    COUNTED_ADOPTIONS,
    MatrixFilter,
    adoptions_counted,
    matrix_as_csv,
)
from lessons.states import AdoptionStatus
from lessons.views.counted import CountedFilter
from lessons.views.reports import as_table, base_of
from lessons.views.several import Several, Tried, do_to_chosen, show_several
from tracker.chain.heading import head_now, headed
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.filters import one_among, one_of, one_of_rows, waits_for_me
from tracker.views.records import find, nobody_edits, show_record


class AdoptionFilter(CountedFilter):
    """The filters of adoptions."""

    in_sight = 4
    lookups = {
        "state": "status",
        "owner": "organization__code",
        "system": "system__reference",
        "practice": "version__practice__reference",
    }
    waiting = waits_for_me()
    state = one_of(AdoptionStatus, _("State"))
    owner = one_of_rows(_("Who is asked"))
    system = one_of_rows(_("System"))
    practice = one_of_rows(_("Practice"))
    counted = one_among(COUNTED_ADOPTIONS, _("Counted in the figures as"))
    rows_counted = adoptions_counted

    def choices_for(self, rows: Any) -> Any:
        """Add the practices that ask."""
        practices = rows.order_by("version__practice__number").values_list(
            "version__practice__reference", "version__practice__reference"
        )
        return {**super().choices_for(rows), "practice": practices.distinct()}


def is_over(record: Adoption) -> bool:
    """Say whether nothing waits: the evidence was confirmed."""
    return record.is_confirmed


def said_last(user: Any) -> dict[str, Any]:
    """Return what a person said last, and why."""
    last = last_said_by(user)
    return {"how_far": last.status, "reason": last.reason} if last else {}


SEVERAL = Several(Adoption, ("say", "confirm"), is_over, said_last)


@require_http_methods(["GET", "POST"])
def adoption_list(request: HttpRequest) -> HttpResponse:
    """List how far systems are with practices, newest first, or say or confirm it for several."""
    if request.method == "POST":
        return do_to_chosen(request, SEVERAL, show)
    return show(request, Tried())


def show(request: HttpRequest, tried: Tried) -> HttpResponse:
    """Show the list, each row with nothing beside it."""
    rows = Adoption.objects.visible_to(request.user)
    return show_several(
        request,
        SEVERAL,
        "lessons/adoption_list.html",
        rows.for_list(),
        AdoptionFilter(request, rows),
        tried,
        with_rows=lambda found: [None for _one in found],
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
    """Show which systems adopted which practices, as far as the reader may know; also as CSV."""
    filters = MatrixFilter(request, Adoption.objects.visible_to(request.user))
    head = head_now()
    matrix = matrix_for(request.user, filters)
    log_reading(request.user, matrix.systems, Surface.REPORT)
    if request.GET.get("format") == "csv":
        table = matrix_as_csv(matrix, base_of(request), head)
        return headed(as_table(table, "adoption", matrix.label), head)
    context = {"matrix": matrix, "filters": filters, "day": timezone.localdate(), "head": head}
    return headed(marked(render(request, "reports/adoption.html", context), matrix.label), head)
