"""How a job is declared: its name, when it runs, and what it does; each can run twice without harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from procrastinate.contrib.django import app

from tracker.recording import running

R = TypeVar("R")


def every(cron: str, name: str) -> Callable[[Callable[[], R]], Callable[[], R]]:
    """Let workers call a function again and again: `cron` says when, in UTC.

    `name` is `floor.verb_noun`; the events of what it writes carry it. One of a name runs at a time,
    and at most one more waits, however many workers there are.
    """

    def declare(work: Callable[[], R]) -> Callable[[], R]:
        @app.periodic(cron=cron)
        @app.task(name=name, lock=name, queueing_lock=name)
        def run(timestamp: int) -> None:
            with running(f"job {name}"):
                work()

        return work

    return declare
