"""What the web role tries against the history is refused; the same words work for the owner."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.db import connections
from psycopg import errors, sql

from tests.store.conftest import sign_in
from tracker.models import Reading
from tracker.privileges.grants import WRITTEN_ONCE
from tracker.triggers import append_only

WORDS = {
    "change an event": "UPDATE {events} SET pgh_label = 'x' WHERE false",
    "remove events": "DELETE FROM {events} WHERE false",
    "empty the table": "TRUNCATE {events}",
    "forge an event": "INSERT INTO {events} SELECT * FROM {events} WHERE false",
    "switch its triggers off": "ALTER TABLE {events} DISABLE TRIGGER USER",
    "drop the table": "DROP TABLE {events}",
    "switch the recording off": "ALTER TABLE tracker_organization DISABLE TRIGGER USER",
    "empty the records": "TRUNCATE tracker_organization CASCADE",
    "put a trigger in front": "CREATE TRIGGER mine BEFORE INSERT ON {events} FOR EACH ROW"
    " EXECUTE FUNCTION suppress_redundant_updates_trigger()",
    "play a replica": "SET session_replication_role = replica",
    "become the owner": "SET ROLE {owner}",
    "pass for the owner": "SET SESSION AUTHORIZATION {owner}",
    "forget a migration": "DELETE FROM django_migrations WHERE false",
    "seal by hand": "INSERT INTO tracker_seal SELECT * FROM tracker_seal WHERE false",
    "change a link": "UPDATE tracker_seal SET hash = '' WHERE false",
    "remove a link": "DELETE FROM tracker_seal WHERE false",
    "let an event wait for ever": "UPDATE tracker_sealqueue SET transaction = 0 WHERE false",
    "let an event not be sealed": "DELETE FROM tracker_sealqueue WHERE false",
    "cover less": "UPDATE tracker_sealshape SET columns = '{{}}' WHERE false",
    "say a text was redacted": "INSERT INTO tracker_redactedvalue"
    " SELECT * FROM tracker_redactedvalue WHERE false",
    "change who read it": "UPDATE tracker_reading SET surface = 'page' WHERE false",
    "forget who read it": "DELETE FROM tracker_reading WHERE false",
    "forget all who read": "TRUNCATE tracker_reading",
    "let the log be changed": "ALTER TABLE tracker_reading DISABLE TRIGGER USER",
    "let the log be forgotten": "DROP TRIGGER {append_only} ON tracker_reading",
    "change what was redacted": "UPDATE tracker_redaction SET field = '' WHERE false",
    "forget what was redacted": "DELETE FROM tracker_redaction WHERE false",
    "make a table": "CREATE TABLE public.mine (id int)",
    "make a function": "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "take the table over": "ALTER TABLE {events} OWNER TO {web}",
}
REPLACED = """
    CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RETURN NULL; END $$
