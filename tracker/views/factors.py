"""Setting up a second factor is giving it, so whoever did may sign; taking it away ends what signs."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.http import HttpResponse

from tracker.account_editing import end_signing_tokens


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


class RemoveAppView(DeactivateTOTPView):  # type: ignore[misc]
    """Takes an authenticator app away."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away, and the tokens that sign."""
        response: HttpResponse = super().form_valid(form)
        end_signing_tokens(self.request.user, by=self.request.user)
        return response


class RemovePasskeyView(RemoveWebAuthnView):  # type: ignore[misc]
    """Takes a passkey or a security key away."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away, and the tokens that sign."""
        response: HttpResponse = super().form_valid(form)
        end_signing_tokens(self.request.user, by=self.request.user)
        return response
