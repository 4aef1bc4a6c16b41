"""What goes to the security log: who signed in, who was refused what; never what a record says."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.http import HttpRequest, HttpResponse
from rest_framework.throttling import BaseThrottle

from tracker.middleware import REQUEST_NAME

if TYPE_CHECKING:
    from tracker.models import User

logger = logging.getLogger("tracker.security")

# What an answer's status says of the request; 404 is the answer to what is not shared, too.
REFUSALS = {401: "unauthenticated", 403: "refused", 404: "nothing here", 429: "throttled"}


def note(event: str, request: HttpRequest | None = None, **details: Any) -> None:
    """Write one event, a JSON object a line, with who, from where and on which request."""
    about = about_request(request) if request is not None else {}
    logger.info(event, extra={"event": event, **about, **details})


def about_request(request: HttpRequest) -> dict[str, Any]:
    """Return who asked for what: keys and route names, no text of a person's."""
    match = request.resolver_match
    address = BaseThrottle().get_ident(request)  # type: ignore[arg-type]  # asks for META alone
    return {
        **about_user(getattr(request, "user", None)),
        "address": address,
        "method": request.method,
        "route": match.view_name if match else None,
        "on": {name: str(value)[:100] for name, value in match.kwargs.items()} if match else {},
        "request": request.META.get(REQUEST_NAME),
    }


def about_user(user: Any) -> dict[str, Any]:
    """Return whose doing it is: the account's key and organization."""
    if user is None or not user.is_authenticated:
        return {"user": None}
    organization = user.organization.code if user.organization else None
    return {"user": str(user.pk), "organization": organization}


class SecurityLogMiddleware:
    """Notes every answer that refuses something, on pages, admin and API alike."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and note a refusal; the API says whom its token belongs to."""
        response = self.get_response(request)
        if response.status_code in REFUSALS:
            asked = getattr(response, "renderer_context", {}).get("request")
            whose = about_user(asked.user) if asked is not None else {}
            note(REFUSALS[response.status_code], request, **whose)
        return response


def listen() -> None:
    """Note what Django says of signing in and out; nothing depends on it."""
    user_logged_in.connect(signed_in, dispatch_uid="security_log")
    user_logged_out.connect(signed_out, dispatch_uid="security_log")
    user_login_failed.connect(failed_to_sign_in, dispatch_uid="security_log")


def signed_in(sender: Any, request: HttpRequest | None, user: User, **_: Any) -> None:
    """Note whose session began."""
    note("signed in", request, **about_user(user))


def signed_out(sender: Any, request: HttpRequest | None, user: User | None, **_: Any) -> None:
    """Note whose session ended."""
    note("signed out", request, **about_user(user))


def failed_to_sign_in(
    sender: Any, credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any
) -> None:
    """Note a wrong password; not the name that was typed, which may be a password itself."""
    note("failed to sign in", request)
