"""How the demonstration's jobs are done: one worker beside the server, which ends when its command does."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.conf import settings

# How long until another is started for one that ended by itself.
PAUSE = 5.0
PATIENCE = 10.0


@contextmanager
def worker_beside(environment: Mapping[str, str]) -> Iterator[None]:
    """Keep a worker running meanwhile."""
    keeper = Keeper(environment)
    keeper.start()
    try:
        yield
    finally:
        keeper.end()


class Keeper(threading.Thread):
    """Starts a worker, and another one whenever it has ended by itself."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        super().__init__(daemon=True)
        self.environment = {**os.environ, **environment}
        self.ending = threading.Event()
        self.child: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Keep one running until the end."""
        while not self.ending.is_set():
            self.child = subprocess.Popen(command(), env=self.environment, stdin=subprocess.DEVNULL)
            self.child.wait()
            self.ending.wait(PAUSE)

    def end(self) -> None:
        """End the worker, the gentle way first, and start no other."""
        self.ending.set()
        deadline = time.monotonic() + PATIENCE
        while self.is_alive():
            if self.child is not None:
                in_time = time.monotonic() < deadline
                self.child.terminate() if in_time else self.child.kill()
            self.join(0.2)


def command() -> list[str]:
    """Return the worker's command; it ends by itself where this process is killed."""
    manage = str(settings.BASE_DIR / "manage.py")
    return [sys.executable, manage, "worker", "--end-with", str(os.getpid())]
