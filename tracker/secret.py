"""How an installation without SECRET_KEY gets one: generated once, kept in a private file."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def new_secret() -> str:
    """Return a secret for programs, long and unreadable."""
    return secrets.token_urlsafe(60)


def read_or_create_secret(path: Path, make: Callable[[], str] = new_secret) -> str:
    """Return the secret kept in a file, creating it with mode 0600 on first use.

    Safe for several processes at once: the first link wins and all read the same text.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        draft.touch(mode=0o600)
        draft.write_text(make())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text()
