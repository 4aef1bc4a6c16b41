"""Where people sign in, and when an address that keeps guessing has to wait."""

from __future__ import annotations

import math
from typing import Any

from allauth.account.views import LoginView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from rest_framework.throttling import SimpleRateThrottle


class WrongPasswords(SimpleRateThrottle):
    """Counts the wrong passwords from one address; asking whether it may go on costs nothing."""

    scope = "sign-in"

    def get_cache_key(self, request: Any, view: Any) -> str:
        """Tell addresses apart as the tokens do: names in a header are not believed."""
        return self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)}

    def throttle_success(self) -> bool:
        """Count nothing yet: the password may be right."""
        return True

    def count(self) -> None:
        """Remember one wrong password."""
        super().throttle_success()


class SignInView(LoginView):  # type: ignore[misc]
    """django-allauth's own, except that an address that guesses is told how long to wait."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Check a password, unless too many wrong ones came before it."""
        self.wrong_passwords = WrongPasswords()
        if not self.wrong_passwords.allow_request(request, self):  # type: ignore[arg-type]
            return too_many(request, math.ceil(self.wrong_passwords.wait() or 1))
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        """Count what was wrong, and ask again."""
        self.wrong_passwords.count()
        response: HttpResponse = super().form_invalid(form)
        return response


def too_many(request: HttpRequest, seconds: int) -> HttpResponse:
    """Say when to try again, to people and to programs."""
    response = render(request, "account/too_many.html", {"seconds": seconds}, status=429)
    response["Retry-After"] = str(seconds)
    return response
