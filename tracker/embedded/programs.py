"""How PostgreSQL's programs are run as the server's account, and what is said when one fails."""

import os
import re
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
    logged_before = _size(place.log)
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
        words = _complaints(_read_from(place.log, logged_before)) or _complaints(finished.stdout)
        raise OperationalError(_describe_failure(place, name, words))


def _describe_failure(place: Place, program: str, words: list[str]) -> str:
    reason = "; ".join(words) or f"{program} failed without saying why"
    sentence = f"PostgreSQL could not be started with its data in {place.data}: {reason}."
    if place.log.exists():
        return f"{sentence} More is in its log, {place.log}."
    return (
        f"{sentence} Check that the disk has space and that {place.account.name} may write there."
    )


def _complaints(output: str) -> list[str]:
    """Pick what went wrong out of a program's output, without the times in front."""
    found = re.findall(r"(?:FATAL|PANIC|error):\s+(.+?)\.?$", output, re.MULTILINE)
    return list(dict.fromkeys(found))[:3] or output.strip().splitlines()[-1:]


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _read_from(file: Path, position: int) -> str:
    if not file.exists():
        return ""
    with file.open("rb") as opened:
        opened.seek(position)
        return opened.read(65536).decode(errors="replace")
