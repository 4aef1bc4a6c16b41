"""After a test that really commits, every row is deleted; what Django writes after migrating stays."""

from __future__ import annotations

from typing import Any

from django.db import connections, transaction
from django.test import TransactionTestCase

# Django writes these after migrating, and would again after emptying all: half a second each time.
KEPT = {"django_migrations", "django_content_type", "auth_permission"}


def delete_instead_of_flushing() -> None:
    """Clean up after a test that really commits by deleting: emptying 200 tables takes a second."""
    setattr(TransactionTestCase, "_fixture_teardown", delete_all)  # noqa: B010  mypy sees a method


def delete_all(_case: Any) -> None:
    """Delete every row of the test database, past triggers and foreign keys, as the owner may."""
    owner = connections["owner"]
    with transaction.atomic("owner"), owner.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        for table in filled(cursor, set(owner.introspection.table_names(cursor)) - KEPT):
            cursor.execute(f'DELETE FROM "{table}"')


def filled(cursor: Any, tables: set[str]) -> list[str]:
    """Return which tables hold a row; one query for all."""
    asked = " UNION ALL ".join(
        f"(SELECT '{table}' FROM \"{table}\" LIMIT 1)" for table in sorted(tables)
    )
    cursor.execute(asked)
    return [name for (name,) in cursor.fetchall()]
