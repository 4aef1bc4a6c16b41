"""A process that is killed amid its verbs leaves no change without an event, nor an event without one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest
from django.db import connection, connections, transaction

from lessons.models import Lesson
from reviews.models import Observation
from tests.factories import make_observation
from tests.history.comparing import rows_that_differ

PROJECT = Path(__file__).resolve().parents[2]


def kill_amid(seed: int) -> list[str]:
    """Start a stream of verbs, kill it at a point that the seed picks; return what it had finished."""
    chance = random.Random(seed)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.history.stream", connection.settings_dict["NAME"], str(seed)],
        cwd=PROJECT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tracker.settings"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    with process.stdout as output:
        lines = [next(output).strip()]
        assert lines == ["ready"]
        time.sleep(chance.uniform(0, 1.5))
        os.kill(process.pid, signal.SIGKILL)
        finished = rest_of(output)
    assert process.wait() == -signal.SIGKILL
    wait_until_its_session_ended()
    return finished


def rest_of(output: IO[str]) -> list[str]:
    """Return the whole lines that a killed process left in the pipe."""
    return [line.strip() for line in output if line.endswith("\n")]


def wait_until_its_session_ended() -> None:
    """Wait until the server has rolled back what the killed process had begun."""
    query = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
    """
    for _ in range(200):
        with connections["owner"].cursor() as cursor:
            cursor.execute(query)
            if cursor.fetchone() == (0,):
                return
        time.sleep(0.05)
    raise AssertionError("A killed process still has a session after ten seconds.")


def check_after_kills(seeds: range) -> None:
    """Kill a stream at each of several points; compare all tables with their events after each."""
    finished: list[str] = []
    for seed in seeds:
        finished += kill_amid(seed)
        assert rows_that_differ() == {}, f"seed {seed}"
    assert finished, "The stream was always killed before it had done anything."
    known = {
        *Observation.objects.values_list("reference", flat=True),
        *Lesson.objects.values_list("reference", flat=True),
    }
    assert set(finished) <= known


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_at_five_points_leaves_tables_and_events_agreeing(rita, leo, sam, mona):
    check_after_kills(range(5))


@pytest.mark.exhaustive
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_at_forty_points_leaves_tables_and_events_agreeing(rita, leo, sam, mona):
    check_after_kills(range(100, 140))


def behind_its_back(statement, values):
    """Change a table as only its owner can: without the triggers that keep the events."""
    with transaction.atomic("owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)


@pytest.mark.django_db(transaction=True)
def test_the_comparison_finds_a_change_without_an_event_and_an_event_without_a_change(rita):
    observation = make_observation(rita, title="As recorded")
    assert rows_that_differ() == {}
    retitle = "UPDATE reviews_observation SET title = %s WHERE id = %s"
    behind_its_back(retitle, ["Changed behind its back", observation.pk])
    assert rows_that_differ() == {"reviews_observation": (1, 1)}
    behind_its_back(retitle, ["As recorded", observation.pk])
    behind_its_back(
        "INSERT INTO tracker_recipient (id, record_id, user_id) VALUES (%s, %s, %s)", [rita.pk] * 3
    )
    assert rows_that_differ() == {"tracker_recipient": (1, 0)}
