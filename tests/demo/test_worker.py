"""The demonstration's worker is started again when it was killed, and ends with its command."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import psutil
import pytest
from django.db import connection

from lessons.demo import worker
from tests.jobs.conftest import PROJECT, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

KEEP = """
    import time
    import django
    django.setup()
    from lessons.demo import worker
    worker.PAUSE = 0.1
    with worker.worker_beside({}):
        print("kept", flush=True)
        input()
    print("ended", flush=True)
"""


@pytest.fixture
def kept():
    """Keep a worker in a process of its own, which ends when a line is sent to it."""
    given = connection.settings_dict
    address = f"postgres://{given['USER']}@/{given['NAME']}?host={given['HOST']}"
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(KEEP)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={
            **os.environ,
            "DATABASE_URL": address,
            "SECRET_KEY": "for-tests",
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "PYTHONWARNINGS": "ignore",
        },
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        yield process
        process.kill()


def worker_of(process) -> psutil.Process:
    """Return the worker that a process keeps."""
    keeper = psutil.Process(process.pid)
    children: list[psutil.Process] = []

    def has_one() -> bool:
        # Asked once: one that was killed may be gone when it is asked for again.
        children[:] = keeper.children()
        return bool(children)

    wait_until(has_one, "a worker")
    return children[0]


def test_the_worker_is_this_command_and_knows_whose_it_is():
    assert worker.command()[-3:] == ["worker", "--end-with", str(os.getpid())]


def test_a_killed_worker_is_started_again_and_all_end_together(kept):
    first = worker_of(kept)
    first.kill()
    wait_until(lambda: worker_of(kept) != first, "another worker")
    second = worker_of(kept)
    assert kept.communicate("\n", timeout=30)[0] == "ended\n"
    assert not second.is_running()


def test_a_worker_whose_command_was_killed_ends_by_itself(kept):
    left = worker_of(kept)
    kept.kill()
    wait_until(lambda: not left.is_running(), "the end of the worker")
