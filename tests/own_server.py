"""Workers that test side by side each get a database server, as what a test waits for spans one."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.db import connections

from tracker.embedded import server
from tracker.embedded.places import find_place


def worker() -> str:
    """Return the name of the process that tests beside others, or nothing."""
    return os.environ.get("PYTEST_XDIST_WORKER", "")


def move_in() -> None:
    """Use a server of this worker's own: sealing waits for every transaction of its server."""
    for one in settings.DATABASES.values():
        if worker() and "PGDATA" in one:
            one["PGDATA"] = os.environ["TRACKER_PGDATA"] = place_of(one)
    for used in connections.all(initialized_only=True):
        del connections[used.alias]


def place_of(database: dict[str, str]) -> str:
    """Return where this worker's server keeps its data, beside the one people work with."""
    wanted = Path(database["PGDATA"])
    name = wanted.name.removesuffix(f"-{worker()}")
    return str(wanted.with_name(f"{name}-{worker()}"))


def move_out() -> None:
    """Stop this worker's server; its data, with the migrated template, stay for the next time."""
    if worker() and "TRACKER_PGDATA" in os.environ:
        server.stop(find_place(Path(os.environ["TRACKER_PGDATA"])))
