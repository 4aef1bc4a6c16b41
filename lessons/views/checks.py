"""The page of a check that runs: what it asks for, how it stands, each result."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lessons.models import Check
from lessons.views.dispositions import nobody_edits
from tracker.views.records import find, show_record


@require_safe
def check_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a check with its results, the latest first."""
    rows = Check.objects.visible_to(request.user).for_detail(request.user)
    check = find(rows, reference)
    return show_record(request, "lessons/check_detail.html", check, check_edit=nobody_edits)
