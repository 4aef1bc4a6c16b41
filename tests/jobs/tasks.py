"""Jobs of the tests' own, that say by files when they begin and end."""

from __future__ import annotations

import os
import time
from pathlib import Path

from django.utils import timezone
from procrastinate.contrib.django import app

from tracker.notifying.sending import send_digests


@app.task(name="tests.wait_for_leave", queueing_lock="tests", lock="tests")
def wait_for_leave(folder: str) -> None:
    """Say that it began and in which process, and go on once there is a file `go`."""
    place = Path(folder)
    (place / f"began-{os.getpid()}").touch()
    while not (place / "go").exists():
        time.sleep(0.02)
    (place / "done").touch()


@app.task(name="tests.sign")
def sign(folder: str, number: int) -> None:
    """Note who did it; a little work, so that one worker alone does not do all."""
    time.sleep(0.05)
    with (Path(folder) / str(number)).open("a") as page:
        page.write(f"{os.getpid()}\n")


@app.task(name="tests.send_digests_in_the_morning")
def send_digests_in_the_morning(timestamp: int) -> None:
    """Send the digests, whatever the hour."""
    send_digests(timezone.now().replace(hour=7))
