"""Which browsers an account is signed in with, as its owner recognizes them, and how one is named.

django-allauth's own list would keep a second table of what our sessions say already.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from tracker.models import Session
from tracker.sessions import BEGAN, FROM, SEEN

if TYPE_CHECKING:
    from tracker.models import User

# What a browser says of itself, the most telling first: many say "Safari" besides.
BROWSERS = {
    "Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari",
}  # fmt: skip
MACHINES = {
    "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows",
    "Macintosh": "macOS", "Linux": "Linux",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Browser:
    """One session: what it is named in addresses, what it came from, since when, and when it asked last."""

    handle: str
    words: str
    address: str
    began: datetime.datetime
    seen: datetime.datetime | None
    is_current: bool


def browsers_of(user: User, current: str | None = None) -> list[Browser]:
    """Return the sessions of an account that are not over, this one first, then the latest."""
    found = [browser_of(session, current) for session in live_sessions(user)]
    return sorted(found, key=lambda one: (one.is_current, one.seen or one.began), reverse=True)


def live_sessions(user: User) -> Iterator[Session]:
    """Yield the sessions of an account that would still be let in."""
    silent_since = time.time() - settings.SESSION_IDLE_SECONDS
    for session in user.sessions.filter(expire_date__gt=timezone.now()):
        if session.get_decoded().get(SEEN, time.time()) > silent_since:
            yield session


def session_named(user: User, handle: str) -> Session | None:
    """Return the session of an account that has a name, or None."""
    return next(
        (one for one in live_sessions(user) if constant_time_compare(handle_of(one), handle)), None
    )


def handle_of(session: Session) -> str:
    """Return how a session is named on pages: its key would sign anyone in."""
    return salted_hmac("tracker.accounts.browsers", session.session_key).hexdigest()[:32]


def browser_of(session: Session, current: str | None) -> Browser:
    """Return one session as its owner reads of it."""
    kept: dict[str, Any] = session.get_decoded()
    agent, address = kept.get(FROM, ("", ""))
    age = datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    began = instant(kept[BEGAN]) if BEGAN in kept else session.expire_date - age
    return Browser(
        handle=handle_of(session),
        words=in_words(agent),
        address=address,
        began=began,
        seen=instant(kept[SEEN]) if SEEN in kept else None,
        is_current=session.session_key == current,
    )


def instant(seconds: float) -> datetime.datetime:
    """Return an instant from the seconds that a session counts in."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)


def in_words(agent: str) -> str:
    """Say which browser it is and on what, as far as it says so itself."""
    browser = next((name for word, name in BROWSERS.items() if f"{word}/" in agent), "")
    machine = next((name for word, name in MACHINES.items() if word in agent), "")
    if browser and machine:
        return _("%(browser)s on %(machine)s") % {"browser": browser, "machine": machine}
    return browser or machine or _("An unknown browser")
