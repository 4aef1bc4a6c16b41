"""Which files from outside are read at all: plain ones, up to a limit."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tracker.strict_json import Unreadable


def read_bytes(path: Path, limit: int) -> bytes:
    """Return a file's bytes; refuse what is no plain file or too large, before reading it.

    Opened without waiting, so that a named pipe is refused instead of holding everything up.
    """
    try:
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            about = os.fstat(file.fileno())
            if stat.S_ISDIR(about.st_mode):
                raise Unreadable("is a folder.")
            if not stat.S_ISREG(about.st_mode):
                raise Unreadable("is not a plain file, so it was not read.")
            raw = b"" if about.st_size > limit else file.read(limit + 1)
    except OSError as error:
        raise Unreadable(f"can't be read: {error.strerror}.") from None
    if max(about.st_size, len(raw)) > limit:
        size = max(about.st_size, len(raw)) / 1024 / 1024
        raise Unreadable(
            f"is {size:,.1f} MB large; the limit is {limit / 1024 / 1024:,.0f} MB, "
            "so it was not read."
        )
    return raw
