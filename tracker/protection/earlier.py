"""How words go from the earlier versions that history keeps: through the one door that it has."""

from __future__ import annotations

from typing import Any

from django.db import models

from tracker.chain.redaction import redact_history
from tracker.history.tracking import event_models
from tracker.protection.texts import MARK, text_fields


def versions_of(row: models.Model) -> list[dict[str, Any]]:
    """Return the texts of a row as they were in each of its versions; one query."""
    events = event_models()[type(row)].objects.filter(pgh_obj=row.pk)
    return list(events.values(*(field.name for field in text_fields(type(row)))))


def redact_earlier_versions(
    row: models.Model, field: models.Field[Any, Any], *, reason: str, by: models.Model
) -> int:
    """Let a field's text go from every version up to now; return from how many it went.

    The chain over history still verifies, since the hash of each text stays.
    """
    return redact_history(row, field.attname, placeholder=MARK, by=by, reason=reason)
