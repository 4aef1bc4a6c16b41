"""Where django-allauth asks us: who may sign up, what proves a person again, how secrets are kept."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.encoding import force_bytes

from tracker import confirmation
from tracker.access import Denied
from tracker.account_editing import change_password
from tracker.accounts import single_sign_on
from tracker.models import User


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by leads, and whoever has a second factor proves themselves by it."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Let nobody make an account for themselves."""
        return False

    def set_password(self, user: Any, password: str) -> None:
        """Change a password through the one function that also signs out everywhere."""
        account = User.objects.get(pk=user.pk)
        change_password(account, by=account, password=password)
        user.refresh_from_db()

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask again before an account's ways in are changed, unless it was proved a short while ago."""
        request = context.request
        if request.user.is_anonymous:
            return True
        factor = confirmation.has_second_factor(request.user)
        methods = ("mfa",) if factor else ("password", "socialaccount")
        if confirmation.gave_lately(request, *methods):
            return False
        if not self.get_reauthentication_methods(request.user):
            # Whoever comes in by a provider alone proves themselves there.
            raise ImmediateHttpResponse(redirect_to_login(request.get_full_path()))
        return True

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Offer the password only to whoever has nothing better."""
        offered: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        better = [one for one in offered if one["id"] != "reauthenticate"]
        return better or offered


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """Keeps the secrets of authenticator apps encrypted: a copy of the database alone makes no codes."""

    def encrypt(self, text: str) -> str:
        """Encrypt under the installation's secret."""
        return keyring().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Decrypt under the installation's secret, or one that it replaced."""
        return keyring().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Any) -> str:
        """Name the account in the app as people name it when they sign in."""
        name: str = user.get_username()
        return name


class SingleSignOnAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Lets in whom a provider vouches for, if they belong to the organization that it is for."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Let nobody make an account for themselves."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """Find whose account it is, or refuse; a stranger gets none."""
        try:
            if sociallogin.state.get("process") != "login":
                raise Denied("Accounts are not joined to a provider here; sign in with it instead.")
            user = single_sign_on.account_for(sociallogin)
        except Denied as refusal:
            page = render(
                request, "socialaccount/refused.html", {"reason": str(refusal)}, status=403
            )
            raise ImmediateHttpResponse(page) from None
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)


def keyring() -> MultiFernet:
    """Return the keys made of SECRET_KEY and of those that it replaced (SECRET_KEY_FALLBACKS)."""
    secrets = [force_bytes(one) for one in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    return MultiFernet(
        [
            Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"second factor" + one).digest()))
            for one in secrets
        ]
    )
