"""The pages of checks that run: the list of all, and each with what it asks for and each result."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from lessons.models import Check, Recurrence
from lessons.states import CheckState
from tracker.views.filters import RecordFilter, one_of, one_of_rows
from tracker.views.lists import show_list
from tracker.views.records import find, nobody_edits, show_record


class CheckFilter(RecordFilter):
    """The filters of checks."""

    in_sight = 4
    lookups = {"owner": "organization__code", "system": "system__reference"}
    state = one_of(CheckState, _("State"))
    owner = one_of_rows(_("Who runs it"))
    system = one_of_rows(_("System"))

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow to checks that stand so now, or as every list does."""
        if name == "state":
            return rows.in_state(value)
        return super().narrow_otherwise(rows, name, value)


@require_safe
def check_list(request: HttpRequest) -> HttpResponse:
    """List the checks with how each stands, newest first."""
    rows = Check.objects.visible_to(request.user)
    return show_list(
        request, "lessons/check_list.html", rows.for_list(), CheckFilter(request, rows)
    )


@require_safe
def check_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a check with its results, the latest first, and what its failures asked."""
    rows = Check.objects.visible_to(request.user).for_detail(request.user)
    check = find(rows, reference)
    asked = Recurrence.objects.visible_to(request.user).by_check(check)
    return show_record(
        request, "lessons/check_detail.html", check, check_edit=nobody_edits, asked=list(asked)
    )
