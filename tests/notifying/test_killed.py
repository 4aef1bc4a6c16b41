"""A worker that is killed amid a thousand reminders and openings of cycles loses and doubles none."""

from __future__ import annotations

import datetime
import random
import time
from functools import partial
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from reviews.models import Condition, CycleSeries, ReviewCycle
from reviews.transitions import concur_with_conditions
from tests import factories
from tests.jobs.conftest import SILENT, nothing_to_do, wait_until
from tracker.models import Notification
from tracker.notifying.telling import tell

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

REMINDERS, OPENINGS = 960, 40
MANY = REMINDERS + OPENINGS
# What does them, and under which lock: at this hour the real one may wait as well; then the one of a
# killed worker would make room.
JOBS = {"reviews.remind_of_conditions": "tests-remind", "lessons.open_next_cycles": "tests-open"}


@pytest.fixture
def conditions(rita, leo, sam, mona) -> list[Condition]:
    """Many conditions that are due tomorrow."""
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    demand: dict[str, Any] = {"condition": "C", "test": "T", "assignee": rita, "due_on": tomorrow}
    item = concur_with_conditions(factories.make_item_to_sign(rita, leo), by=sam, **demand)
    first = item.conditions.get()
    Condition.objects.bulk_create(
        Condition(
            reference=f"{item.reference}-{number}",
            item=item,
            position=first.position,
            text=f"Condition {number}",
            test="T",
            assignee=rita,
            due_on=tomorrow,
        )
        for number in range(2, REMINDERS + 1)
    )
    Notification.objects.all().delete()
    return list(Condition.objects.all())


@pytest.fixture
def series(leo) -> list[CycleSeries]:
    """Many series whose next cycle opens today."""
    today = timezone.localdate()
    return CycleSeries.objects.bulk_create(
        CycleSeries(
            number=number,
            reference=f"SER-{number}",
            title=f"Series {number}",
            rule="FREQ=WEEKLY",
            begins_on=today,
            next_on=today,
            created_by=leo,
        )
        for number in range(1, OPENINGS + 1)
    )


def opened() -> list[Any]:
    """Return of which series a cycle stands there, once for each cycle."""
    return list(ReviewCycle.objects.filter(series__isnull=False).values_list("series", flat=True))


def told() -> int:
    """Return how many reminders stand there."""
    return Notification.objects.filter(kind="condition-due").count()


def reached(point: int) -> bool:
    """Say whether so much was done, or there is nothing left to do."""
    return told() + len(opened()) >= point or nothing_to_do()


def kill_at(points: list[int], workers) -> int:
    """Kill a worker when about so much was done, start another each time; return how many were killed."""
    for name, lock in JOBS.items():
        app.configure_task(name, queueing_lock=lock).defer(timestamp=0)
    killed = 0
    for point in sorted(points):
        worker = workers()
        wait_until(partial(reached, point), f"{point} reminders and cycles")
        if not nothing_to_do():
            killed += 1
        worker.kill()
        worker.wait()
        # Whoever comes next takes up what is left; until then nobody is heard of.
        time.sleep(SILENT * 1.2)
    workers()
    wait_until(nothing_to_do, "the rest")
    return killed


def check(
    points: list[int], conditions: list[Condition], series: list[CycleSeries], workers
) -> None:
    """Kill at some points, then find one reminder for each condition, one cycle for each series."""
    killed = kill_at(points, workers)
    keys = Notification.objects.filter(kind="condition-due").values_list("record_id", flat=True)
    assert sorted(keys) == sorted(one.pk for one in conditions)
    assert sorted(opened()) == sorted(one.pk for one in series)
    jobs = ProcrastinateJob.objects.filter(queueing_lock__in=JOBS.values())
    assert [job.status for job in jobs] == ["succeeded", "succeeded"]
    # A kill that came when all was told, but for the job's own end, is one as well.
    assert killed >= len(points) - 1
    assert sum(job.attempts for job in jobs) >= killed


def test_a_worker_killed_at_five_points_loses_nothing_and_doubles_nothing(
    conditions, series, workers
):
    check([1, 200, 420, 640, 980], conditions, series, workers)


@pytest.mark.exhaustive
@pytest.mark.parametrize("seed", range(10))
def test_a_worker_killed_at_fifty_points_loses_nothing_and_doubles_nothing(
    conditions, series, workers, seed
):
    check(random.Random(seed).sample(range(1, MANY), 5), conditions, series, workers)


def test_without_a_key_of_its_own_each_run_would_tell_again(conditions, rita):
    """Show that what is counted here would be found."""
    for run in range(2):
        for condition in conditions[:10]:
            tell([rita], "condition-due", condition, f"{condition.pk}:{run}")
    assert told() == 20
