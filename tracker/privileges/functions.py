"""Which trigger functions run as the owner, and whose wish to skip triggers counts."""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper
from psycopg import sql

from tracker.chain.tables import history_tables
from tracker.privileges.owner import web_role

# The functions that write an event table, found by the table they name.
WRITERS_OF = """
    SELECT proname FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype
        AND prosrc ~ ('INSERT INTO "(' || %s || ')"')
    ORDER BY proname
"""
# A temporary table comes last: the web role could make one with an event table's name.
AS_OWNER = "ALTER FUNCTION {name}() SECURITY DEFINER SET search_path = {schema}, pg_temp"
# Every trigger of django-pgtrigger asks this function whether to do nothing, and it believes a
# setting of the session. Anyone can set that one, so it counts for those who own the triggers only.
IGNORE = "_pgtrigger_should_ignore"
IGNORE_FOR_OWNERS = """
    CREATE OR REPLACE FUNCTION {name}(trigger_name name) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp AS $$
        SELECT pg_has_role(session_user, (
            SELECT proowner FROM pg_proc
            WHERE proname = '_pgtrigger_should_ignore' AND pronamespace = {schema}::regnamespace
        ), 'MEMBER')
        AND trigger_name = ANY (
            coalesce(nullif(current_setting('pgtrigger.ignore', true), ''), '{{}}')::text[]
        )
    $$
"""

# Functions that run as the owner, which the web role calls: sealing, and the door of redaction.
DOORS = ("tracker_seal_history", "tracker_redact_history")


def harden_functions(cursor: CursorWrapper) -> None:
    """Let the history's triggers write as the owner, and let no web session skip any trigger."""
    cursor.execute("SELECT current_schema()")
    schema = cursor.fetchone()[0]
    cursor.execute(WRITERS_OF, ["|".join(history_tables(cursor))])
    for (name,) in cursor.fetchall():
        names = {"name": sql.Identifier(schema, name), "schema": sql.Identifier(schema)}
        cursor.execute(sql.SQL(AS_OWNER).format(**names))
    cursor.execute("SELECT to_regproc(%s)", [f'"{schema}".{IGNORE}'])
    if cursor.fetchone()[0] is not None:
        names = {"name": sql.Identifier(schema, IGNORE)}
        cursor.execute(sql.SQL(IGNORE_FOR_OWNERS).format(**names, schema=sql.Literal(schema)))


def grant_functions(cursor: CursorWrapper) -> None:
    """Let the web role, and nobody else but the owner, call what runs as the owner."""
    cursor.execute(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE proname = ANY (%s)"
        " AND pronamespace = current_schema()::regnamespace",
        [list(DOORS)],
    )
    for (signature,) in cursor.fetchall():
        cursor.execute(f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC")
        grant = sql.SQL("GRANT EXECUTE ON FUNCTION {} TO {}")
        cursor.execute(grant.format(sql.SQL(signature), sql.Identifier(web_role())))
