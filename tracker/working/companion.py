"""When a worker ends: when it is told to, or when the process that it was started for is gone."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import psutil

LOOK_EVERY = 1.0


async def work_until(
    stop: asyncio.Event, companion: int | None, worker: asyncio.Task[None]
) -> None:
    """Let a worker work until `stop` is set or its companion is gone; it finishes what it has begun.

    Whatever the worker itself failed with is raised.
    """
    watching = asyncio.create_task(watch(companion, stop))
    asked = asyncio.create_task(stop.wait())
    await asyncio.wait({worker, asked}, return_when=asyncio.FIRST_COMPLETED)
    watching.cancel()
    asked.cancel()
    if stop.is_set():
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker
    else:
        worker.result()


async def watch(companion: int | None, stop: asyncio.Event) -> None:
    """Set `stop` once a process is gone."""
    if companion is None:
        return
    with suppress(psutil.NoSuchProcess):
        process = psutil.Process(companion)
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            await asyncio.sleep(LOOK_EVERY)
    stop.set()
