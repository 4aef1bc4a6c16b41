"""A head as a file: what one side keeps, to hold the chain against it later."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

from tracker.chain.sealing import Head
from tracker.chain.verifying import Verdict

FORMAT = "tracker-history-head/1"


class NoHead(Exception):
    """A file holds no head; the message says why."""


def write_head(file: Path, verdict: Verdict) -> None:
    """Write the head of a chain that was just walked."""
    if verdict.head is None:
        raise NoHead(
            "Nothing is sealed yet, so there is no head to export. Run seal_history first."
        )
    shape = {
        "format": FORMAT,
        "sequence": verdict.head.sequence,
        "hash": verdict.head.hash,
        "sealed_at": verdict.head.sealed_at.isoformat(),
        "sealed": verdict.links,
        "waiting": verdict.waiting,
        "holds": verdict.holds,
    }
    file.write_text(json.dumps(shape, indent=2) + "\n", encoding="utf-8")


def read_head(file: Path) -> Head:
    """Return the head in a file that `write_head` wrote here or on the other side."""
    try:
        shape = json.loads(file.read_text(encoding="utf-8"))
        if shape["format"] != FORMAT:
            raise NoHead(f"{file} is of the format {shape['format']!r}, not {FORMAT!r}.")
        sealed_at = datetime.datetime.fromisoformat(shape["sealed_at"])
        return Head(int(shape["sequence"]), str(shape["hash"]), sealed_at)
    except OSError as error:
        raise NoHead(f"{file} can't be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise NoHead(f"{file} is no head that verify_history --export wrote: {error}.") from error
