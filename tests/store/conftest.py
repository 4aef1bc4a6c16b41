"""Real connections as either account, beside the one that Django holds for a test."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from django.db import connections

from tracker.chain.sealing import count_waiting, seal_history


def sign_in(alias: str) -> psycopg.Connection[Any]:
    """Sign in as an account, as any program could that knows its address."""
    given = connections[alias].get_connection_params()
    address = {
        key: given[key] for key in ("host", "port", "user", "password", "dbname") if given.get(key)
    }
    return psycopg.connect(**address)


def seal_everything(batch: int = 1000) -> int:
    """Seal all that waits; return how many events.

    Whatever else runs in the same server for a moment (autovacuum, another test run) holds sealing back.
    """
    deadline, sealed = time.monotonic() + 30, 0
    while count_waiting():
        assert time.monotonic() < deadline, "a transaction of somebody else runs for long"
        sealed += sum(seal_history(batch))
    return sealed


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
