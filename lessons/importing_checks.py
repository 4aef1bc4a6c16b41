"""Results of checks from a file: all of it or nothing, again without change, each refusal named."""

from __future__ import annotations

import csv
import datetime
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from lessons.check_transitions import known_result, record_result
from lessons.models import Check
from tracker.access import REFUSING, Refusal, words_of
from tracker.models import SystemVersion, User
from tracker.recording import lock

NEEDED = ("check", "external_id", "value", "ran_at", "version")


class Refused(Refusal):
    """Something in a file can't be taken; nothing of it was."""


def read(text: str) -> list[Mapping[str, Any]]:
    """Return the rows of a JSON list of objects, or of CSV with a line of names."""
    if not text.lstrip().startswith("["):
        return list(csv.DictReader(io.StringIO(text)))
    try:
        rows = json.loads(text)
    except ValueError as error:
        raise Refused(f"This is no JSON: {error}.") from error
    if not all(isinstance(row, dict) for row in rows):
        raise Refused("A JSON file is a list of objects, one for each result.")
    return list(rows)


def import_results(rows: Sequence[Mapping[str, Any]], *, by: User) -> int:
    """Record every row, or none and say which is refused and why; return how many are new."""
    new = 0
    with transaction.atomic():
        for number, row in enumerate(rows, start=1):
            try:
                new += import_row(row, by)
            except REFUSING as error:
                raise Refused(f"Row {number}: {words_of(error)}") from error
    return new


def import_row(row: Mapping[str, Any], by: User) -> bool:
    """Record one row; return whether it is new."""
    missing = [name for name in NEEDED if row.get(name) in (None, "")]
    if missing:
        raise Refused(f"{', '.join(missing)} is missing.")
    check = Check.objects.visible_to(by).filter(reference=row["check"]).first()
    if check is None:
        raise Refused(f"There is no check {row['check']}.")
    # Nobody else records a result of it until this one is in.
    check = lock(check)
    key = str(row["external_id"])
    is_new = known_result(check, key) is None
    record_result(
        check,
        by=by,
        value=str(row["value"]),
        ran_at=instant_of(str(row["ran_at"])),
        version=version_of(check, str(row["version"])),
        external_id=key,
        source_url=str(row.get("source_url") or ""),
    )
    return is_new


def instant_of(text: str) -> datetime.datetime:
    """Return an instant written as ISO 8601 with its zone."""
    try:
        found = parse_datetime(text)
    except ValueError:
        found = None
    if found is None or timezone.is_naive(found):
        raise Refused("ran_at is an instant with its zone, such as 2026-11-01T10:00:00Z.")
    return found


def version_of(check: Check, label: str) -> SystemVersion:
    """Return the version of a check's system that has a label."""
    found: SystemVersion | None = check.system.versions.filter(label=label).first()
    if found is None:
        raise Refused(f"{check.system} has no version {label}.")
    return found
