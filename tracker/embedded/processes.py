"""Which processes belong to a server, and how those that are left over end."""

import os
import signal
import time
from contextlib import suppress
from pathlib import Path

import psutil

from tracker.embedded.places import Place

PATIENCE = 5.0  # seconds, before the next stronger signal
# To a postmaster: disconnect everybody; end without a checkpoint; and the last resort.
SIGNALS = (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL)


def pid_in(file: Path) -> int | None:
    """Return the process named in the first line of a pid file, if there is one to read."""
    with suppress(OSError, ValueError, IndexError):
        return int(file.read_text().splitlines()[0])
    return None


def processes_of(place: Place) -> list[psutil.Process]:
    """Return the living processes of this server, also of one whose data directory is gone."""
    return [process for process in psutil.process_iter() if _serves(process, place)]


def end_processes(place: Place) -> None:
    """End the server and its orphans, the gentle way first."""
    for each in SIGNALS:
        processes = processes_of(place)
        for process in _heads(processes):
            with suppress(psutil.NoSuchProcess):
                process.send_signal(each)
        if _all_end(processes):
            return


def remove_stale_pid_file(file: Path, place: Place) -> None:
    """Remove a pid file whose process lives but is another one: the number was used again.

    A file whose process is gone stays: PostgreSQL deals with it, with more checks than we have.
    """
    pid = pid_in(file)
    if pid is None or not psutil.pid_exists(pid):
        return
    if pid not in {process.pid for process in processes_of(place)}:
        file.unlink(missing_ok=True)


def _serves(process: psutil.Process, place: Place) -> bool:
    with suppress(psutil.Error):
        if process.name() != "postgres" or process.uids().real != place.account.uid:
            return False
        # The postmaster names its socket's folder, and its children have the name in their titles.
        arguments = process.cmdline()
        title = f"postgres: {place.cluster_name}: "
        ours = str(place.socket) in arguments or any(each.startswith(title) for each in arguments)
        return ours and not _is_in_another_container(process)
    return False


def _is_in_another_container(process: psutil.Process) -> bool:
    """Tell whether a process sees other files than we do, so that equal paths mean nothing.

    Where the system doesn't show it (macOS, root without ptrace in a container), it does not.
    """
    with suppress(OSError):
        return os.readlink(f"/proc/{process.pid}/ns/mnt") != os.readlink("/proc/self/ns/mnt")
    return False


def _all_end(processes: list[psutil.Process]) -> bool:
    """Wait for processes to end; a zombie counts, since in a container nobody may collect it."""
    deadline = time.monotonic() + PATIENCE
    while any(map(_lives, processes)):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _lives(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    return False


def _heads(processes: list[psutil.Process]) -> list[psutil.Process]:
    """Keep the processes whose parent isn't among them: a postmaster ends its own children."""
    pids = {process.pid for process in processes}
    heads = []
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            if process.ppid() not in pids:
                heads.append(process)
    return heads
