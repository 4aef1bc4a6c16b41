"""The process that does the jobs; as many of them as one likes, each on any machine."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException

from tracker.upgrading import count_missing_migrations
from tracker.working.companion import work_until
from tracker.working.stalled import take_up_stalled

LOST = "The worker lost the database; start it again."


class Command(BaseCommand):
    """Do the jobs until told to stop."""

    help = "Does the jobs until it is stopped; run one or more of it beside the web processes."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare how much it does at once, and with whom it ends."""
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at a time (2)")
        parser.add_argument("--end-with", type=int, metavar="PID", help="stop when PID is gone")

    def handle(self, *, concurrency: int, end_with: int | None, **_: Any) -> None:
        """Work, and fail where it ended without being asked to: whoever supervises starts another."""
        refuse_old_tables()
        try:
            was_asked = asyncio.run(work(concurrency, end_with))
        except ConnectorException as error:
            raise CommandError(LOST) from error
        if not was_asked:
            raise CommandError(LOST)


def refuse_old_tables() -> None:
    """Reach the database, which starts the embedded one, and refuse tables that are not up to date."""
    if count_missing_migrations():
        raise CommandError("The tables are not up to date; run `manage.py migrate` first.")
    connection.close()


async def work(concurrency: int, companion: int | None) -> bool:
    """Do jobs until a signal or the companion's end; tell whether that is why it ended."""
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    # Workers listen and beat on connections of their own, signed in as the web role.
    with app.replace_connector(DjangoConnector().get_worker_connector()):
        async with app.open_async():
            await take_up_stalled(app.job_manager)
            worker = asyncio.create_task(
                app.run_worker_async(
                    name=f"worker-{os.getpid()}",
                    concurrency=concurrency,
                    install_signal_handlers=False,
                    update_heartbeat_interval=settings.JOB_STALLED_AFTER / 3,
                    stalled_worker_timeout=settings.JOB_STALLED_AFTER,
                )
            )
            await work_until(stop, companion, worker)
    return stop.is_set()
