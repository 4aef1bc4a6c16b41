"""What a supervisor is told of the process, the database, the migrations and the jobs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from tests.jobs.conftest import PROJECT, empty
from tracker.views.health import up_to_date


@pytest.fixture
def said(client, db):
    """Ask, as nobody, with an empty queue, and with nothing remembered."""
    empty()
    up_to_date.cache_clear()

    def ask() -> tuple[int, dict[str, str]]:
        answer = client.get("/readyz")
        return answer.status_code, answer.json()

    yield ask
    up_to_date.cache_clear()


def write(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_process_answers_without_the_database(client):
    assert client.get("/healthz").json() == {"process": "ok"}


def test_no_worker_is_told_and_pages_are_served_nevertheless(said):
    assert said() == (200, {"database": "ok", "migrations": "ok", "jobs": "no worker runs"})


def test_a_worker_that_is_heard_of_is_enough(said):
    write("INSERT INTO procrastinate_workers DEFAULT VALUES")
    assert said()[1]["jobs"] == "ok"
    write("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 minute'")
    assert said()[1]["jobs"] == "no worker runs"


def test_jobs_that_wait_too_long_are_told(said):
    write("INSERT INTO procrastinate_workers DEFAULT VALUES")
    app.configure_task("tests.sign").defer(folder="/nowhere", number=0)
    assert said()[1]["jobs"] == "ok"
    write("UPDATE procrastinate_events SET at = now() - interval '11 minutes'")
    assert said()[1]["jobs"] == "jobs wait too long"
    write("UPDATE procrastinate_jobs SET scheduled_at = now() + interval '1 day'")
    assert said()[1]["jobs"] == "ok"


def test_tables_that_are_behind_the_code_are_not_ready(as_owner, said):
    write("DELETE FROM django_migrations WHERE app = 'lessons'")
    assert said() == (503, {"database": "ok", "migrations": "missing"})


def test_a_database_that_is_gone_is_told():
    ask = (
        "import django; django.setup()\n"
        "from django.test import Client\n"
        "answer = Client().get('/readyz')\n"
        "print(answer.status_code, answer.content.decode())"
    )
    told = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=PROJECT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "tracker.settings",
            "DATABASE_URL": "postgres://nobody@127.0.0.1:1/nothing",
            "SECRET_KEY": "for-tests",
            "ALLOWED_HOSTS": "testserver",
        },
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert told.stdout == '503 {"database": "unreachable"}\n', told.stderr
