"""The pages of lessons that may have come back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from lessons.comparisons import why_alike
from lessons.models import Recurrence
from lessons.states import RecurrenceStatus
from tracker.marking import label_for, marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.filters import RecordFilter, one_of, waits_for_me
from tracker.views.lists import show_list
from tracker.views.records import find, offers_for


class RecurrenceFilter(RecordFilter):
    """The filters of recurrences."""

    lookups = {"state": "status"}
    state = one_of(RecurrenceStatus, _("State"))
    waiting = waits_for_me()


def recurrence_list(request: HttpRequest) -> HttpResponse:
    """List the findings that look like lessons, of which the reader may see both, newest first."""
    rows = Recurrence.objects.visible_to(request.user)
    return show_list(
        request, "lessons/recurrence_list.html", rows.for_list(), RecurrenceFilter(request, rows)
    )


def recurrence_detail(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a finding beside the lesson it looks like, why, and what can be said about it."""
    rows = Recurrence.objects.visible_to(request.user).for_detail(request.user)
    recurrence = find(rows, reference)
    log_reading(request.user, [recurrence.finding, recurrence.lesson], Surface.PAGE)
    offers = offers_for(request, recurrence)
    why = why_alike(recurrence, request.user)
    marking = label_for(request.user, [recurrence, why])
    context = {
        "record": recurrence,
        "marking": marking,
        "reasons": why.words,
        "allowed": [offer for offer in offers if offer.button.verdict],
        "refused": [offer for offer in offers if not offer.button.verdict],
    }
    return marked(render(request, "lessons/recurrence_detail.html", context), marking)
