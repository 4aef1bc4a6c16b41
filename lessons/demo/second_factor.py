"""The demonstration's second factors: an authenticator app for each signatory, its secret made here.

The secret is kept in a private file beside the password, so that a command can show what an app
would: nobody needs a phone, or a network, to try signing.
"""

from __future__ import annotations

import time
from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)

from lessons.demo.cast import PARTNERS
from tracker.models import User
from tracker.secret import read_or_create_secret
from tracker.states import Role

PERIOD = 30


def signatories() -> list[str]:
    """Return the accounts that sign, and so have a second factor."""
    return [f"{code.lower()}-{Role.SIGNATORY.value}" for code, _ in PARTNERS]


def secret_file(folder: Path, name: str) -> Path:
    """Return where an account's secret is kept."""
    return folder / f"demo-second-factor-{name}"


def set_up(folder: Path) -> None:
    """Give each signatory an app with the secret kept here; one that was set up by hand stays."""
    for user in User.objects.filter(username__in=signatories()):
        path = secret_file(folder, user.username)
        is_new = not path.exists()
        secret = read_or_create_secret(path, generate_totp_secret).strip()
        theirs = Authenticator.objects.filter(user=user)
        if is_new:
            theirs.filter(type=Authenticator.Type.TOTP).delete()
        if not theirs.exists():
            TOTP.activate(user, secret)


def code_now(folder: Path, name: str) -> str:
    """Return the code that an account's app shows now (RFC 6238)."""
    secret = secret_file(folder, name).read_text().strip()
    code: str = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    return code


def seconds_left() -> int:
    """Return how long a code that is shown now still holds."""
    return PERIOD - int(time.time()) % PERIOD
