"""The pages of reports, and the same as files."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from lessons.access.figures import check_can_read_figures
from lessons.reports.best_practices import build_best_practices
from lessons.reports.filters import ReportFilter
from lessons.reports.learning import build_learning, wall_basis
from lessons.reports.open_loops import (
    LoopFilter,
    by_hand,
    holders,
    label_of_loops,
    loops_as_csv,
    open_loops,
)
from lessons.reports.render import FORMATS
from lessons.reports.shape import BestPractices
from lessons.reports.sheet import as_csv, few
from tracker.chain.heading import head_now, headed
from tracker.marking import in_file_name, marked
from tracker.states import Label


@login_not_required
@require_safe
@cache_control(private=True)
def best_practices_page(request: HttpRequest) -> HttpResponse:
    """Show the published practices, each with as much of its line as this reader may see."""
    filters = ReportFilter(request.GET, request.user)
    valid = filters.is_valid()
    wanted = request.GET.get("format", "")
    if wanted:
        return _download(request, filters, wanted)
    context: dict[str, Any] = {
        "report": build_best_practices(request.user, filters),
        "filters": filters,
        "base": "",
        "formats": {"html": "HTML", "md": "Markdown", "json": "JSON", "csv": "CSV"},
    }
    status = 200 if valid else 400
    page = render(request, "reports/best_practices.html", context, status=status)
    return headed(marked(page, context["report"].label), context["report"].head)


def _download(request: HttpRequest, filters: ReportFilter, wanted: str) -> HttpResponse:
    if wanted not in FORMATS:
        names = ", ".join(FORMATS)
        return _refuse(_("The report is written as one of %s.") % names)
    if not filters.is_valid():
        return _refuse(
            " ".join(str(error) for errors in filters.errors.values() for error in errors)
        )
    report = build_best_practices(request.user, filters)
    return _attach(report, wanted, base_of(request))


def _attach(report: BestPractices, wanted: str, base: str) -> HttpResponse:
    chosen = FORMATS[wanted]
    response = HttpResponse(chosen.write(report, base), content_type=chosen.content_type)
    response["Content-Disposition"] = f'attachment; filename="{chosen.file_name(report)}"'
    return headed(marked(response, chosen.label(report)), report.head)


def _refuse(sentence: str) -> HttpResponse:
    return HttpResponseBadRequest(sentence + "\n", content_type="text/plain; charset=utf-8")


# --- Figures, the partners' alone ---------------------------------------------------------------


@require_safe
@cache_control(private=True)
def learning_page(request: HttpRequest) -> HttpResponse:
    """Show how much of what was asked was fixed and verified, and what explains it; also as CSV."""
    check_can_read_figures(request.user)
    head = head_now()
    report = build_learning(request.user)
    if request.GET.get("format") == "csv":
        table = as_csv(report.all_sections, report.label, base_of(request), head)
        return headed(as_table(table, "learning", report.label), head)
    context = {"report": report, "basis": wall_basis(), "few": few(), "head": head}
    return headed(marked(render(request, "reports/learning.html", context), report.label), head)


# What a page shows; the file has all.
SHOWN = 200


@require_safe
@cache_control(private=True)
def open_loops_page(request: HttpRequest) -> HttpResponse:
    """Show what is open and whose it is, narrowed as the address says; also as CSV."""
    check_can_read_figures(request.user)
    head = head_now()
    everything = open_loops(request.user)
    filters = LoopFilter(request.GET, everything)
    found = filters.narrow(everything)
    if request.GET.get("format") == "csv":
        table = loops_as_csv(request.user, found, base_of(request), head)
        return headed(as_table(table, "open-loops", label_of_loops(request.user, found)), head)
    user: Any = request.user
    hands = by_hand(user, found, SHOWN)
    context: dict[str, Any] = {
        "found": [loop for hand in hands for loop in hand.shown],
        "hands": hands,
        "more": max(len(found) - SHOWN, 0),
        "holders": holders(everything),
        "filters": filters,
        "day": timezone.localdate(),
        "label": label_of_loops(request.user, everything),
        "head": head,
    }
    page = render(request, "reports/open_loops.html", context)
    return headed(marked(page, context["label"]), head)


def base_of(request: HttpRequest) -> str:
    """Return what stands before the addresses in a file, which is read elsewhere."""
    return request.build_absolute_uri("/").removesuffix("/")


def as_table(text: str, name: str, label: Label) -> HttpResponse:
    """Answer with a table as a file, whose name tells its label and day: files get passed on."""
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    day = timezone.localdate().isoformat()
    file_name = f"{name}-{day}-{in_file_name(label).lower()}.csv"
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return marked(response, label)
