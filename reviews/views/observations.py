"""The pages of observations: the list, one of them, and capturing what was seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from reviews import access, editing
from reviews.models import ImportedRecord, Observation
from reviews.states import ObservationStatus, SourceKind
from reviews.views.forms import CaptureForm
from tracker.access import judge
from tracker.forms import errors_by_field
from tracker.states import Label
from tracker.views.filters import RecordFilter, one_of, one_of_rows, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, public_where_clear, show_record

if TYPE_CHECKING:
    from tracker.access import Reader


CAPTURED = _(
    "Captured. Start a review now, or leave it to triage; your organization alone reads it."
)


class ObservationFilter(RecordFilter):
    """The filters of observations."""

    lookups = {
        "state": "status",
        "owner": "owner__code",
        "source_kind": "source_kind",
    }
    state = one_of(ObservationStatus, _("State"))
    system = one_of_rows(_("System"))
    tag = one_of_rows(_("Tag"))
    source_kind = one_of(SourceKind, _("Kind of source"))
    owner = one_of_rows(_("Owner"))
    label = one_of(Label, _("Label"))
    waiting = waits_for_me()


def show_observations(request: HttpRequest, filters: type[ObservationFilter]) -> HttpResponse:
    """Show the observations that the reader may see, newest first; the floor above knows more filters."""
    rows = Observation.objects.visible_to(request.user)
    return show_list(
        request,
        "reviews/observation_list.html",
        rows.for_list(request.user),
        filters(request, rows),
        may_capture=judge(access.check_can_capture_observation, request.user).allowed,
    )


@public_where_clear
def observation_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show an observation; its reporter and the imported file only to the owner's people."""
    rows = Observation.objects.visible_to(request.user).for_detail(request.user)
    observation = find(rows, reference)
    return show_record(
        request,
        "reviews/observation_detail.html",
        observation,
        check_edit=access.check_can_edit_observation,
        knows_reporter=access.may_know_reporter(request.user, observation),
        **import_of(request.user, observation),
    )


def import_of(user: Reader, observation: Observation) -> dict[str, Any]:
    """Return what an observation was imported from, without the file's bytes."""
    rows = ImportedRecord.objects.visible_to(user).filter(observation=observation)
    imported = rows.select_related("imported_by").defer("raw").first()
    if imported is None:
        return {}
    payload = json.dumps(imported.payload, indent=2, ensure_ascii=False)
    return {"imported": imported, "payload": payload}


def capture_observation(request: HttpRequest) -> HttpResponse:
    """Take what was seen, in which systems and when; everything else can wait for triage."""
    access.check_can_capture_observation(request.user)
    form = CaptureForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            observation = editing.capture_observation(by=request.user, **form.answers())  # type: ignore[arg-type]
        except ValidationError as error:
            for name, sentences in errors_by_field(error).items():
                form.add_error(name if name in form.fields else None, sentences)
        else:
            messages.success(request, CAPTURED)
            return redirect(observation)
    status = 400 if form.errors else 200
    return render(request, "reviews/observation_new.html", {"form": form}, status=status)
