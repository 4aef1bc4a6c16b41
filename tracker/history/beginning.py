"""Gives every row from before the events began a first one, so that version 1 can always be read back.

What a row was like before that nobody kept; the event says so by its label. Asked after every
migration: a table that is tracked only now has rows already.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.db import connections, models, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from tracker.history.events import columns
from tracker.history.tracking import BEGAN, event_models
from tracker.keys import new_key
from tracker.privileges.owner import web_role

FIRST_EVENTS = """
    INSERT INTO {events} (pgh_created_at, pgh_label, pgh_obj_id, pgh_context, {columns})
    SELECT clock_timestamp(), {began}, {key}, {context}, {columns} FROM {table} AS row
    WHERE NOT EXISTS (SELECT FROM {events} AS event WHERE event.pgh_obj_id = row.{key})
"""
COLUMNS = """
    SELECT table_name, array_agg(column_name::text) FROM information_schema.columns
    WHERE table_schema = current_schema() GROUP BY table_name
"""


def begin_history(using: str) -> int:
    """Write the first events that are missing, as the owner; return how many."""
    connection = connections[using]
    if connection.settings_dict["USER"] == web_role():
        return 0  # it writes no events
    context = json.dumps({"change": str(new_key()), "process": "migrate"})
    with transaction.atomic(using), connection.cursor() as cursor:
        return sum(first_events(cursor, *pair, context) for pair in tracked_tables(cursor))


def tracked_tables(
    cursor: CursorWrapper,
) -> Iterator[tuple[type[models.Model], type[models.Model]]]:
    """Yield the tracked models and their events, as far as a half migrated database has them."""
    cursor.execute(COLUMNS)
    there = {table: set(names) for table, names in cursor.fetchall()}
    for model, events in event_models().items():
        wanted = {one.column for one in columns(events)}
        if all(wanted <= there.get(one._meta.db_table, set()) for one in (model, events)):
            yield model, events


def first_events(
    cursor: CursorWrapper, model: type[models.Model], events: type[models.Model], context: str
) -> int:
    """Write the first events of one table; return how many."""
    key = model._meta.pk
    assert key is not None
    cursor.execute(
        sql.SQL(FIRST_EVENTS).format(
            events=sql.Identifier(events._meta.db_table),
            table=sql.Identifier(model._meta.db_table),
            columns=sql.SQL(", ").join(sql.Identifier(one.column) for one in columns(events)),
            key=sql.Identifier(str(key.column)),
            began=sql.Literal(BEGAN),
            context=sql.Literal(context) + sql.SQL("::jsonb"),
        )
    )
    written: int = cursor.rowcount
    return written
