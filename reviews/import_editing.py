"""The only functions that write what an import brings, and leave alone what people edited since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from reviews import access
from reviews.editing import capture_observation, edit_observation
from reviews.models import ImportedRecord
from tracker.access import judge
from tracker.models import AISystem, Redaction, Tag, User
from tracker.recording import lock, recorded


@dataclass(frozen=True)
class SourceFile:
    """A file as it was read: its bytes, what they say, what to look out for."""

    format: str
    source_id: str
    name: str
    raw: bytes
    sha256: str
    payload: Any
    warnings: list[str]


@dataclass(frozen=True)
class Content:
    """What an import takes over into an observation."""

    fields: dict[str, Any]
    systems: list[AISystem]
    tags: list[Tag]

    def written(self) -> dict[str, Any]:
        """Return it as it is remembered, to tell later what people edited."""
        return remembered(self.fields, self.systems, self.tags)


def remembered(fields: dict[str, Any], systems: list[AISystem], tags: list[Tag]) -> dict[str, Any]:
    """Return values as JSON keeps them, rows as their keys."""
    plain = {
        name: list(value) if isinstance(value, list) else str(value)
        for name, value in fields.items()
    }
    return plain | {"systems": keys_of(systems), "tags": keys_of(tags)}


def keys_of(rows: list[Any]) -> list[str]:
    """Return the keys of rows in one order."""
    return sorted(str(row.pk) for row in rows)


@recorded("reviews.observation.imported")
def import_observation(*, by: User, file: SourceFile, content: Content) -> ImportedRecord:
    """Capture an observation from a file that was not imported before."""
    observation = capture_observation(
        by=by, systems=content.systems, tags=content.tags, **content.fields
    )
    imported = ImportedRecord(
        owner=observation.owner,
        format=file.format,
        source_id=file.source_id,
        observation=observation,
        file_name=file.name,
        raw=file.raw,
        sha256=file.sha256,
        payload=file.payload,
        warnings=file.warnings,
        written=content.written(),
        imported_by=by,
    )
    imported.save(force_insert=True)
    return imported


@recorded("reviews.observation.reimported")
def reimport_observation(
    imported: ImportedRecord, *, by: User, file: SourceFile, content: Content
) -> bool:
    """Bring an observation up to its file, except for what people edited; say whether that changed it.

    A field whose value is not what the last import wrote was edited. What people dismissed or
    marked as a duplicate is settled: the newer file is kept beside it, the observation stays.
    """
    access.check_can_capture_observation(by)
    imported, observation = lock(imported), lock(imported.observation)
    systems, tags = list(observation.systems.all()), list(observation.tags.for_list())
    content = fit(content, systems, tags, by)
    fresh = content.written()
    present = remembered(
        {name: getattr(observation, name) for name in content.fields}, systems, tags
    )
    stale = [
        name
        for name in fresh
        if present[name] != fresh[name] and present[name] == imported.written.get(name)
    ]
    is_new = bool(stale) or (imported.sha256, imported.warnings) != (file.sha256, file.warnings)
    if is_new and Redaction.objects.of(observation).exists():
        return False  # the file still says what was redacted; nothing brings that back
    if stale and not judge(access.check_can_edit_observation, by, observation):
        stale = []
    if stale:
        values = content.fields | {"systems": content.systems, "tags": content.tags}
        edit_observation(observation, by=by, **{name: values[name] for name in stale})
    renewed = renew(imported, by, file, imported.written | {name: fresh[name] for name in stale})
    return bool(stale) or renewed


def fit(content: Content, systems: list[AISystem], tags: list[Tag], by: User) -> Content:
    """Keep what another import of the same record can't know better.

    A tag stays of the version it was given in, and a system that this person may not see stays.
    """
    given = {(tag.taxonomy.scheme, tag.code): tag for tag in tags}
    kept = [given.get((tag.taxonomy.scheme, tag.code), tag) for tag in content.tags]
    others = {system.pk for system in systems} - {system.pk for system in content.systems}
    if others:
        visible = AISystem.objects.visible_to(by).filter(pk__in=others)
        others -= set(visible.values_list("pk", flat=True))
    unseen = [system for system in systems if system.pk in others]
    return Content(content.fields, [*content.systems, *unseen], kept)


def renew(imported: ImportedRecord, by: User, file: SourceFile, written: dict[str, Any]) -> bool:
    """Keep the newer file and what was taken over from it; say whether anything is new."""
    values: dict[str, Any] = {"warnings": file.warnings, "written": written}
    # JSON columns round numbers their own way, so bytes are compared and not payloads.
    if imported.sha256 != file.sha256:
        values |= {"raw": file.raw, "sha256": file.sha256, "payload": file.payload}
        values["file_name"] = file.name
    changed = {name: value for name, value in values.items() if getattr(imported, name) != value}
    if not changed:
        return False
    changed |= {"imported_at": timezone.now(), "imported_by": by}
    for name, value in changed.items():
        setattr(imported, name, value)
    imported.save(update_fields=list(changed))
    return True


def find_imported(by: User, file: SourceFile) -> ImportedRecord | None:
    """Return what an earlier import made of the same record of the same organization."""
    found: ImportedRecord | None = (
        ImportedRecord.objects.filter(
            owner=by.organization, format=file.format, source_id=file.source_id
        )
        .select_related("observation")
        .first()
    )
    return found
