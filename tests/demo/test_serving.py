"""The demonstration's server ends with its command, whatever ends that, and a taken port is named."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap

import psutil
import pytest

from lessons.demo import server

pytestmark = pytest.mark.slow

SERVE = """
    import sys
    from lessons.demo import server
    server.serve("127.0.0.1", int(sys.argv[1]), {}, lambda: print("ready", flush=True))
    print("ended", flush=True)
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def served():
    """Serve in a process of its own and return it with its port; what is left is ended."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SERVE), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        family = psutil.Process(process.pid).children(recursive=True)
        yield process, port
        process.kill()
        for child in family:
            if child.is_running():
                child.kill()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_server_ends_with_its_command(served, end):
    process, port = served
    process.send_signal(end)
    assert process.stdout.read() == "ended\n"
    assert process.wait(timeout=15) == 0
    server.check_port("127.0.0.1", port)


def test_a_server_that_is_killed_leaves_no_worker_behind(served):
    process, port = served
    (parent,) = psutil.Process(process.pid).children()
    parent.kill()
    assert process.wait(timeout=15) != 0
    server.check_port("127.0.0.1", port)


def test_a_worker_that_outlived_both_is_named(served):
    process, port = served
    (parent,) = psutil.Process(process.pid).children()
    (worker,) = parent.children()
    process.kill()
    parent.kill()
    psutil.wait_procs([parent], timeout=5)
    with pytest.raises(server.ServerFailed, match=f"taken by process {worker.pid} "):
        server.check_port("127.0.0.1", port)
