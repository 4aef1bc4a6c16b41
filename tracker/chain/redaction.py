"""The one door through which a text leaves the history, its hash left in its place."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction

from tracker.history.tracking import event_models


def redact_history(
    record: models.Model, column: str, *, placeholder: str, by: models.Model, reason: str
) -> int:
    """Replace a text field of a record in all its events; return in how many it stood.

    The record itself is the caller's to edit, before or after: values that already are the
    placeholder stay. The hash of each text that goes is kept, so the chain still verifies; the
    redaction becomes history too. Errors: ValidationError for what is no text field of the history.
    """
    table = event_models()[type(record)]._meta.db_table
    given = [table, str(record.pk), column, placeholder, str(by.pk), reason]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT tracker_redact_history(%s, %s, %s, %s, %s, %s)", given)
            redacted: int = cursor.fetchone()[0]
    except IntegrityError as error:
        diagnosis = getattr(error.__cause__, "diag", None)
        raise ValidationError(getattr(diagnosis, "message_primary", None) or str(error)) from error
    return redacted
