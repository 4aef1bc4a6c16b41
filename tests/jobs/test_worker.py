"""Workers do the jobs, share them, end in peace, and take up what a killed one left."""

from __future__ import annotations

import signal
import time
from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

from tests.demo.conftest import contents
from tests.jobs.conftest import PROJECT, SILENT, nothing_to_do, wait_until
from tracker.working.stalled import MOST_ATTEMPTS, take_up_stalled

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

OURS = ("tracker_", "reviews_", "lessons_")
PERIODIC = sorted({name for name, _ in app.periodic_registry.periodic_tasks})


def begun_by(folder) -> list[int]:
    return [int(one.name.removeprefix("began-")) for one in folder.glob("began-*")]


def rescue() -> int:
    return async_to_sync(take_up_stalled)(app.job_manager)


def test_what_each_floor_lists_is_found():
    assert {
        "tracker.seal_history",
        "tracker.take_up_stalled",
        "reviews.sweep_removed_files",
    } <= set(PERIODIC)


def test_every_job_runs_as_the_web_role_and_a_second_time_changes_nothing(workers, rita):
    worker = workers()

    def all_once() -> dict[str, tuple[int, str]]:
        for name in PERIODIC:
            app.configure_task(name, queueing_lock=None).defer(timestamp=0)
        wait_until(nothing_to_do, "every job done")
        unfinished = ProcrastinateJob.objects.exclude(status="succeeded")
        assert list(unfinished.values_list("task_name", flat=True)) == []
        found = {name: rows for name, rows in contents().items() if name.startswith(OURS)}
        del found["tracker_newsposition"]  # a job's own note of when it looked
        return found

    assert all_once() == all_once()
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=20) == 0
    assert not ProcrastinateWorker.objects.exists()


@pytest.mark.exhaustive
def test_workers_share_the_work_and_nothing_is_done_twice(workers, tmp_path):
    for number in range(60):
        app.configure_task("tests.sign").defer(folder=str(tmp_path), number=number)
    mine, yours = workers(), workers()
    wait_until(nothing_to_do, "all sixty")
    done = [(tmp_path / str(number)).read_text().split() for number in range(60)]
    assert all(len(each) == 1 for each in done)
    assert {each[0] for each in done} == {str(mine.pid), str(yours.pid)}


@pytest.mark.exhaustive
def test_a_killed_workers_job_is_taken_up_by_another(workers, tmp_path):
    app.configure_task("tests.wait_for_leave").defer(folder=str(tmp_path))
    first, second = workers(), workers()
    wait_until(lambda: ProcrastinateWorker.objects.count() == 2, "both workers")
    wait_until(lambda: begun_by(tmp_path), "the job begun")
    if second.pid in begun_by(tmp_path):
        first, second = second, first
    first.kill()
    time.sleep(SILENT * 1.5)
    app.configure_task("tracker.take_up_stalled").defer(timestamp=0)
    wait_until(lambda: second.pid in begun_by(tmp_path), "the job begun again")
    (tmp_path / "go").touch()
    wait_until(nothing_to_do, "the job done")
    assert (tmp_path / "done").exists()


def test_a_workers_start_takes_up_what_was_left(workers, tmp_path):
    app.configure_task("tests.wait_for_leave").defer(folder=str(tmp_path))
    first = workers()
    wait_until(lambda: begun_by(tmp_path), "the job begun")
    first.kill()
    first.wait()
    time.sleep(SILENT * 1.5)
    (tmp_path / "go").touch()
    workers()
    wait_until(nothing_to_do, "the job done")
    assert (tmp_path / "done").exists()


def test_a_job_that_is_being_done_is_left_alone(workers, tmp_path):
    app.configure_task("tests.wait_for_leave").defer(folder=str(tmp_path))
    worker = workers()
    wait_until(lambda: begun_by(tmp_path), "the job begun")
    time.sleep(SILENT * 2)
    assert rescue() == 0
    (tmp_path / "go").touch()
    wait_until(nothing_to_do, "the job done")
    assert begun_by(tmp_path) == [worker.pid]


def begun_by_a_worker_that_is_gone(**how):
    """Return a job that a worker began which nobody hears of any more."""
    app.configure_task("tests.sign", **how).defer(folder="/nowhere", number=0)
    job = ProcrastinateJob.objects.get(status="todo")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing', worker_id = NULL WHERE id = %s",
            [job.pk],
        )
    return job


def test_where_another_waits_the_stalled_one_makes_room(queue):
    locks: dict[str, Any] = {"lock": "same", "queueing_lock": "same"}
    stalled = begun_by_a_worker_that_is_gone(**locks)
    app.configure_task("tests.sign", **locks).defer(folder="/nowhere", number=0)
    assert rescue() == 1
    (left,) = ProcrastinateJob.objects.all()
    assert (left.pk != stalled.pk, left.status) == (True, "todo")


def test_a_job_that_ends_every_worker_is_given_up(queue, caplog):
    stalled = begun_by_a_worker_that_is_gone()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [MOST_ATTEMPTS])
    rescue()
    assert ProcrastinateJob.objects.get(pk=stalled.pk).status == "failed"
    assert "given up" in caplog.text


def test_a_job_deferred_in_a_transaction_that_fails_is_none(queue):
    with transaction.atomic():
        app.configure_task("tests.sign").defer(folder="/nowhere", number=0)
        transaction.set_rollback(True)
    assert not ProcrastinateJob.objects.exists()


def test_the_manual_names_every_job():
    manual = (PROJECT / "docs" / "operating.md").read_text()
    assert [name for name in PERIODIC if f"`{name}`" not in manual] == []
