"""Which files an import reads: those named, and every .json in the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

# A thousand times an ordinary record.
MAX_BYTES = 5 * 1024 * 1024


@dataclass
class Found:
    """The files to read, in order, and what was left aside."""

    files: list[Path] = field(default_factory=list)
    skipped: int = 0
    links: int = 0
    closed: list[tuple[Path, str]] = field(default_factory=list)


def find(paths: Iterable[Path]) -> Found:
    """Return the files under some paths, each once, folders in the order of their names."""
    found = Found()
    for path in paths:
        if os.path.isdir(path):
            search(path, found)
        else:
            found.files.append(path)
    found.files = list({os.path.realpath(path): path for path in reversed(found.files)}.values())
    found.files.reverse()
    return found


def search(folder: Path, found: Found) -> None:
    """Add what a folder holds; links to folders are not followed, so that no loop is walked."""

    def closed(error: OSError) -> None:
        found.closed.append((Path(error.filename), f"can't be read: {error.strerror}."))

    for here, folders, names in os.walk(folder, onerror=closed):
        folders.sort()
        found.links += sum(os.path.islink(os.path.join(here, name)) for name in folders)
        wanted = [name for name in sorted(names) if is_record(name)]
        found.skipped += len(names) - len(wanted)
        found.files += [Path(here, name) for name in wanted]


def is_record(name: str) -> bool:
    """Say whether a file in a folder looks like a record; hidden files are not meant."""
    return name.lower().endswith(".json") and not name.startswith(".")
