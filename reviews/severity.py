"""How bad something is: as its worst finding, of those that may be known."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from reviews.models import CycleItem, Finding
from tracker.access import labelled
from tracker.due_dates import due_on
from tracker.states import SEVERITIES, SHARED_LABELS, Severity


def worst_of(findings: Any) -> str:
    """Return the highest severity of findings that tell of something bad; medium where none does."""
    rows = findings.filter(is_positive=False).order_by()
    found = set(rows.values_list("severity", flat=True))
    return next((one for one in SEVERITIES if one in found), Severity.MEDIUM)


def due_of_condition(item: CycleItem) -> datetime.date:
    """Return the day that the policy gives a condition on an item, by what its reviews found."""
    shared = Finding.objects.filter(labelled(SHARED_LABELS), review__item=item)
    return due_on(worst_of(shared), timezone.localdate())
