"""Whether the tables are what their events say: compared row by row, column by column, by the database."""

from __future__ import annotations

from django.db import connection, models

from tracker.history.events import columns
from tracker.history.tracking import event_models

# The last event of each row says what the row is, or that it is gone.
COMPARE = """
    WITH last AS (
        SELECT DISTINCT ON (pgh_obj_id) pgh_label, {columns} FROM {events}
        ORDER BY pgh_obj_id, pgh_id DESC
    ), said AS (
        SELECT {columns} FROM last WHERE pgh_label <> 'delete'
    )
    SELECT
        (SELECT count(*) FROM (SELECT {columns} FROM {table} EXCEPT ALL SELECT * FROM said) AS a),
        (SELECT count(*) FROM (SELECT * FROM said EXCEPT ALL SELECT {columns} FROM {table}) AS b)
"""


def rows_that_differ() -> dict[str, tuple[int, int]]:
    """Return, by table, how many rows no event accounts for, and how many events no row bears out."""
    found = {
        model._meta.db_table: compare(model, events) for model, events in event_models().items()
    }
    return {table: counts for table, counts in found.items() if counts != (0, 0)}


def compare(model: type[models.Model], events: type[models.Model]) -> tuple[int, int]:
    """Compare one table with its events."""
    names = ", ".join(f'"{one.column}"' for one in columns(events))
    query = COMPARE.format(columns=names, events=events._meta.db_table, table=model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(query)
        without_event, without_row = cursor.fetchone()
    return without_event, without_row
