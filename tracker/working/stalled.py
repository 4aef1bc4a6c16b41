"""What becomes of a job whose worker was killed: another worker takes it up, unless it keeps failing so."""

from __future__ import annotations

import logging

from django.conf import settings
from procrastinate.exceptions import ConnectorException, UniqueViolation
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager

logger = logging.getLogger(__name__)

# A job that ends its worker so often would end every worker.
MOST_ATTEMPTS = 10


async def take_up_stalled(manager: JobManager) -> int:
    """Give back every job whose worker is no longer heard of; return how many.

    Safe to run at once in several workers: what the other gave back is left alone.
    """
    silent = settings.JOB_STALLED_AFTER
    await manager.prune_stalled_workers(silent)
    stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=silent))
    for job in stalled:
        await take_up(manager, job)
    return len(stalled)


async def take_up(manager: JobManager, job: Job) -> None:
    """Give one job back, or end it where another of it waits anyway or it was tried too often."""
    if job.attempts >= MOST_ATTEMPTS:
        logger.error(
            "Job %s (%s) ended %s workers; it is given up.", job.id, job.task_name, job.attempts
        )
        await manager.finish_job(job, status=Status.FAILED, delete_job=False)
        return
    try:
        await manager.retry_job(job)
    except UniqueViolation:
        # The one that waits does the same; this one would hold its lock for ever.
        await manager.finish_job(job, status=Status.FAILED, delete_job=True)
    except ConnectorException:
        logger.warning("Job %s (%s) was taken up by another worker.", job.id, job.task_name)
