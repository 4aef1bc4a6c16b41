"""Real connections as either account, beside the one that Django holds for a test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connections


def sign_in(alias: str) -> psycopg.Connection[Any]:
    """Sign in as an account, as any program could that knows its address."""
    given = connections[alias].get_connection_params()
    address = {
        key: given[key] for key in ("host", "port", "user", "password", "dbname") if given.get(key)
    }
    return psycopg.connect(**address)


@pytest.fixture
def web(db: None) -> Iterator[psycopg.Connection[Any]]:
    """The account of the web process."""
    with sign_in("default") as connection:
        yield connection
        connection.rollback()


@pytest.fixture
def owner(db: None) -> Iterator[psycopg.Connection[Any]]:
    """The account that owns the tables; what it does is taken back."""
    with sign_in("owner") as connection:
        yield connection
        connection.rollback()
