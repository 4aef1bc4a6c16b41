"""A person's own account: second factors, the programs and browsers that are signed in."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

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
        "signing_at": request.session.get(SIGNING_AT),
    }
    return render(request, "account/account.html", context)
