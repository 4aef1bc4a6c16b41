"""The pages of sharing: what waits for consent, and what exactly is asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker.models import LabelChange
from tracker.views.lists import NEWEST_FIRST, page_of
from tracker.views.records import find, offers_for


def label_changes(request: HttpRequest) -> HttpResponse:
    """List who decided, or asks, that others read what: what waits for the reader comes first."""
    reader: Any = request.user
    rows = LabelChange.objects.visible_to(reader)
    awaiting = list(rows.awaiting(reader).for_list())
    context = {"awaiting": awaiting, "page": page_of(request, rows.for_list(), NEWEST_FIRST)}
    return render(request, "tracker/sharing/label_changes.html", context)


def label_change(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one change of a label: what is asked of whom, and exactly what would be read."""
    rows = LabelChange.objects.visible_to(request.user).for_detail(request.user)
    asked = find(rows, reference)
    offers = offers_for(request, asked)
    context = {
        "record": asked,
        "allowed": [offer for offer in offers if offer.button.verdict],
        "refused": [offer for offer in offers if not offer.button.verdict],
    }
    return render(request, "tracker/sharing/label_change.html", context)
