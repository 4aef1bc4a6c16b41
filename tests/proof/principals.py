"""Who asks: a request of any of them, undone at once."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any

from django.db import transaction
from django.test import Client
from django.test.client import MULTIPART_CONTENT

from tests import factories
from tests.conftest import confirmed
from tests.proof.world import PEOPLE, ROLES, World
from tracker.editing import edit_user
from tracker.sessions import BEGAN, SEEN

# One for all: the middleware is loaded once, and reads every static file.
BROWSER = Client()
JSON = "application/json"
A_DAY = 24 * 60 * 60
OTHERS = {"gone": "former", "cleo": "community", "ada": "super"}
EVERY_SCOPE = frozenset({"read", "write", "sign"})
# What the tokens of a lead are for.
SCOPES = (("read", "write", "sign"), ("read",), ("write",))


@dataclass(frozen=True)
class Principal:
    """Someone who asks: a partner's side and a role there, or a column of the table."""

    name: str
    role: str
    side: str = ""
    is_token: bool = False
    scopes: frozenset[str] = EVERY_SCOPE
    headers: dict[str, str] = field(default_factory=dict)
    session: str = ""

    def column(self, owner: str) -> str:
        """Return the column of the table that this is, seen from a record's owner."""
        return f"{self.role}'" if self.side and self.side != owner else self.role

    def ask(self, method: str, address: str, data: Any = None) -> Any:
        """Send one request, to the API as JSON and elsewhere as a form; what it wrote is undone."""
        cookies = {"sessionid": self.session} if self.session else {}
        BROWSER.cookies = SimpleCookie(cookies)
        kind = JSON if address.startswith("/api/") else MULTIPART_CONTENT
        with transaction.atomic():
            send: Any = getattr(BROWSER, method.lower())
            body = {} if data is None else {"data": data, "content_type": kind}
            response = send(address, **body, headers=self.headers)
            transaction.set_rollback(True)
        if response.streaming:
            response.read = b"".join(response.streaming_content)
        else:
            response.read = response.content
        return response


def everyone(world: World) -> list[Principal]:
    """Sign everyone in; then take the account of one who stays signed in away."""
    people = {
        name: Principal(name, role, side, session=session_of(world.people[name]))
        for side, names in PEOPLE.items()
        for name, role in zip(names, ROLES, strict=True)
    }
    others = {
        name: Principal(name, role, session=session_of(world.people[name]))
        for name, role in OTHERS.items()
        if name in world.people
    }
    gone = {"Authorization": f"Bearer {factories.make_token(world.people['gone'])}"}
    edit_user(world.people["gone"], by=world.people["leo"], is_active=False)
    return [
        Principal("nobody", "anon"),
        *people.values(),
        *others.values(),
        Principal("gone's token", "former", is_token=True, headers=gone),
        *(token_of(world.people["leo"], scopes) for scopes in SCOPES),
    ]


def token_of(lead: Any, scopes: tuple[str, ...]) -> Principal:
    """Return a program of a lead's, whose token is for some things."""
    headers = {"Authorization": f"Bearer {factories.make_token(lead, *scopes)}"}
    name = f"{lead.username}'s token to {' and '.join(scopes)}"
    return Principal(name, "lead", "oai", is_token=True, scopes=frozenset(scopes), headers=headers)


def session_of(user: Any) -> str:
    """Return the session of a person who signed in, with a second factor: that is no reason here."""
    confirmed(BROWSER, user)
    session: Any = BROWSER.session
    # Seen by every request to come: none of them has to write it down, to be undone at once.
    session[BEGAN], session[SEEN] = int(time.time()), int(time.time()) + A_DAY
    session.save()
    return BROWSER.cookies.pop("sessionid").value
