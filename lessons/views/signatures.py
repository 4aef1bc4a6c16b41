"""The page of all signatures under a record."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from lessons.signatures import all_signed, label_of_signatures
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface


def show_signatures(request: HttpRequest, record: Any) -> HttpResponse:
    """Show every signature that a record was given: by whom, on what, and what differs since."""
    log_reading(request.user, [record], Surface.PAGE)
    marking = label_of_signatures(request.user, record)
    context = {
        "record": record,
        "signed": all_signed(request.user, record),
        "marking": marking,
        "back": record.get_absolute_url(),
    }
    return marked(render(request, "lessons/signatures.html", context), marking)
