"""The two locks of a data directory: one while it is started or stopped, one while it is served.

Both are `flock`s. The kernel drops them with their last holder, so no lock is ever stale.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.embedded.places import Place


@contextmanager
def start_lock(place: Place) -> Iterator[None]:
    """Let one process at a time start, stop or remove a server."""
    descriptor = _open(place.start_lock, place)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def take_life_lock(place: Place, patience: float) -> int | None:
    """Return the open file whose lock a server's processes inherit, or None while others live.

    It tells the truth where pid files don't: about orphans, reused pids and other containers.
    """
    descriptor = _open(place.life_lock, place)
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return descriptor
        except BlockingIOError:
            if time.monotonic() > deadline:
                os.close(descriptor)
                return None
            time.sleep(0.05)


def _open(file: Path, place: Place) -> int:
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    if not place.account.is_current:
        os.fchown(descriptor, place.account.uid, place.account.gid)
    return descriptor
