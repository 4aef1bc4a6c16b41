"""The way to the second factor and back: what was typed on the signing page comes back with its reader."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _

from tracker.confirmation import NotConfirmed, has_second_factor

TYPED = "typed_before_confirming"
SIGNING_AT = "signing_at"


def lead_to_confirmation(request: HttpRequest, refusal: NotConfirmed) -> HttpResponse:
    """Keep what was typed, and lead to the second factor; it leads back to this page."""
    here = request.get_full_path()
    request.session[TYPED] = {"path": request.path, "answers": request.POST.urlencode()}
    messages.info(request, str(refusal))
    return redirect(confirmation_url(here))


def confirmation_url(here: str) -> str:
    """Return where a reader of a page confirms who they are and comes back from."""
    return f"{reverse('confirm')}?{urlencode({'next': here})}"


def typed_before(request: HttpRequest) -> QueryDict | None:
    """Return what was typed on this page before its reader went to confirm, once."""
    if request.session.get(SIGNING_AT, "").startswith(request.path):
        del request.session[SIGNING_AT]
    kept = request.session.get(TYPED)
    if kept is None or kept["path"] != request.path:
        return None
    del request.session[TYPED]
    return QueryDict(kept["answers"])


def confirm(request: HttpRequest) -> HttpResponse:
    """Lead to the best way of proving who one is, or to setting one up."""
    asked = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(asked, {request.get_host()}, request.is_secure())
    back = asked if is_ours else reverse("account")
    if not has_second_factor(request.user):
        request.session[SIGNING_AT] = back
        messages.info(request, _("Set up an authenticator app or a passkey; then go on to sign."))
        return redirect("account")
    methods: Any = get_adapter().get_reauthentication_methods(request.user)
    return redirect(f"{methods[0]['url']}?{urlencode({'next': back})}")
