"""How the demonstration is served: one child process that ends when its command does."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from types import FrameType
from typing import Any

import psutil

START_SECONDS = 60.0
PATIENCE = 10.0
THREADS = "4"


class ServerFailed(Exception):
    """The server can't start or has ended; the message says why."""


def check_port(host: str, port: int) -> None:
    """Refuse a port that can't be had, naming the process that has it and what to do."""
    if not 0 < port < 2**16:
        raise ServerFailed(f"{port} is no port; choose one from 1 to 65535, such as --port 8000")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM
        )[0]
    except OSError:
        raise ServerFailed(f"{host} is no address of this machine; leave --host out.") from None
    with closing(socket.socket(family, kind, protocol)) as probe:
        # As the server does it: what a server left behind a minute ago is no obstacle.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except PermissionError:
            raise ServerFailed(
                f"This account may not use port {port}. Choose one above 1023: --port 8000"
            ) from None
        except OSError as error:
            raise ServerFailed(taken(host, port, error)) from None


def taken(host: str, port: int, error: OSError) -> str:
    """Return the sentence about a port that is taken, or an address that isn't ours."""
    if error.errno != errno.EADDRINUSE:
        return f"{host}:{port} can't be had: {error.strerror}. Leave --host out."
    other = f"choose another: manage.py demo --port {port + 1}"
    holder = holder_of(port)
    if holder is None:
        return f"Port {port} is taken by another program. Stop it, or {other}"
    return (
        f"Port {port} is taken by process {holder.pid} ({words_of(holder)}). "
        f"Stop it with `kill {holder.pid}`, or {other}"
    )


def holder_of(port: int) -> psutil.Process | None:
    """Return the process that listens on a port, where this account may know."""
    with suppress(psutil.Error, PermissionError):
        for connection in psutil.net_connections(kind="tcp"):
            address: Any = connection.laddr
            if connection.status == psutil.CONN_LISTEN and address.port == port:
                return psutil.Process(connection.pid) if connection.pid else None
    return None


def words_of(process: psutil.Process) -> str:
    """Return a process's command, short enough for a sentence."""
    with suppress(psutil.Error):
        words = " ".join(process.cmdline()) or process.name()
        return words if len(words) <= 80 else f"{words[:79]}…"
    return "its command can't be read"


def serve(host: str, port: int, environment: Mapping[str, str], ready: Callable[[], None]) -> None:
    """Run the server until somebody stops it; `ready` is called once it answers.

    Returns after Ctrl-C or SIGTERM, when the child has ended too.
    """
    child = subprocess.Popen(command(host, port), env={**os.environ, **environment})
    before = {each: signal.signal(each, stop) for each in (signal.SIGINT, signal.SIGTERM)}
    family = [psutil.Process(child.pid)]
    try:
        wait_until_it_answers(child, host, port)
        family += family[0].children(recursive=True)
        ready()
        code = child.wait()
        raise ServerFailed(f"The server ended by itself, with code {code}; its words are above.")
    except KeyboardInterrupt:
        pass
    finally:
        end(family)
        child.wait()
        for each, handler in before.items():
            signal.signal(each, handler)


def stop(_: int, __: FrameType | None) -> None:
    """Let either signal end the command, also where a shell made it ignore Ctrl-C."""
    raise KeyboardInterrupt


def command(host: str, port: int) -> list[str]:
    """Return the server's command: one process, threads, and a word only when something is wrong."""
    options: dict[str, Any] = {
        "--interface": "wsgi",
        "--host": host,
        "--port": str(port),
        "--workers": "1",
        "--blocking-threads": THREADS,
        "--log-level": "warning",
    }
    words = [word for pair in options.items() for word in pair]
    return [sys.executable, "-m", "granian", *words, "tracker.wsgi:application"]


def wait_until_it_answers(child: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Wait for the first answer, while somebody watches anyway."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if child.poll() is not None:
            raise ServerFailed(
                f"The server could not start (code {child.returncode}); its words are above."
            )
        if answers(host, port):
            return
        time.sleep(0.1)
    raise ServerFailed(f"The server did not answer on port {port} within {START_SECONDS:.0f} s.")


def answers(host: str, port: int) -> bool:
    """Say whether the process answers: the stylesheet asks nothing of the database."""
    target = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    connection = http.client.HTTPConnection(target, port, timeout=10)
    with suppress(OSError, http.client.HTTPException), closing(connection):
        connection.request("HEAD", "/static/tracker/site.css", headers={"Host": "localhost"})
        return connection.getresponse().status < 500
    return False


def end(family: Sequence[psutil.Process]) -> None:
    """End the server and its workers, the gentle way first; a killed server leaves workers behind."""
    for process in family:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
    _, alive = psutil.wait_procs(family, timeout=PATIENCE)
    for process in alive:
        process.kill()
