"""How long a session lasts: a working day at most, and not past an hour of silence; and where from."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from rest_framework.throttling import BaseThrottle

BEGAN, SEEN = "session_began", "session_seen"
# What the browser said of itself and its address, for its owner to recognize it; gone with the session.
FROM = "session_from"
LONGEST_AGENT = 300

# A session is written to only so often, so that reading a page costs no write each time.
SEEN_EVERY = 60


class SessionAgeMiddleware:
    """Ends a session that is too old or was silent for too long (NIST SP 800-63B, AAL2)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, as signed in or not."""
        if request.user.is_authenticated:
            self.look_at(request, int(time.time()))
        return self.get_response(request)

    def look_at(self, request: HttpRequest, now: int) -> None:
        """Sign out whose session is over, or note that it goes on."""
        session = request.session
        began, seen = session.get(BEGAN, now), session.get(SEEN, now)
        if now - began > settings.SESSION_COOKIE_AGE or now - seen > settings.SESSION_IDLE_SECONDS:
            logout(request)
        elif SEEN not in session or now - seen > SEEN_EVERY:
            session[BEGAN], session[SEEN] = began, now
            agent = request.headers.get("User-Agent", "")[:LONGEST_AGENT]
            session[FROM] = (agent, BaseThrottle().get_ident(request))  # type: ignore[arg-type]
