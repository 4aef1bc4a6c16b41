"""The pages of findings."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from reviews import access
from reviews.models import Finding
from reviews.states import FindingStatus
from tracker.states import Label, Severity
from tracker.views.filters import RecordFilter, one_of, one_of_rows
from tracker.views.lists import show_list
from tracker.views.records import find, public_where_clear, show_record


class FindingFilter(RecordFilter):
    """The filters of findings."""

    in_sight = 3
    lookups = {
        "state": "status",
        "severity": "severity",
        "owner": "owner__code",
    }
    state = one_of(FindingStatus, _("State"))
    severity = one_of(Severity, _("Severity"))
    system = one_of_rows(_("System"))
    tag = one_of_rows(_("Tag"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))


def finding_list(request: HttpRequest) -> HttpResponse:
    """List the findings that the reader may see, newest first."""
    rows = Finding.objects.visible_to(request.user)
    return show_list(
        request,
        "reviews/finding_list.html",
        rows.for_list(request.user),
        FindingFilter(request, rows),
    )


@public_where_clear
def finding_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a finding with what it rests on and the lessons drawn from it."""
    finding = find(Finding.objects.visible_to(request.user).for_detail(request.user), reference)
    return show_record(
        request,
        "reviews/finding_detail.html",
        finding,
        check_edit=access.check_can_edit_finding,
    )
