"""The password that all demonstration accounts share: made once per installation, never shipped."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.contrib.auth.hashers import make_password

from lessons.demo.cast import usernames
from tracker.access import check_can_manage_users_of, judge
from tracker.editing import edit_user
from tracker.keys import ALPHABET
from tracker.models import User
from tracker.secret import read_or_create_secret


def new_password() -> str:
    """Return a password that can be read aloud and typed: four groups of four."""
    groups = ("".join(secrets.choice(ALPHABET).lower() for _ in range(4)) for _ in range(4))
    return "-".join(groups)


def read_password(folder: Path) -> tuple[str, bool]:
    """Return the password kept in a private file, and whether it had to be made now."""
    path = folder / "demo-password"
    is_new = not path.exists()
    return read_or_create_secret(path, new_password).strip(), is_new


def set_passwords(password: str) -> None:
    """Give every demonstration account the password; one hash serves all, since it is one password."""
    accounts = list(User.objects.filter(username__in=usernames()))
    encoded = make_password(password)
    for user in accounts:
        may = (by for by in accounts if judge(check_can_manage_users_of, by, user.organization))
        if (manager := next(may, None)) is not None:
            edit_user(user, by=manager, password=encoded)
