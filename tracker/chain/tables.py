"""Which tables are history, and how each gets the triggers that keep and queue its events."""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper
from psycopg import sql

# Event tables are known by their key; so is what was redacted, which is history as well.
HISTORY_TABLES = """
    SELECT t.relname FROM pg_class t
    WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND EXISTS (
        SELECT FROM pg_attribute a
        WHERE a.attrelid = t.oid AND a.attname = 'pgh_id' AND NOT a.attisdropped
    )
    ORDER BY t.relname
"""
QUEUE, REFUSE = "history_queue_seal", "history_refuse_change"
TRIGGERS = {
    QUEUE: "CREATE TRIGGER {name} AFTER INSERT ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION tracker_seal_enqueue()",
    REFUSE: "CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION tracker_refuse_event_change()",
}
MISSING = """
    SELECT NOT EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = to_regclass(quote_ident(%s)) AND tgname = %s
    )
"""
# What a migration wrote before its table had the trigger waits as if it were written now.
QUEUE_WHAT_IS_THERE = """
    INSERT INTO tracker_sealqueue (event_table, event_id, transaction)
    SELECT {name}, e.pgh_id, pg_current_xact_id()::text::bigint FROM {table} e ORDER BY e.pgh_id
"""


def history_tables(cursor: CursorWrapper) -> list[str]:
    """Return the tables that hold history, by name."""
    cursor.execute(HISTORY_TABLES)
    return [name for (name,) in cursor.fetchall()]


def guard_history(cursor: CursorWrapper) -> None:
    """Give each history table its two triggers, where one is missing: as the owner, any number of times."""
    cursor.execute("SELECT to_regproc('tracker_seal_enqueue') IS NOT NULL")
    if not cursor.fetchone()[0]:
        return  # the migration that makes it is still to come
    for table in history_tables(cursor):
        for trigger, words in TRIGGERS.items():
            cursor.execute(MISSING, [table, trigger])
            if cursor.fetchone()[0]:
                add_trigger(cursor, table, trigger, words)


def add_trigger(cursor: CursorWrapper, table: str, trigger: str, words: str) -> None:
    """Add one trigger to a table, and queue what the table holds already."""
    names = {"table": sql.Identifier(table)}
    cursor.execute(sql.SQL(words).format(name=sql.Identifier(trigger), **names))
    if trigger == QUEUE:
        cursor.execute(sql.SQL(QUEUE_WHAT_IS_THERE).format(name=sql.Literal(table), **names))
