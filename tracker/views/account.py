"""A person's own account: second factors, the programs and browsers that are signed in."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tracker import account_editing
from tracker.accounts.browsers import browsers_of, session_named
from tracker.views.confirming import SIGNING_AT


def account_page(request: HttpRequest) -> HttpResponse:
    """Show what an account has, and lead to what can be added or taken away."""
    user: Any = request.user
    factors = Authenticator.objects.filter(user=request.user.pk).order_by("created_at")
    of_kind = {kind: [one for one in factors if one.type == kind] for kind in Authenticator.Type}
    spare = of_kind[Authenticator.Type.RECOVERY_CODES]
    app, passkeys = of_kind[Authenticator.Type.TOTP], of_kind[Authenticator.Type.WEBAUTHN]
    context = {
        "app": app,
        "passkeys": passkeys,
        "has_factor": app or passkeys,
        "codes": [code for one in spare for code in one.wrap().get_unused_codes()],
        "browsers": browsers_of(user, request.session.session_key),
        "sign_out_url": reverse("sign-out-everywhere"),
        "signing_at": request.session.get(SIGNING_AT),
    }
    return render(request, "account/account.html", context)


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every browser's session of one's own account, this one too, and every token."""
    user: Any = request.user
    account_editing.sign_out_everywhere(user, by=user)
    logout(request)
    return redirect("login")


@require_POST
def end_session(request: HttpRequest, handle: str) -> HttpResponse:
    """End one browser's session of one's own account; whoever ends this one is signed out."""
    user: Any = request.user
    session = session_named(user, handle)
    if session is None:
        raise Http404
    is_current = session.session_key == request.session.session_key
    account_editing.end_session(session, by=user)
    if is_current:
        logout(request)
        return redirect("login")
    messages.success(request, _("That browser is signed out."))
    return redirect("account")
