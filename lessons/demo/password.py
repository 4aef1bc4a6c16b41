"""The password that all demonstration accounts share: made once per installation, never shipped."""

from __future__ import annotations

import secrets
from pathlib import Path

from django.contrib.auth.hashers import make_password

from lessons.demo.cast import ADMIN, usernames
from tracker.editing import edit_user
from tracker.keys import ALPHABET
from tracker.models import User
from tracker.secret import read_or_create_secret
from tracker.states import Role


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
    accounts = {user.username: user for user in User.objects.filter(username__in=usernames())}
    leads = {user.organization_id: user for user in accounts.values() if user.role == Role.LEAD}
    encoded = make_password(password)
    for user in accounts.values():
        by = leads.get(user.organization_id) or accounts.get(ADMIN)
        if by is not None:
            edit_user(user, by=by, password=encoded)
