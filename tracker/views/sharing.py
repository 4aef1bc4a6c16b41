"""The pages of sharing: what waits for consent, and what exactly is asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker import many
from tracker.access import Permission, check_has, has_permission
from tracker.confirmation import check_confirmed, may_sign_now
from tracker.leaks import LEAKS_SEEN, records_of
from tracker.marking import label_of, marked
from tracker.models import LabelChange
from tracker.protection.readings import log_reading
from tracker.sharing_access import check_consents
from tracker.sharing_verbs import is_signatory
from tracker.states import Surface
from tracker.templatetags.sharing import as_known_to, asked_of
from tracker.views.confirming import confirmation_url
from tracker.views.lists import NEWEST_FIRST, page_of
from tracker.views.records import find, offers_for


def label_changes(request: HttpRequest) -> HttpResponse:
    """List who decided, or asks, that others read what: what waits for the reader comes first."""
    reader: Any = request.user
    rows = LabelChange.objects.visible_to(reader)
    awaiting = list(rows.awaiting(reader).for_list())
    page = page_of(request, rows.for_list(), NEWEST_FIRST)
    context: dict[str, Any] = {
        "awaiting": awaiting,
        "page": page,
        "may_share": has_permission(reader, Permission.LEAD),
        "marking": label_of([*awaiting, *page.rows]),
    }
    answer = render(request, "tracker/sharing/label_changes.html", context)
    return marked(answer, context["marking"])


def share_many(request: HttpRequest) -> HttpResponse:
    """Offer a lead what could be shared before a meeting, and share what was chosen in one go."""
    reader: Any = request.user
    check_has(reader, Permission.LEAD)
    outcomes = (
        many.share_many(
            reader,
            many.chosen(reader, request.POST.getlist("record")),
            read=request.POST.getlist(LEAKS_SEEN),
        )
        if request.method == "POST"
        else []
    )
    offered = many.shareable(reader)
    leaking = [record for one in offered for record in records_of(one.leaks)]
    log_reading(reader, leaking, Surface.PAGE)
    named = [*(one.record for one in outcomes), *(one.record for one in offered), *leaking]
    marking = label_of(named)
    context = {"outcomes": outcomes, "offered": offered, "marking": marking}
    return marked(render(request, "tracker/sharing/share_many.html", context), marking)


def consent_many(request: HttpRequest) -> HttpResponse:
    """Show all that waits for a lead's or a signatory's consent, and consent to what was ticked."""
    reader: Any = request.user
    check_consents(reader)
    ticked = request.POST.getlist("chosen")
    outcomes = consent_to(request, ticked) if request.method == "POST" else []
    waiting = many.awaited(reader)
    offered = waiting[: many.MOST]
    leaking = [record for one in offered for record in records_of(one.leaks)]
    log_reading(reader, leaking, Surface.PAGE)
    shown = [(one, as_known_to(reader, one.matter)) for one in offered]
    named = [name for _one, asked in shown if asked for name in asked.names]
    changes = [*(one.record for one in outcomes), *(one.matter.asked for one in offered)]
    context: dict[str, Any] = {
        "outcomes": outcomes,
        "offered": shown,
        "more": len(waiting) > many.MOST,
        "nothing_ticked": request.method == "POST" and not ticked,
        "confirmed": not is_signatory(reader) or may_sign_now(request),
        "confirmation_url": confirmation_url(request.get_full_path()),
        "marking": label_of([*changes, *named, *leaking]),
    }
    status = 400 if context["nothing_ticked"] else 200
    answer = render(request, "tracker/sharing/consent_many.html", context, status=status)
    return marked(answer, context["marking"])


def consent_to(request: HttpRequest, ticked: list[str]) -> list[many.Outcome]:
    """Consent to each change ticked, and say what came of it; a signatory's consent is a signature."""
    reader: Any = request.user
    if is_signatory(reader):
        check_confirmed(request)
    read = request.POST.getlist(LEAKS_SEEN)
    return many.consent_many(reader, many.choices(reader, ticked), read=read)


def label_change(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one change of a label: what is asked of whom, and exactly what would be read."""
    rows = LabelChange.objects.visible_to(request.user).for_detail(request.user)
    asked = find(rows, reference)
    offers = offers_for(request, asked)
    shown = asked_of(request.user, asked)
    context = {
        "record": asked,
        "allowed": [offer for offer in offers if offer.button.verdict],
        "refused": [offer for offer in offers if not offer.button.verdict],
        "marking": label_of([asked, *(shown.names if shown else ())]),
    }
    answer = render(request, "tracker/sharing/label_change.html", context)
    return marked(answer, context["marking"])
