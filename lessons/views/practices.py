"""The public library of best practices, and their drafts for the partners."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from lessons import access
from lessons.models import Adoption, Check, PracticeVersion
from lessons.signatures import signature_columns
from lessons.states import PracticeStatus
from lessons.views.signatures import show_signatures
from tracker.access import is_partner
from tracker.marking import label_of
from tracker.models import Organization
from tracker.views.filters import RecordFilter, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, show_record

if TYPE_CHECKING:
    from tracker.access import Reader

BY_NUMBER = ("practice__number", "major", "minor")
# What no other version took the place of, and nobody withdrew.
STANDING = (
    PracticeStatus.DRAFT,
    PracticeStatus.JOINT_REVIEW,
    PracticeStatus.APPROVED,
    PracticeStatus.PUBLISHED,
)


class LibraryFilter(RecordFilter):
    """The filters of the library as the public reads it."""

    in_sight = 3
    system = one_of_rows(_("System"))
    tag = one_of_rows(_("Tag"))


class PracticeFilter(LibraryFilter):
    """The filters of practices for the partners, who see drafts too."""

    in_sight = 4
    lookups = {}
    state = one_of(PracticeStatus, _("State"))
    waiting = waits_for_me()

    def narrow_otherwise(self, rows: Any, name: str, value: Any) -> Any:
        """Narrow by the state of this instant too."""
        narrow = super().narrow_otherwise
        return rows.in_state(value) if name == "state" else narrow(rows, name, value)


def filters_for(reader: Reader) -> type[LibraryFilter]:
    """Return the filters of a reader: partners narrow by state, too."""
    return PracticeFilter if is_partner(reader) else LibraryFilter


@login_not_required
def practice_list(request: HttpRequest) -> HttpResponse:
    """List the practices in force, by number; the partners also see what is in the making."""
    partner = is_partner(request.user)
    rows = PracticeVersion.objects.visible_to(request.user)
    filters = filters_for(request.user)(request, rows)
    listed = rows.for_list(request.user)
    if not (partner and filters.is_valid() and {"state", "waiting"} & set(filters.answers())):
        listed = listed.in_state(*STANDING)
    return show_list(
        request, "lessons/practice_list.html", listed, filters, order=("-id",), is_partner=partner
    )


@login_not_required
def practice_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what a practice says now: its published version, or the newest one there is."""
    versions = versions_of(request, reference)
    in_force = next((v for v in versions if v.status_now == PracticeStatus.PUBLISHED), versions[0])
    return show_version(request, in_force.reference, versions)


@login_not_required
def practice_version(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Show one version of a practice."""
    versions = versions_of(request, reference)
    chosen = next((version for version in versions if version.number == number), None)
    if chosen is None:
        raise Http404
    return show_version(request, chosen.reference, versions)


def versions_of(request: HttpRequest, reference: str) -> list[Any]:
    """Return the visible versions of a practice, newest first; a practice without any is absent."""
    rows = PracticeVersion.objects.visible_to(request.user).for_line().defer("search", "guidance")
    versions = list(rows.filter(practice__reference=reference).order_by("-major", "-minor"))
    if not versions:
        raise Http404
    return versions


def show_version(request: HttpRequest, reference: str, versions: list[Any]) -> HttpResponse:
    """Show a version's page beside the practice's other versions."""
    rows = PracticeVersion.objects.visible_to(request.user).for_detail(request.user)
    version = find(rows, reference)
    return show_record(
        request,
        "lessons/practice_detail.html",
        version,
        check_edit=access.check_can_edit_practice,
        marking=label_of([version, *version.lessons.all(), *version.systems.all()]),
        versions=versions,
        newest=versions[0],
        in_force=next((v for v in versions if v.status_now == PracticeStatus.PUBLISHED), None),
        adoptions=list(
            Adoption.objects.visible_to(request.user).filter(version=version).for_list()
        ),
        checks=list(
            Check.objects.visible_to(request.user).filter(practice=version.practice_id).for_list()
        ),
        signatures=signature_columns(request.user, version, Organization.objects.counting()),
    )


@login_not_required
def practice_signatures(request: HttpRequest, reference: str, number: str) -> HttpResponse:
    """Show who signed a version of a practice, on which words, and what differs since."""
    rows = PracticeVersion.objects.visible_to(request.user).for_detail(request.user)
    version = find(rows, f"{reference}-{number}")
    return show_signatures(request, version)
