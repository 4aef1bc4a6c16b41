"""Which trigger functions run as the owner, and whose wish to skip triggers counts."""

from __future__ import annotations

from django.db.backends.utils import CursorWrapper
from psycopg import sql

# The functions that write an event table, found by the table they name.
WRITERS_OF_EVENTS = """
    SELECT DISTINCT n.nspname, f.proname
    FROM pg_proc f
    JOIN pg_namespace n ON n.oid = f.pronamespace
    JOIN pg_class e ON e.relnamespace = n.oid AND e.relkind = 'r'
    WHERE n.nspname = current_schema() AND f.prorettype = 'trigger'::regtype
        AND f.prosrc LIKE '%%INSERT INTO "' || e.relname || '"%%'
        AND EXISTS (
            SELECT FROM pg_attribute a
            WHERE a.attrelid = e.oid AND a.attname = 'pgh_id' AND NOT a.attisdropped
        )
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


def harden_functions(cursor: CursorWrapper) -> None:
    """Let the history's triggers write as the owner, and let no web session skip any trigger."""
    cursor.execute("SELECT current_schema()")
    schema = cursor.fetchone()[0]
    cursor.execute(WRITERS_OF_EVENTS, [])
    for where, name in cursor.fetchall():
        names = {"name": sql.Identifier(where, name), "schema": sql.Identifier(where)}
        cursor.execute(sql.SQL(AS_OWNER).format(**names))
    cursor.execute("SELECT to_regproc(%s)", [f'"{schema}".{IGNORE}'])
    if cursor.fetchone()[0] is not None:
        names = {"name": sql.Identifier(schema, IGNORE)}
        cursor.execute(sql.SQL(IGNORE_FOR_OWNERS).format(**names, schema=sql.Literal(schema)))
