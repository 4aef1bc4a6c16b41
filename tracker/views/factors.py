"""Setting up a second factor is giving it, so whoever did may sign; taking it away ends what signs."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.http import HttpResponse
from django.views import View

from tracker.account_editing import end_signing_tokens


class SetsUp(View):
    """Sets up a factor of a kind: whoever did has just given it."""

    factor: ClassVar[str]

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep the factor, and remember that it was right."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        record_authentication(self.request, self.request.user, "mfa", type=self.factor)
        return response


class TakesAway(View):
    """Takes a factor away, and the tokens that sign."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Take both away."""
        response: HttpResponse = super().form_valid(form)  # type: ignore[misc]
        user: Any = self.request.user
        end_signing_tokens(user, by=user)
        return response


class SetUpAppView(SetsUp, ActivateTOTPView):  # type: ignore[misc]
    """Sets up an authenticator app by its first code."""

    factor = "totp"


class AddPasskeyView(SetsUp, AddWebAuthnView):  # type: ignore[misc]
    """Adds a passkey or a security key, which answered just now."""

    factor = "webauthn"


class RemoveAppView(TakesAway, DeactivateTOTPView):  # type: ignore[misc]
    """Takes an authenticator app away."""


class RemovePasskeyView(TakesAway, RemoveWebAuthnView):  # type: ignore[misc]
    """Takes a passkey or a security key away."""
