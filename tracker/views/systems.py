"""The list of systems, and how one depends on another; a system's page knows all, so it stands above."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from tracker.access import check_can_add_system, judge
from tracker.models import AISystem, Organization, SystemDependency
from tracker.states import Label, SystemKind
from tracker.views.filters import RecordFilter, one_of, one_of_rows
from tracker.views.lists import show_list
from tracker.views.records import (
    admin_url,
    find,
    nobody_edits,
    public_where_clear,
    show_record,
)


class SystemFilter(RecordFilter):
    """The filters of the systems."""

    lookups = {
        "kind": "kind",
        "developer": "developer__code",
        "operator": "operator__code",
    }
    kind = one_of(SystemKind, _("Kind"))
    developer = one_of_rows(_("Developer"))
    operator = one_of_rows(_("Operator"))
    label = one_of(Label, _("Label"))

    def choices_for(self, rows):  # type: ignore[no-untyped-def]
        """Return the organizations that may have developed or may run a system."""
        known = list(Organization.objects.visible_to(self.reader).values_list("code", "name"))
        return {"developer": known, "operator": known}


def system_list(request: HttpRequest) -> HttpResponse:
    """List the systems that the reader may know of, by name."""
    rows = AISystem.objects.visible_to(request.user)
    may_add = judge(check_can_add_system, request.user).allowed
    return show_list(
        request,
        "tracker/system_list.html",
        rows.for_list(),
        SystemFilter(request, rows),
        order=("name", "id"),
        add_url=admin_url(AISystem, "add") if may_add else "",
    )


@public_where_clear
def dependency_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show how one system depends on another, to those who may know of both and of that."""
    rows = SystemDependency.objects.visible_to(request.user).for_detail(request.user)
    return show_record(
        request,
        "tracker/dependency_detail.html",
        find(rows, reference),
        check_edit=nobody_edits,
    )
