"""The page of all that waits for a signatory: several signed in one go, each as it was read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from lessons.signing import Choice, Outcome, all_waiting, sign_many
from tracker import access
from tracker.access import Permission, check_has, has_permission, is_partner, judge
from tracker.confirmation import check_confirmed, may_sign_now
from tracker.marking import label_for, marked
from tracker.models import Delegation
from tracker.protection.readings import log_reading, read_with
from tracker.states import Surface
from tracker.views.confirming import confirmation_url
from tracker.views.records import admin_url

# A ticked box carries a noun, a reference and a digest.
BETWEEN = " "


@require_http_methods(["GET", "POST"])
def signing(request: HttpRequest) -> HttpResponse:
    """Show what waits for a signatory and who signs for whom, or sign what was ticked."""
    if not is_partner(request.user):
        raise access.Denied("Only people of a partner sign.")
    if request.method == "POST":
        return sign_ticked(request)
    return show_waiting(request)


def sign_ticked(request: HttpRequest) -> HttpResponse:
    """Sign each record ticked as it was read, and say of each what came of it."""
    user: Any = request.user
    check_has(user, Permission.SIGN)
    check_confirmed(request)
    choices = [choice_of(ticked) for ticked in request.POST.getlist("chosen")]
    outcomes = sign_many(user, choices, statement=request.POST.get("statement", "")[:20_000])
    refused = [outcome for outcome in outcomes if not outcome.is_signed]
    signed = len(outcomes) - len(refused)
    if signed:
        messages.success(request, f"You signed {signed} for {user.organization}.")
    if refused or not outcomes:
        return show_waiting(request, refused, nothing_ticked=not outcomes)
    return redirect("signing")


def choice_of(ticked: str) -> Choice:
    """Return what a ticked box carries; one that carries anything else names nothing."""
    noun, _, rest = ticked.partition(BETWEEN)
    reference, _, digest = rest.partition(BETWEEN)
    return Choice(noun, reference, digest or "none")


def show_waiting(
    request: HttpRequest, refused: list[Outcome] | None = None, *, nothing_ticked: bool = False
) -> HttpResponse:
    """Show what waits, with what was just refused above it."""
    user: Any = request.user
    waiting = all_waiting(user)
    log_reading(user, (read for one in waiting for read in read_with(one.record)), Surface.PAGE)
    delegations = list(Delegation.objects.visible_to(user).not_over().for_list())
    marking = label_for(user, [one.record for one in waiting])
    context = {
        "waiting": waiting,
        "signs": has_permission(user, Permission.SIGN),
        "confirmed": may_sign_now(request),
        "confirmation_url": confirmation_url(request.get_full_path()),
        "refused": refused or [],
        "nothing_ticked": nothing_ticked,
        "delegations": [
            (one, judge(access.check_can_revoke_delegation, user, one)) for one in delegations
        ],
        "delegate_url": admin_url(Delegation, "add")
        if judge(access.check_can_delegate, user)
        else "",
        "marking": marking,
    }
    status = 409 if refused else 400 if nothing_ticked else 200
    response = render(request, "lessons/signing.html", context, status=status)
    return marked(response, marking)
