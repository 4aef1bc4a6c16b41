"""Whether the jobs are done: what `/readyz` says of them, and when one was done last."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db.models import Max, Q
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateWorker

# Every job waits for the next worker that is free; longer than this, there are too few.
PATIENCE = datetime.timedelta(minutes=10)


def jobs_state() -> str:
    """Return "ok", or in words what is wrong with the jobs: at most two queries."""
    now = timezone.now()
    heard_since = now - datetime.timedelta(seconds=settings.JOB_STALLED_AFTER)
    if not ProcrastinateWorker.objects.filter(last_heartbeat__gte=heard_since).exists():
        return "no worker runs"
    latest = now - PATIENCE
    due = Q(job__scheduled_at=None) | Q(job__scheduled_at__lt=latest)
    late = ProcrastinateEvent.objects.filter(due, job__status="todo", at__lt=latest)
    return "jobs wait too long" if late.exists() else "ok"


def last_done(name: str) -> datetime.datetime | None:
    """Return when a job of a name last ended well; None where that is a day ago or more, or never was."""
    done = ProcrastinateEvent.objects.filter(job__task_name=name, type="succeeded")
    return done.aggregate(at=Max("at"))["at"]  # type: ignore[no-any-return]
