"""What every request passes: a name of its own, and a refusal that becomes a page or a way on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pghistory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tracker.access import Refusal, WrongState
from tracker.confirmation import NotConfirmed
from tracker.views.confirming import lead_to_confirmation

# Where the rest of the request's way finds its name; no client can set it: headers begin with HTTP_.
REQUEST_NAME = "tracker.request"


class RequestNameMiddleware:
    """Names each request, so that an answer and what the request changed can be found together.

    The name goes back as `X-Request-ID` and into the events that the request writes; one that the
    client sends is not taken, since history would then hold what anybody says.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on under its name."""
        name = request.META[REQUEST_NAME] = str(uuid4())
        with pghistory.context(request=name):
            response = self.get_response(request)
        response["X-Request-ID"] = name
        return response

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        """Say who asks, for what is written outside of any verb."""
        if request.user.is_authenticated:
            pghistory.context(user=str(request.user.pk))


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
        if isinstance(exception, NotConfirmed):
            return lead_to_confirmation(request, exception)
        status = 409 if isinstance(exception, WrongState) else 403
        return render(request, "refusal.html", {"reason": str(exception)}, status=status)
