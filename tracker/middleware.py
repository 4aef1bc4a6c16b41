"""The one place where a refusal becomes a page: refused 403, wrong state 409."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker.access import Refusal, WrongState


class RefusalMiddleware:
    """Shows the sentence of a refusal that no form took up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal with its sentence; leave every other exception alone."""
        if not isinstance(exception, Refusal):
            return None
        status = 409 if isinstance(exception, WrongState) else 403
        return render(request, "refusal.html", {"reason": str(exception)}, status=status)
