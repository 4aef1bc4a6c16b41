"""How an import runs: file by file, each wholly in or not at all, and what is said about each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, OperationalError, connection, transaction

from reviews.import_editing import (
    Content,
    SourceFile,
    find_imported,
    import_observation,
    reimport_observation,
)
from reviews.importing.avid import VIEWS, Draft, read_avid
from reviews.importing.files import MAX_BYTES
from reviews.importing.matching import SystemIndex, TagIndex
from reviews.states import ImportFormat
from tracker import strict_json
from tracker.access import Refusal
from tracker.files import read_bytes
from tracker.hidden_text import reveal, storable
from tracker.models import User
from tracker.strict_json import Unreadable


@dataclass(frozen=True)
class Format:
    """How records of a format are read, and the schemes that their codes are of."""

    read: Callable[[Any], Draft]
    schemes: tuple[str, ...]


FORMATS: Mapping[str, Format] = {ImportFormat.AVID: Format(read_avid, tuple(VIEWS))}


class Result(StrEnum):
    """What became of a file, in the order in which they are counted."""

    CREATED = auto()
    UPDATED = auto()
    UNCHANGED = auto()
    REFUSED = auto()


@dataclass
class Outcome:
    """What became of one file, and what is to be said about it."""

    path: Path
    result: Result
    reasons: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unmatched: list[str] = field(default_factory=list)


class Import:
    """One run of one person over some files; systems and tags are looked up once."""

    def __init__(self, file_format: str, by: User, *, dry_run: bool = False) -> None:
        self.name, self.format = file_format, FORMATS[file_format]
        self.by = by
        self.dry_run = dry_run
        self.systems = SystemIndex(by)
        self.tags = TagIndex(self.format.schemes)
        self.unloaded = self.tags.missing(self.format.schemes)
        self.taken: dict[str, tuple[Path, str]] = {}

    def run(self, paths: Iterable[Path]) -> Iterator[Outcome]:
        """Yield what becomes of each file, as it is done."""
        for path in paths:
            try:
                yield self.take(path)
            except (Unreadable, Refusal) as error:
                yield Outcome(path, Result.REFUSED, [reveal(str(error))])
            except ValidationError as error:
                yield Outcome(path, Result.REFUSED, [reveal(said) for said in error.messages])
            except (DataError, OperationalError) as error:
                if not is_about_the_file(error):
                    raise
                reason = f"the database can't keep it: {str(error).splitlines()[0]}."
                yield Outcome(path, Result.REFUSED, [reveal(reason)])

    def take(self, path: Path) -> Outcome:
        """Read one file and write it, in one transaction."""
        raw = read_bytes(path, MAX_BYTES)
        record = strict_json.parse(raw)
        draft = self.format.read(record)
        if raw.startswith(strict_json.MARK):
            draft.warnings.append("begins with a byte order mark, U+FEFF.")
        digest = digest_of(record)
        if draft.source_id in self.taken:
            return self.repeated(path, draft.source_id, digest)
        content, unmatched = self.resolve(draft)
        file = self.file_of(path, raw, record, draft)
        result = self.write(file, content)
        self.taken[draft.source_id] = (path, digest)
        notes = [reveal(warning) for warning in draft.warnings]
        return Outcome(path, result, notes=notes, unmatched=unmatched)

    def repeated(self, path: Path, source_id: str, digest: str) -> Outcome:
        """Say that a record was read before in this run; another content under its name is refused."""
        first, same = self.taken[source_id]
        if digest == same:
            note = f"{source_id} says the same as in {first}, which was read before."
            return Outcome(path, Result.UNCHANGED, notes=[reveal(note)])
        raise Unreadable(
            f"{source_id} was read before from {first}, where it says something else; "
            "give one of the two."
        )

    def file_of(self, path: Path, raw: bytes, record: Any, draft: Draft) -> SourceFile:
        """Return the file as it is kept."""
        return SourceFile(
            format=self.name,
            source_id=draft.source_id,
            name=storable(path.name)[:500],
            raw=raw,
            sha256=hashlib.sha256(raw).hexdigest(),
            payload=payload_of(record),
            warnings=[storable(warning) for warning in draft.warnings],
        )

    def resolve(self, draft: Draft) -> tuple[Content, list[str]]:
        """Match names to systems and codes to tags; return the names that match nothing."""
        systems, unmatched = {}, []
        for name in draft.names:
            match = self.systems.find(name)
            if match.system:
                systems[match.system.pk] = match.system
            else:
                unmatched.append(name)
            draft.warnings += [match.note] if match.note else []
        fields = draft.fields | {"unmatched_systems": unmatched}
        return Content(fields, list(systems.values()), self.tags_of(draft)), unmatched

    def tags_of(self, draft: Draft) -> list[Any]:
        """Return the current tags of a record's codes; warn of codes that are none."""
        tags = {}
        for scheme, code, path in draft.codes:
            tag = self.tags.find(scheme, code)
            if tag:
                tags[tag.pk] = tag
            elif scheme not in self.unloaded:
                draft.warnings.append(f"{path}: {code[:100]} is no current tag of {scheme}.")
        return list(tags.values())

    def write(self, file: SourceFile, content: Content) -> Result:
        """Write one file's observation; whoever imports the same record meanwhile waits."""
        with transaction.atomic():
            wait_for_others(self.by, file)
            imported = find_imported(self.by, file)
            if imported is None:
                import_observation(by=self.by, file=file, content=content)
                result = Result.CREATED
            else:
                changed = reimport_observation(imported, by=self.by, file=file, content=content)
                result = Result.UPDATED if changed else Result.UNCHANGED
            if self.dry_run:
                transaction.set_rollback(True)
        return result


def is_about_the_file(error: Exception) -> bool:
    """Say whether the database refused what it was given, a limit included, or is itself in trouble."""
    code = getattr(error.__cause__, "sqlstate", None) or ""
    return isinstance(error, DataError) or code.startswith("54")


def wait_for_others(by: User, file: SourceFile) -> None:
    """Let one import at a time write a record, so that the second finds what the first made."""
    identity = f"import {by.organization_id} {file.format} {file.source_id}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [identity])


def digest_of(record: Any) -> str:
    """Return a digest of what a record says, whatever its order and white space."""
    return hashlib.sha256(json.dumps(record, sort_keys=True).encode()).hexdigest()


def payload_of(value: Any) -> Any:
    """Return a record as a JSON column can keep it: marks where characters can't be kept."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {storable(key): payload_of(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [payload_of(inner) for inner in value]
    return value