"""


def filled(words: str) -> sql.Composed:
    return sql.SQL(words).format(
        events=sql.Identifier("tracker_organizationevent"),
        owner=sql.Identifier(connections["owner"].settings_dict["USER"]),
        web=sql.Identifier(connections["default"].settings_dict["USER"]),
        append_only=sql.Identifier(append_only("A reading").get_pgid(Reading)),  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_history_is_out_of_the_web_roles_reach(web, words) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        web.execute(filled(words))


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
def test_the_same_words_work_for_the_owner(owner, words) -> None:
    owner.execute(filled(words))


def trigger_functions(connection: psycopg.Connection[Any]) -> list[str]:
    found = connection.execute(
        "SELECT DISTINCT tgfoid::regproc::text FROM pg_trigger WHERE NOT tgisinternal"
    )
    return [str(name) for (name,) in found.fetchall()]


def test_no_trigger_function_can_be_replaced(web, owner) -> None:
    names = trigger_functions(owner)
    assert names
    for name in names:
        replace = sql.SQL(REPLACED).format(function=sql.Identifier("public", name))
        owner.execute(replace)
        with pytest.raises(errors.InsufficientPrivilege):
            web.execute(replace)
        web.rollback()


def test_the_web_role_owns_nothing(owner) -> None:
    owned = owner.execute(
        "SELECT relname FROM pg_class WHERE relowner = %s::regrole", [web_name()]
    ).fetchall()
    facts = owner.execute(
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"
        " FROM pg_roles WHERE rolname = %s",
        [web_name()],
    ).fetchone()
    belongs = owner.execute(
        "SELECT roleid::regrole::text FROM pg_auth_members WHERE member = %s::regrole", [web_name()]
    ).fetchall()
    assert (owned, facts, belongs) == ([], (False,) * 5, [])


def test_the_web_role_writes_exactly_the_tables_that_are_no_history(owner) -> None:
    granted = owner.execute(
        "SELECT c.relname, has_table_privilege(%s, c.oid, 'INSERT, UPDATE, DELETE'),"
        " has_table_privilege(%s, c.oid, 'SELECT'),"
        " has_table_privilege(%s, c.oid, 'TRUNCATE, TRIGGER, REFERENCES')"
        " FROM pg_class c WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
        [web_name()] * 3,
    ).fetchall()
    assert all(reads and not more for _, _, reads, more in granted)
    only_read = {name for name, writes, _, _ in granted if not writes}
    assert {name for name in only_read if not name.endswith("event")} == {
        "django_migrations",
        "pghistory_context",
        "tracker_redactedvalue",
        "tracker_seal",
        "tracker_sealqueue",
        "tracker_sealshape",
    }
    assert {name for name, *_ in granted if name.endswith("event")} <= only_read


def web_name() -> str:
    return str(connections["default"].settings_dict["USER"])


def test_the_web_role_only_adds_to_what_is_written_once(owner) -> None:
    for table in WRITTEN_ONCE:
        rights = owner.execute(
            "SELECT has_table_privilege(%(role)s, %(table)s, 'INSERT'),"
            " has_table_privilege(%(role)s, %(table)s, 'UPDATE, DELETE'),"
            " has_any_column_privilege(%(role)s, %(table)s, 'UPDATE')",
            {"role": web_name(), "table": table},
        ).fetchone()
        assert rights == (True, False, False)


def test_no_session_of_the_web_role_can_skip_a_trigger(db) -> None:
    skip = "SELECT set_config('pgtrigger.ignore', '{some_trigger}', true)"
    asks = "SELECT public._pgtrigger_should_ignore('some_trigger')"
    answers = {}
    for alias in ("default", "owner"):
        with sign_in(alias) as connection:
            connection.execute(skip)
            answers[alias] = connection.execute(asks).fetchone()
    assert answers == {"default": (False,), "owner": (True,)}


def test_tests_work_as_the_web_role(db) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT session_user, current_user, current_database()")
        name = web_name()
        assert cursor.fetchone() == (name, name, connections["owner"].settings_dict["NAME"])


ADD = (
    "INSERT INTO tracker_organization (id, code, name, kind)"
    " VALUES (gen_random_uuid(), 'NEW', 'New', 'partner')"
)
KEPT = "SELECT count(*) FROM public.tracker_organizationevent WHERE code = 'NEW'"


@pytest.mark.parametrize(
    "trick",
    [
        "SELECT 1",
        "SELECT set_config('pgtrigger.ignore', array_agg(tgname)::text, false) FROM pg_trigger",
        "CREATE TEMP TABLE tracker_organizationevent (LIKE public.tracker_organizationevent)",
        "SET search_path = pg_temp, public",
    ],
    ids=["none", "asking to be skipped", "a table of the same name", "another path"],
)
def test_what_the_web_role_writes_is_kept_whatever_it_sets_first(web, trick) -> None:
    web.execute(trick)
    web.execute(ADD.replace("tracker_organization", "public.tracker_organization"))
    assert web.execute(KEPT).fetchone() == (1,)
