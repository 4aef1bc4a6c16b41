"""The workbench of synthesis, and the records that resemble what is being written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lessons import recurrence_transitions
from lessons.comparisons import alike_to_text, written
from lessons.editing import draft_lesson
from lessons.synthesis import clusters_for
from reviews.models import Finding
from tracker.access import Denied, WrongState, is_partner
from tracker.marking import label_for, marked


@require_http_methods(["GET", "POST"])
def synthesis(request: HttpRequest) -> HttpResponse:
    """Show which findings may be one lesson, or do what was decided about some of them."""
    if not is_partner(request.user):
        raise Denied("Only people of a partner write lessons.")
    if request.method == "POST":
        return decide(request)
    clusters = clusters_for(request.user)
    marking = label_for(request.user, [row for one in clusters for row in one.findings])
    context = {"clusters": clusters, "marking": marking}
    return marked(render(request, "lessons/synthesis.html", context), marking)


def decide(request: HttpRequest) -> HttpResponse:
    """Draft a lesson from what was ticked, or remember that it is apart from the rest."""
    user: Any = request.user
    chosen = findings_named(user, request.POST.getlist("finding"))
    whole = findings_named(user, request.POST.getlist("of"))
    decided = request.POST.get("decide")
    if decided == "draft":
        return redirect(draft_lesson(by=user, findings=chosen))
    if decided == "split":
        others = [finding for finding in whole if finding not in chosen]
        recurrence_transitions.split(by=user, findings=chosen, others=others)
        messages.success(request, _("They are kept apart from the others."))
    elif decided == "reject":
        recurrence_transitions.keep_apart(by=user, findings=whole)
        messages.success(request, _("This cluster is remembered and not proposed again."))
    else:
        raise WrongState("Choose what to do with these findings.")
    return redirect("synthesis")


def findings_named(user: Any, references: list[str]) -> list[Any]:
    """Return the visible findings of some references; absent and invisible are left out alike."""
    rows = Finding.objects.visible_to(user).filter(reference__in=references[:200])
    return list(rows.order_by("pk"))


@require_http_methods(["GET", "POST"])
def similar(request: HttpRequest) -> HttpResponse:
    """Show what resembles the words of a form that is being filled in; nothing is kept of them."""
    text = written(request.POST)
    found = alike_to_text(text, request.user) if text.strip() else []
    marking = label_for(request.user, [one.record for one in found])
    context = {"text": text, "found": found, "marking": marking}
    return marked(render(request, "lessons/similar.html", context), marking)
