"""Setting up a second factor is giving it: whoever just did may go on to sign."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpResponse


class SetUpAppView(ActivateTOTPView):  # type: ignore[misc]
    """Sets up an authenticator app by its first code."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the app, and remember that its code was right."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="totp")
        return response


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc]
    """Adds a passkey or a security key, which answered just now."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the key, and remember that it answered."""
        response: HttpResponse = super().form_valid(form)
        record_authentication(self.request, self.request.user, "mfa", type="webauthn")
        return response
