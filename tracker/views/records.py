"""How a record's page is put together: what can be done now, and what it may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import NoReverseMatch, reverse

from tracker.access import Denied, is_partner, judge
from tracker.marking import label_for, marked
from tracker.protection.readings import log_reading
from tracker.protection.shown import protection_of
from tracker.states import Surface
from tracker.verbs import Button, buttons, verbs_of


@dataclass(frozen=True)
class Offer:
    """A verb on a record's page: where it is done, or why it can't be."""

    button: Button
    url: str


def find(rows: QuerySet[Any], reference: str) -> Any:
    """Return the visible row of a reference; absent and invisible are the same 404."""
    return get_object_or_404(rows, reference=reference)


def public_where_clear(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let anyone read a record that is public; whoever sees nothing is asked to sign in first."""

    @login_not_required
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Http404:
            if request.user.is_authenticated:
                raise
            return redirect_to_login(request.get_full_path())

    return shown


def show_record(
    request: HttpRequest,
    template: str,
    record: Any,
    *,
    check_edit: Callable[..., None],
    names: Iterable[Any] = (),
    **context: Any,
) -> HttpResponse:
    """Show a record's page with what its reader can do; who can do nothing at all sees no verbs.

    `names` is what the page names besides the record, which it is labelled with as well.
    """
    log_reading(request.user, [record], Surface.PAGE)
    offers = offers_for(request, record) if is_partner(request.user) else []
    may_edit = judge(check_edit, request.user, record).allowed
    refused = [offer for offer in offers if not offer.button.verdict]
    held_up = [offer for offer in refused if may_edit and is_next(offer)]
    context |= {
        "record": record,
        "noun": record._meta.model_name,
        "allowed": [one for one in offers if one.button.verdict and not one.button.verb.rare],
        "rare": [one for one in offers if one.button.verdict and one.button.verb.rare],
        "held_up": held_up,
        "refused": [offer for offer in refused if offer not in held_up],
        "protection": protection_of(record, request.user),
        "edit_url": admin_url(record, "change", record.pk) if may_edit else "",
    }
    context.setdefault("marking", label_for(request.user, [record, *names]))
    return marked(render(request, template, context), context["marking"])


def nobody_edits(user: Any, record: Any) -> None:
    """Refuse: what its verbs do is all that can be done to it, there is nothing to edit besides."""
    raise Denied("It is changed by its verbs alone.")


def is_next(offer: Offer) -> bool:
    """Say whether a verb is a next step that only the record's state holds up."""
    return offer.button.verb.primary and offer.button.verdict.by_state


def offers_for(request: HttpRequest, record: Any) -> list[Offer]:
    """Return the verbs of a record as its reader meets them."""
    noun = record._meta.model_name
    return [
        Offer(button, reverse("verb", args=[noun, record.reference, button.verb.name]))
        for button in buttons(verbs_of(type(record)), request.user, record)
    ]


def with_offers(request: HttpRequest, rows: QuerySet[Any]) -> list[tuple[Any, list[Offer]]]:
    """Return rows that stand on another record's page, each with what its reader can do."""
    return [
        (row, [offer for offer in offers_for(request, row) if offer.button.verdict]) for row in rows
    ]


def admin_url(model: Any, page: str, *args: Any) -> str:
    """Return the address of an admin page of a model, or "" where the admin has none."""
    try:
        return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)
    except NoReverseMatch:
        return ""
