"""The page of any verb: what it asks for, its refusal, and where it leads."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from tracker.access import judge
from tracker.confirmation import check_confirmed, may_sign_now
from tracker.forms import VerbForm
from tracker.leaks import records_of
from tracker.protection.readings import log_reading, read_with
from tracker.states import Surface
from tracker.verbs import Verb, all_nouns, verb_named
from tracker.views.confirming import confirmation_url, typed_before


def verb_page(request: HttpRequest, noun: str, reference: str, verb: str) -> HttpResponse:
    """Ask what a verb needs, do it, and show the record that it leads to.

    A record that the reader may not see is absent: 404. A refusal is shown as 403 or 409 by the
    middleware, unless a form is open: then it stands in the form and nothing typed is lost.
    """
    model = all_nouns().get(noun)
    chosen = verb_named(model, verb) if model else None
    if model is None or chosen is None:
        raise Http404
    rows: Any = model._default_manager
    record = get_object_or_404(rows.visible_to(request.user), reference=reference)
    if request.method != "POST":
        form = VerbForm(chosen, request.user, record, typed=typed_before(request))  # type: ignore[arg-type]
        return show(request, chosen, record, form)
    return do(request, chosen, record)


def do(request: HttpRequest, verb: Verb, record: Any) -> HttpResponse:
    """Run a verb with the answers posted."""
    verb.check(request.user, record)
    if verb.is_signature_of(request.user):
        check_confirmed(request)
    form = VerbForm(verb, request.user, record, request.POST)  # type: ignore[arg-type]
    if form.is_valid():
        try:
            result = verb.run(record, by=request.user, **form.answers())
        except ValidationError as error:
            form.refuse(error)
        else:
            messages.success(request, verb.sentence_for(result))
            return redirect(address_after(request, result))
    return show(request, verb, record, form, status=400)


def show(
    request: HttpRequest, verb: Verb, record: Any, form: VerbForm, status: int = 200
) -> HttpResponse:
    """Show a verb's small page; where it shows what is signed, or lets phrases out, that is a reading."""
    shown = as_read_by(request, record) if verb.shows else None
    read = read_with(shown) if shown is not None else []
    log_reading(request.user, [*read, *records_of(form.leaks)], Surface.PAGE)
    changes = verb.differs(request.user, record) if verb.differs else ()
    verdict = judge(verb.check, request.user, record)
    context = {
        "verb": verb,
        "changes": changes,
        "shown": shown,
        "label": verb.label_for(request.user),
        "record": record,
        "form": form,
        "verdict": verdict,
        "doubt": verb.doubts(request.user, record) if verb.doubts and verdict else "",
        "left": verb.leaves(request.user, record) if verb.leaves and verdict else (),
        "confirmed": not verb.is_signature_of(request.user) or may_sign_now(request),
        "confirmation_url": confirmation_url(request.get_full_path()),
        "came_from": came_from(request),
        "back": address_after(request, record),
    }
    return render(request, "verb.html", context, status=status)


def as_read_by(request: HttpRequest, record: Any) -> Any:
    """Return the record with all that its reader may see of it: what a signature would be about."""
    rows: Any = type(record)._default_manager
    return rows.visible_to(request.user).for_detail(request.user).get(pk=record.pk)


def came_from(request: HttpRequest) -> str:
    """Say which surface the reader came from: "admin", or "" for the pages."""
    asked = request.POST.get("from") or request.GET.get("from")
    return "admin" if asked == "admin" else ""


def address_after(request: HttpRequest, result: models.Model) -> str:
    """Return where a verb leads: the result's page, on the surface that the reader came from."""
    if came_from(request) == "admin":
        meta = result._meta
        return reverse(f"admin:{meta.app_label}_{meta.model_name}_change", args=[result.pk])
    address: str = result.get_absolute_url()  # type: ignore[attr-defined]
    return address
