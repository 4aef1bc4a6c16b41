"""How a vocabulary's file is read: the formats there are, and the bounds they are read within."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tracker import strict_json
from tracker.files import read_bytes
from tracker.strict_json import Unreadable, kind_of, step
from tracker.vocabularies.atlas import read_atlas
from tracker.vocabularies.entries import Entry, Vocabulary

# ATLAS 5.6.0 is half a megabyte.
MAX_BYTES = 10 * 1024 * 1024


def read_simple(raw: bytes) -> Vocabulary:
    """Read this project's own shape: scheme, version, title, source, entries with code and label."""
    found = strict_json.parse(raw)
    if not isinstance(found, dict):
        raise Unreadable(f"should be an object with scheme and entries, is {kind_of(found)}.", "$")
    entries = found.get("entries")
    if not isinstance(entries, list):
        raise Unreadable(f"should be a list, is {said(found, 'entries')}.", "$.entries")
    return Vocabulary(
        scheme=text(found, "scheme"),
        version=text(found, "version"),
        title=text(found, "title"),
        source=text(found, "source", required=False),
        entries=[read_entry(entry, step("$.entries", n)) for n, entry in enumerate(entries)],
    )


def read_entry(found: Any, path: str) -> Entry:
    """Read one entry of this project's own shape."""
    if not isinstance(found, dict):
        raise Unreadable(f"should be an object with code and label, is {kind_of(found)}.", path)
    return Entry(
        code=text(found, "code", path),
        label=text(found, "label", path),
        description=text(found, "description", path, required=False),
        parent=text(found, "parent", path, required=False),
    )


def text(found: dict[str, Any], name: str, path: str = "$", *, required: bool = True) -> str:
    """Return a text of an object, or say where it is missing or something else."""
    value = found.get(name, None if required else "")
    if not isinstance(value, str) or (required and not value.strip()):
        raise Unreadable(f"should be text, is {said(found, name)}.", step(path, name))
    return value.strip()


def said(found: dict[str, Any], name: str) -> str:
    """Name what an object has under a name, for a sentence."""
    if name not in found:
        return "missing"
    return "empty" if isinstance(found[name], str) else kind_of(found[name])


FORMATS: Mapping[str, Callable[[bytes], Vocabulary]] = {"atlas": read_atlas, "json": read_simple}


def read(file_format: str, path: Path) -> Vocabulary:
    """Read a vocabulary from a file, or say in a sentence why it can't be read."""
    return FORMATS[file_format](read_bytes(path, MAX_BYTES))
