"""Real workers in processes of their own, and the queue that they share with the tests."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

import tests.jobs.tasks  # noqa: F401

PROJECT = Path(__file__).resolve().parents[2]
# Long enough to wait for a machine that does other things as well.
PATIENCE = 60
SILENT = 1.0

Worker = subprocess.Popen[bytes]


def start_worker(**environment: str) -> Worker:
    """Start a worker whose silence is noticed quickly."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.process", connection.settings_dict["NAME"]],
        cwd=PROJECT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "TRACKER_JOB_STALLED_AFTER": str(SILENT),
            "PYTHONWARNINGS": "ignore",
            **environment,
        },
    )


def wait_until(happened: Callable[[], object], what: str) -> None:
    """Wait for something, and fail by name where it does not come."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, f"waited in vain: {what}"
        time.sleep(0.02)


def nothing_to_do() -> bool:
    """Say whether no job waits or is being done."""
    return not ProcrastinateJob.objects.filter(status__in=["todo", "doing"]).exists()


@pytest.fixture
def queue(transactional_db: None) -> Iterator[None]:
    """An empty queue; what is left of it is gone afterwards."""
    empty()
    yield
    empty()


def empty() -> None:
    """Forget all jobs and workers."""
    with connection.cursor() as cursor:
        for table in ("periodic_defers", "events", "jobs", "workers"):
            cursor.execute(f"DELETE FROM procrastinate_{table}")


@pytest.fixture
def workers(queue: None) -> Iterator[Callable[..., Worker]]:
    """Start workers; those that are left are ended."""
    started: list[Worker] = []

    def start(**environment: str) -> Worker:
        started.append(start_worker(**environment))
        return started[-1]

    yield start
    for worker in started:
        worker.kill()
        worker.wait()
