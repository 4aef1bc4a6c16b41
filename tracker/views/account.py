"""A person's own account: second factors, the programs and browsers that are signed in."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from tracker import account_editing
from tracker.views.confirming import SIGNING_AT


def account_page(request: HttpRequest) -> HttpResponse:
    """Show what an account has, and lead to what can be added or taken away."""
    factors = Authenticator.objects.filter(user=request.user.pk).order_by("created_at")
    of_kind = {kind: [one for one in factors if one.type == kind] for kind in Authenticator.Type}
    spare = of_kind[Authenticator.Type.RECOVERY_CODES]
    app, passkeys = of_kind[Authenticator.Type.TOTP], of_kind[Authenticator.Type.WEBAUTHN]
    context = {
        "app": app,
        "passkeys": passkeys,
        "has_factor": app or passkeys,
        "codes": [code for one in spare for code in one.wrap().get_unused_codes()],
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
