"""How PostgreSQL's programs are run as the server's account, and what is said when one fails."""

import os
import subprocess
from pathlib import Path

from django.db import OperationalError

from tracker.embedded.binaries import programs_for
from tracker.embedded.places import Place


def run_program(
    place: Place, name: str, *arguments: str | Path, text: str = "", keep_open: tuple[int, ...] = ()
) -> None:
    """Run one of PostgreSQL's programs, giving it a text to read and open files to inherit.

    It gets a bare environment: our secrets are not the server's, and PGDATA and its like would
    redirect it.
    """
    finished = subprocess.run(
        [programs_for(place.account) / name, *arguments],
        input=text,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        pass_fds=keep_open,
        **place.account.identity,
    )
    if finished.returncode:
        raise OperationalError(_describe_failure(place, name, finished.stdout))


def _describe_failure(place: Place, program: str, output: str) -> str:
    reasons = _complaints(output) or [f"{program} failed without a word"]
    sentence = (
        f"PostgreSQL could not be started with its data in {place.data}: {'; '.join(reasons)}."
    )
    if place.log.exists():
        return f"{sentence} Its log is {place.log}{_last_words(place.log)}"
    return (
        f"{sentence} Check that the disk has space and that {place.account.name} may write there."
    )


def _complaints(output: str) -> list[str]:
    """Pick the lines that say what went wrong."""
    lines = [line.strip().rstrip(".") for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if "error:" in line or "FATAL:" in line or "PANIC:" in line]
    return telling or lines[-1:]


def _last_words(log: Path) -> str:
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - 4096))
        tail = file.read().decode(errors="replace")
    words = [line for line in tail.splitlines() if "FATAL:" in line or "PANIC:" in line]
    return f", which ends with: {words[-1]}" if words else "."
