"""Where whoever forgot their password asks for a link; every address gets the same answer."""

from __future__ import annotations

from typing import Any

from allauth.account.views import PasswordResetView
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class ForgottenView(PasswordResetView):  # type: ignore[misc]
    """django-allauth's own with its limits; where no e-mail is sent, the page says what helps instead."""

    template_name = "account/forgotten.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for the address."""
        if not settings.SENDS_EMAIL:
            return render(request, "account/no_email.html")
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let a job send the link, if there is somebody to send it to."""
        if not settings.SENDS_EMAIL:
            return render(request, "account/no_email.html", status=409)
        response: HttpResponse = super().post(request, *args, **kwargs)
        return response
