"""Which account runs the server, what that account can reach, and whose directories are trusted."""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError


class Identity(TypedDict, total=False):
    """The arguments with which `subprocess` runs a program as another account."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """A user of the operating system."""

    uid: int
    gid: int

    @property
    def name(self) -> str:
        """Name the account, or give its number where the system knows no name for it."""
        try:
            return pwd.getpwuid(self.uid).pw_name
        except KeyError:
            return str(self.uid)

    @property
    def is_current(self) -> bool:
        """Tell whether this process already runs as the account."""
        return self.uid == os.geteuid()

    @property
    def identity(self) -> Identity:
        """Return what `subprocess` needs to run a program as this account."""
        if self.is_current:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_enter(self, path: Path) -> bool:
        """Tell whether the mode bits let the account into a directory, or run a program."""
        resolved = path.resolve()
        return all(self._has(stat.S_IXOTH, step) for step in (resolved, *resolved.parents))

    def can_use(self, path: Path) -> bool:
        """Tell whether the account can enter a directory and list what is in it."""
        return self.can_enter(path) and self._has(stat.S_IROTH, path)

    def _has(self, bit_for_others: int, path: Path) -> bool:
        if self.uid == 0:
            return True
        facts = path.stat()
        shift = 6 if facts.st_uid == self.uid else 3 if facts.st_gid == self.gid else 0
        return bool(facts.st_mode & (bit_for_others << shift))


def current_account() -> Account:
    """Return the account that runs this process."""
    return Account(os.geteuid(), os.getegid())


def account_for(data: Path) -> Account:
    """Return the account that runs the server: ourselves, but never root, which PostgreSQL refuses.

    As root it is the owner of the data, so that root and the owner share one server, or `nobody`.
    """
    if os.geteuid() != 0:
        return current_account()
    if data.exists() and (owner := data.stat()).st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    try:
        nobody = pwd.getpwnam("nobody")
    except KeyError:
        raise ImproperlyConfigured(
            "PostgreSQL does not run as root, and this system has no account 'nobody' to run it "
            "as. Run this command as an ordinary user, or set DATABASE_URL."
        ) from None
    return Account(nobody.pw_uid, nobody.pw_gid)


def require_ours(directory: Path, owner: Account, purpose: str) -> None:
    """Refuse a directory in a shared place unless it is the owner's alone to write."""
    facts = directory.lstat()
    if not stat.S_ISDIR(facts.st_mode):
        fault = "is not a directory"
    elif facts.st_uid != owner.uid:
        fault = f"belongs to {Account(facts.st_uid, facts.st_gid).name}, not to {owner.name}"
    elif facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        fault = "can be written by other accounts"
    else:
        return
    raise OperationalError(
        f"{directory}, meant for {purpose}, {fault}, so it is not used. "
        "Remove it, or set TRACKER_PGDATA to another place for the database."
    )
