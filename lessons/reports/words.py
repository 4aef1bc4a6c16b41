"""How every format of a report says the same thing in a few words."""

from __future__ import annotations

from django.utils.translation import gettext as _

from lessons.reports.shape import Line, PracticeEntry
from tracker.states import Label


def notes(line: Line) -> str:
    """Return what stands in brackets behind a record: owner, system, state, label."""
    parts = [line.owner, line.about, line.state_name]
    parts.append("" if line.label == Label.CLEAR else line.label.label)
    return ", ".join(part for part in parts if part)


def signed(entry: PracticeEntry) -> list[str]:
    """Return who signed a practice, one organization each."""
    return [
        (f"{x.organization} ({x.signer})" if x.signer else x.organization)
        + (" " + _("[illustrative]") if x.is_illustrative else "")
        for x in entry.approvals
    ]
