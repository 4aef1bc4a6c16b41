"""What a reader is told about records that resemble one another: the record, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lessons.models import Recurrence
from lessons.similarity import explain, likeness_to, subject_of, view_of

if TYPE_CHECKING:
    from tracker.access import Reader


def why_alike(recurrence: Recurrence, reader: Reader) -> list[str]:
    """Return why a finding and a lesson are alike, a sentence each, compared as they are now."""
    view = view_of(reader)
    found = likeness_to(subject_of(recurrence.finding, reader), recurrence.lesson, view)
    return explain([found], view.lineage)[0].sentences if found else []
