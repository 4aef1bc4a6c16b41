"""Whether the embedded PostgreSQL runs, and how it is started and stopped."""

import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
from django.db import OperationalError
from psycopg.pq import PGconn, Ping

from tracker.embedded.accounts import current_account
from tracker.embedded.cluster import OWNER, create_cluster, remove_cluster
from tracker.embedded.locks import start_lock, take_life_lock
from tracker.embedded.places import PORT, Place
from tracker.embedded.processes import (
    end_processes,
    pid_in,
    processes_of,
    remove_stale_pid_file,
)
from tracker.embedded.programs import run_program

log = logging.getLogger(__name__)

START_SECONDS = 120  # after a crash the server first repairs its data
ORPHAN_SECONDS = 1.0


def seems_running(place: Place) -> bool:
    """Tell from the pid files whether the server runs: quick, and wrong only after a crash."""
    pid = pid_in(place.pid_file)
    if pid is None or pid != pid_in(place.socket_lock) or not psutil.pid_exists(pid):
        return False
    place.check_socket_folder()
    return True


def is_running(place: Place) -> bool:
    """Tell whether the server of this data answers and lets clients in (1.5 ms)."""
    return seems_running(place) and _ping(place) == Ping.OK


def ensure_running(place: Place, database: str) -> bool:
    """Start the server unless it runs, with one empty database; tell whether that was needed.

    Any number of processes may call this at once: one starts it, the others wait.
    """
    if is_running(place):
        return False
    with _alone_with(place):
        _start_under_lock(place, database)
    return True


def stop(place: Place) -> bool:
    """Stop the server with all that is left of it; tell whether anything ran."""
    with _alone_with(place):
        return _stop_under_lock(place)


def reset(place: Place) -> None:
    """Stop the server and remove its data."""
    with _alone_with(place):
        _stop_under_lock(place)
        remove_cluster(place)


@contextmanager
def _alone_with(place: Place) -> Iterator[None]:
    """Hold the start lock, and turn what the operating system refuses into a sentence."""
    try:
        place.prepare_data_folder()
        with start_lock(place):
            yield
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise OperationalError(
            f"PostgreSQL with its data in {place.data} could not be started or stopped: "
            f"{error.strerror}{where}. Check the disk's space and that {current_account().name} "
            "may write there, or set TRACKER_PGDATA to another place for the database."
        ) from error


def _start_under_lock(place: Place, database: str) -> None:
    place.prepare_socket_folder()
    _wait_while_busy(place)
    if is_running(place):
        return
    if _ping(place) == Ping.OK:
        log.warning("Stopping a PostgreSQL whose data directory %s was removed.", place.data)
        end_processes(place)
    if not place.exists:
        create_cluster(place, database)
    _start(place)
    log.info("PostgreSQL started, its data in %s%s.", place.data, _why_there(place))


def _start(place: Place) -> None:
    lock = _outlive_predecessor(place)
    try:
        for file in (place.pid_file, place.socket_lock):
            remove_stale_pid_file(file, place)
        options = (
            f"-h '' -k {place.socket} -p {PORT} -c unix_socket_permissions=0700 "
            f"-c cluster_name={place.cluster_name}"
        )
        how = ("-w", "-s", "-t", str(START_SECONDS), "-l", place.log, "-o", options)
        run_program(place, "pg_ctl", "start", "-D", place.data, *how, keep_open=(lock,))
    finally:
        os.close(lock)


def _outlive_predecessor(place: Place) -> int:
    """Take the life lock, ending what still runs on this data after its postmaster was killed."""
    lock = take_life_lock(place, ORPHAN_SECONDS)
    if lock is None:
        end_processes(place)
        lock = take_life_lock(place, ORPHAN_SECONDS)
    if lock is None:
        raise OperationalError(
            f"Another PostgreSQL still uses {place.data}, perhaps in a container or with a /tmp "
            "of its own. Stop it there, or set TRACKER_PGDATA to another place for the database."
        )
    return lock


def _stop_under_lock(place: Place) -> bool:
    ran = bool(processes_of(place))
    end_processes(place)
    os.close(_outlive_predecessor(place))
    return ran


def _wait_while_busy(place: Place) -> None:
    """Wait while a server that somebody else started or stopped says "not yet" or "no more"."""
    deadline = time.monotonic() + START_SECONDS
    while _ping(place) == Ping.REJECT:
        if time.monotonic() > deadline:
            raise OperationalError(
                f"PostgreSQL has been starting or stopping for {START_SECONDS} seconds. After a "
                f"crash it repairs its data first: follow {place.log}, and try again."
            )
        time.sleep(0.1)


def _ping(place: Place) -> Ping:
    target = f"host={place.socket} port={PORT} user={OWNER} dbname=postgres connect_timeout=5"
    return Ping(PGconn.ping(target.encode()))


def _why_there(place: Place) -> str:
    if not place.is_elsewhere:
        return ""
    return f" since the account {place.account.name}, which runs it, can't reach {place.wanted}"
