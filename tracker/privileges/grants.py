"""What the web role may do, granted anew after every migration.

It reads everything and writes the tables in which people work; to the logs among them it only adds.
The history (event tables, the chain over them) and the list of migrations it only reads: the history
is written by the owner's functions.
"""

from __future__ import annotations

from typing import Any

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

from tracker.chain.tables import guard_history, history_tables
from tracker.embedded.base import DatabaseWrapper as EmbeddedDatabase
from tracker.privileges.functions import grant_functions, harden_functions
from tracker.privileges.owner import web_role

# Tables that only the owner writes, beside the event tables.
OWNERS_TABLES = (
    "django_migrations",
    "pghistory_context",
    "tracker_seal",
    "tracker_sealqueue",
    "tracker_sealshape",
)
# What is written once: the web role adds rows, and changes or removes none.
WRITTEN_ONCE = ("tracker_reading", "tracker_redaction")
TABLES = """
    SELECT relname FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
    ORDER BY relname
"""
SEQUENCES_OF = """
    SELECT s.relname FROM pg_class s
    JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
    JOIN pg_class t ON t.oid = d.refobjid
    WHERE s.relkind = 'S' AND s.relnamespace = current_schema()::regnamespace AND t.relname = ANY (%s)
    ORDER BY s.relname
"""


def grant_to_web_role(using: str) -> None:
    """Give the web role what it needs and take the rest; in one step, so that no reader notices."""
    connection = connections[using]
    if connection.settings_dict["USER"] == web_role():
        return  # it owns nothing, so it has nothing to give
    if isinstance(connection, EmbeddedDatabase):
        connection.make_web_role()
    with transaction.atomic(using), connection.cursor() as cursor:
        # Two at once would update the same rows of the catalog, and one of them would fail.
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('tracker.privileges'))")
        guard_history(cursor)
        grant_tables(cursor)
        harden_functions(cursor)
        grant_functions(cursor)


def grant_tables(cursor: CursorWrapper) -> None:
    """Grant reading on all tables, writing on those that are no history."""
    cursor.execute("SELECT current_schema()")
    schema = cursor.fetchone()[0]
    kept = {*OWNERS_TABLES, *history_tables(cursor)}
    cursor.execute(TABLES)
    work = [name for (name,) in cursor.fetchall() if name not in kept]
    once = [name for name in work if name in WRITTEN_ONCE]
    cursor.execute(SEQUENCES_OF, [work])
    sequences = [name for (name,) in cursor.fetchall()]
    for statement in (
        # A function or table of the web role's own could take the place of one of ours.
        "REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {role}",
        "GRANT USAGE ON SCHEMA {schema} TO {role}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM PUBLIC, {role}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role}",
        "GRANT INSERT, UPDATE, DELETE ON {work} TO {role}" if work else "",
        "REVOKE UPDATE, DELETE ON {once} FROM {role}" if once else "",
        "REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM PUBLIC, {role}",
        "GRANT USAGE, SELECT ON SEQUENCE {sequences} TO {role}" if sequences else "",
    ):
        if statement:
            cursor.execute(
                filled(statement, schema=schema, work=work, once=once, sequences=sequences)
            )


def filled(statement: str, schema: str, **names: list[str]) -> sql.Composed:
    """Return a statement with the role and with names in that schema, all quoted."""
    lists: dict[str, Any] = {
        key: sql.SQL(", ").join(sql.Identifier(schema, name) for name in found)
        for key, found in names.items()
    }
    return sql.SQL(statement).format(
        schema=sql.Identifier(schema), role=sql.Identifier(web_role()), **lists
    )
