"""Whether a request may sign: it carries a second factor that was given a short while ago.

Everything else about a signature is asked of the person and the record (access); this alone is
asked of the request, and by every surface before a verb that signs.
"""

from __future__ import annotations

import math
import time
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

from tracker.access import Denied, Verdict, judge
from tracker.states import Scope

FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

SET_UP = (
    "Signing needs a second factor, and your account has none yet. "
    "Set one up under Account, then come back to sign."
)
AGAIN = (
    "Signing needs your second factor, given within the last {minutes} minutes. "
    "Confirm that it is you, then come back to sign."
)
NO_SCOPE = (
    "This token may not sign. "
    "Get one with the scope “sign” from a session that gave its second factor."
)


class NotConfirmed(Denied):
    """The person may sign, only not before they have shown their second factor."""

    def __init__(self, sentence: str, *, has_factor: bool) -> None:
        super().__init__(sentence)
        self.has_factor = has_factor


def check_confirmed(request: Any) -> None:
    """Refuse a request that may not sign: no second factor, none given lately, or no such scope.

    Takes Django's request or the API's; the latter may carry a token instead of a session.
    """
    token = getattr(request, "auth", None)
    if token is not None:
        if Scope.SIGN not in token.scopes:
            raise Denied(NO_SCOPE)
        if not has_second_factor(request.user):
            raise NotConfirmed(SET_UP, has_factor=False)
    elif not has_second_factor(request.user):
        raise NotConfirmed(SET_UP, has_factor=False)
    elif not gave_lately(request, "mfa"):
        minutes = math.ceil(settings.ACCOUNT_REAUTHENTICATION_TIMEOUT / 60)
        raise NotConfirmed(AGAIN.format(minutes=minutes), has_factor=True)


def may_sign_now(request: Any) -> Verdict:
    """Return what `check_confirmed` says, for a page that leads to the second factor first."""
    return judge(check_confirmed, request)


def has_second_factor(user: Any) -> bool:
    """Say whether an account has an authenticator app or a passkey; spare codes alone are none."""
    found: bool = Authenticator.objects.filter(user=user.pk, type__in=FACTORS).exists()
    return found


def gave_lately(request: Any, *methods: str) -> bool:
    """Say whether a session's person proved who they are by one of these methods a short while ago."""
    oldest = time.time() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
    records = get_authentication_records(request, request.user)
    return any(one["method"] in methods and one["at"] > oldest for one in records)
