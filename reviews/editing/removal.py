"""The only function that takes a file of evidence from storage; its hash and that of its name stay."""

from __future__ import annotations

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from reviews.models import Evidence
from tracker.keys import new_key
from tracker.models import Record, User
from tracker.protection import access
from tracker.protection.redactions import Act, Change, carry_out, check_reason, note
from tracker.protection.texts import MARK
from tracker.recording import change, lock, recorded

R = TypeVar("R", bound=Record)


@recorded("reviews.evidence.removed")
def remove_file(record: R, *, by: User, evidence: Evidence, cause: str, reason: str = "") -> R:
    """Remove a file under a record for good; the row stays, with the SHA-256 of its bytes."""
    record = lock(record)
    access.check_can_redact(by, record)
    evidence = lock(evidence)
    if evidence.under != record or not evidence.file:
        raise ValidationError({"evidence": f"This file is not under {record.reference}."})
    check_reason(cause, reason, None)
    act = Act(record, by, cause, reason.strip(), new_key())
    note(act, evidence, "file", evidence.sha256, b"", is_whole=True)
    name = Evidence._meta.get_field("file_name")
    carry_out(act, Change(evidence, name, MARK, is_whole=True))
    change(evidence, file="", removed_at=timezone.now())
    transaction.on_commit(sweep_removed_files)
    return record


def sweep_removed_files() -> int:
    """Take the files of removed evidence from storage; return how many.

    A process that was killed between the two leaves a file: the next removal takes it along, and so
    does the command `sweep_files`.
    """
    keys = Evidence.objects.filter(removed_at__isnull=False).values_list("pk", flat=True)
    left = [path for key in keys if default_storage.exists(path := f"evidence/{key}")]
    for path in left:
        default_storage.delete(path)
    return len(left)
