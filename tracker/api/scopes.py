"""What a program may do with its token: read, write, sign; a session may do what its person may."""

from __future__ import annotations

from typing import Any

from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from tracker.access import Denied
from tracker.states import Scope


class TokenMay(BasePermission):
    """Asks a token's scopes: reading needs `read`, a verb that signs `sign`, all else `write`."""

    def has_permission(self, request: Request, view: Any) -> bool:
        """Refuse a token that was not given out for this."""
        if request.auth is not None:
            check_scope(request.auth, scope_needed(request, view))
        return True


def scope_needed(request: Request, view: Any) -> Scope:
    """Return the scope that a request needs; `posts_sign` is said by views whose POST is no verb."""
    if request.method in SAFE_METHODS:
        return Scope.READ
    verb = getattr(view, "verb", None)
    signs = verb is not None and verb.is_signature_of(request.user)
    return Scope.SIGN if signs or getattr(view, "posts_sign", False) else Scope.WRITE


def check_scope(token: Any, scope: Scope) -> None:
    """Refuse a token without a scope, in words."""
    if scope in token.scopes:
        return
    has = " and ".join(token.scopes)
    raise Denied(
        f"This token is for: {has}. This needs a token with the scope “{scope}”; "
        "get one at your account's page, under Tokens."
    )
