"""The pages of dispositions: what waits for whom, several done in one go, and each by itself."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from lessons.access import disposition as access
from lessons.disposition_transitions import last_answer_of
from lessons.downstream import told_why
from lessons.models import Disposition
from lessons.reports.counting import COUNTED_PAIRS, pairs_counted
from lessons.states import Answer, DispositionStatus
from lessons.views.counted import CountedFilter
from lessons.views.several import Several, Tried, do_to_chosen, show_several
from tracker.paths import Told, hops_for
from tracker.views.filters import one_among, one_of, one_of_rows, waits_for_me
from tracker.views.records import find, nobody_edits, show_record


class DispositionFilter(CountedFilter):
    """The filters of dispositions."""

    lookups = {
        "state": "status",
        "answer": "answer",
        "owner": "organization__code",
        "system": "system__reference",
        "lesson": "lesson__reference",
    }
    waiting = waits_for_me()
    state = one_of(DispositionStatus, _("State"))
    answer = one_of(Answer, _("Answer"))
    owner = one_of_rows(_("Who is asked"))
    system = one_of_rows(_("System"))
    lesson = one_of_rows(_("Lesson"))
    counted = one_among(COUNTED_PAIRS, _("Counted in the figures as"))
    rows_counted = pairs_counted
    in_sight = 3

    def choices_for(self, rows: Any) -> Any:
        """Add the lessons that ask."""
        lessons = rows.order_by("lesson__reference").values_list(
            "lesson__reference", "lesson__title"
        )
        return {**super().choices_for(rows), "lesson": lessons.distinct()}


def is_over(record: Disposition) -> bool:
    """Say whether nothing waits: the answer was accepted."""
    return record.status == DispositionStatus.ACCEPTED


def said_last(user: Any) -> dict[str, Any]:
    """Return the answer and the reason that a person gave last."""
    last = last_answer_of(user)
    return {"answer": last.answer, "reason": last.reason} if last else {}


SEVERAL = Several(
    Disposition,
    ("answer", "accept", "return"),
    is_over,
    said_last,
    # Of several systems, no single update does it.
    of_one_alone=frozenset({"update"}),
)


@require_http_methods(["GET", "POST"])
def disposition_list(request: HttpRequest) -> HttpResponse:
    """Show what systems answer to lessons, or do to several what was asked for."""
    if request.method == "POST":
        return do_to_chosen(request, SEVERAL, show)
    return show(request, Tried())


def show(request: HttpRequest, tried: Tried) -> HttpResponse:
    """Show the list, each row with why it is asked."""
    rows = Disposition.objects.visible_to(request.user)
    return show_several(
        request,
        SEVERAL,
        "lessons/disposition_list.html",
        rows.for_list(),
        DispositionFilter(request, rows),
        tried,
        with_rows=lambda found: why_each(request, found),
    )


def why_each(request: HttpRequest, found: list[Disposition]) -> list[Told]:
    """Return why each row is asked, as far as the reader may know."""
    return [told_why(way) for way in hops_for(request.user, [one.path for one in found])]


def disposition_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what one system answers to a lesson: why it is asked, the answer, the judgement."""
    rows = Disposition.objects.visible_to(request.user).for_detail(request.user)
    record = find(rows, reference)
    hops = hops_for(request.user, [record.path])[0]
    return show_record(
        request,
        "lessons/disposition_detail.html",
        record,
        check_edit=nobody_edits,
        names=hops,
        hops=hops,
        why=told_why(hops),
        is_inside=access.is_inside(record),
    )
