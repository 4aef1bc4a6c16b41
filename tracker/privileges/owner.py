"""Which of the two database accounts a command signs in as."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import DEFAULT_DB_ALIAS, connections

OWNER = "owner"


def web_role() -> str:
    """Return the name of the account that the web process and the jobs sign in as."""
    return str(connections.settings[DEFAULT_DB_ALIAS].get("USER") or "")


def owner_or_default() -> str:
    """Return the alias with the most rights that this process has an address for."""
    return OWNER if OWNER in connections.settings else DEFAULT_DB_ALIAS


def require_owner() -> None:
    """Refuse to make tables without an owner who is another account than the web process's."""
    if OWNER not in connections.settings:
        raise ImproperlyConfigured(
            "Tables belong to an account of their own, and DATABASE_OWNER_URL, its address, is not "
            "set. docs/database.md has the SQL that makes both accounts."
        )
    if not web_role() or web_role() == connections.settings[OWNER].get("USER"):
        raise ImproperlyConfigured(
            "DATABASE_URL and DATABASE_OWNER_URL must name two different accounts: the one that "
            "serves must not own the tables. docs/database.md has the SQL that makes both."
        )


@contextmanager
def signed_in_as_owner() -> Iterator[None]:
    """Let everything in this block that names no database go through the owner's connection.

    So migrations that write rows, by whichever alias, stay in one transaction.
    """
    require_owner()
    usual = connections[DEFAULT_DB_ALIAS]
    connections[DEFAULT_DB_ALIAS] = connections[OWNER]
    try:
        yield
    finally:
        connections[DEFAULT_DB_ALIAS] = usual
