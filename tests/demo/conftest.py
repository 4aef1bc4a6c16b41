"""The whole demonstration, built once for all tests of this folder."""

from __future__ import annotations

import hashlib

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from lessons.demo.cast import usernames
from tracker.models import User


@pytest.fixture(scope="module")
def state_dir(tmp_path_factory, django_db_setup):
    """Keep the demonstration's password out of the checkout."""
    return tmp_path_factory.mktemp("state")


@pytest.fixture(scope="module")
def built(state_dir, django_db_blocker):
    """Build the demonstration as the command does; it is rolled back after the module."""
    from django.conf import settings

    before, settings.STATE_DIR = settings.STATE_DIR, state_dir
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", "--no-serve")
        yield
        transaction.set_rollback(True)
    settings.STATE_DIR = before


@pytest.fixture
def demo(built, db):
    """The built demonstration; what a test changes is taken back."""


@pytest.fixture
def people(demo):
    """The demonstration's accounts by name."""
    return {user.username: user for user in User.objects.filter(username__in=usernames())}


def contents() -> dict[str, tuple[int, str]]:
    """Return the number of rows and a digest of each table."""
    return {table: digest_of(table) for table in connection.introspection.table_names()}


def digest_of(table: str) -> tuple[int, str]:
    """Return the number of rows of a table and what they add up to."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" t')
        rows = sorted(row for (row,) in cursor.fetchall())
    return len(rows), hashlib.sha256("\n".join(rows).encode()).hexdigest()
