"""The list of what briefings put before the reader's side, over all cycles, and what it said to each."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lessons.models import BriefingLine
from lessons.reports.counting import COUNTED_LINES, lines_counted
from lessons.states import BriefingAnswer
from lessons.views.counted import CountedFilter
from tracker.views.filters import one_among, one_of, one_of_rows
from tracker.views.lists import show_list


class BriefingLineFilter(CountedFilter):
    """The filters of lines of briefings."""

    lookups = {"state": "status", "cycle": "briefing__cycle__reference"}
    state = one_of(BriefingAnswer, _("Answer"))
    cycle = one_of_rows(_("Cycle"))
    counted = one_among(COUNTED_LINES, _("Counted in the figures as"))
    rows_counted = lines_counted
    in_sight = 3

    def choices_for(self, rows: Any) -> Any:
        """Return the cycles that were briefed on."""
        cycles = rows.order_by("-briefing__cycle__number")
        named = cycles.values_list("briefing__cycle__reference", "briefing__cycle__title")
        return {"cycle": named.distinct()}


def briefing_line_list(request: HttpRequest) -> HttpResponse:
    """List the lessons of the briefings of the reader's side, newest first."""
    rows = BriefingLine.objects.visible_to(request.user)
    return show_list(
        request,
        "lessons/briefing_line_list.html",
        rows.for_list(),
        BriefingLineFilter(request, rows),
    )
