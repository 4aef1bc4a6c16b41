"""A migrated database is kept as a template, so that only a change of the migrations costs their time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.db import connections

PREFIX = "tracker_migrated_"
# What a migrated database depends on besides the migrations: what grants and triggers are made from.
FOLDERS = ("tracker", "reviews", "lessons")


def template_name() -> str:
    """Return the name of the template for the code and libraries as they are."""
    digest = hashlib.sha256()
    for path in sorted(files()):
        digest.update(path.read_bytes())
    for library in sorted(f"{one.name}{one.version}" for one in distributions()):
        digest.update(library.encode())
    return PREFIX + digest.hexdigest()[:20]


def files() -> Iterator[Path]:
    """Yield the migrations, and what migrating runs afterwards."""
    for folder in FOLDERS:
        yield from (settings.BASE_DIR / folder / "migrations").glob("*.py")
    for folder in ("privileges", "chain"):
        yield from (settings.BASE_DIR / "tracker" / folder).rglob("*.py")
        yield from (settings.BASE_DIR / "tracker" / folder).rglob("*.sql")


def start_from_template() -> None:
    """Let the test database be a copy of the template, where there is one."""
    owner = connections["owner"]
    with owner._nodb_cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template_name()])
        if cursor.fetchone():
            owner.settings_dict["TEST"]["TEMPLATE"] = template_name()


def keep_as_template() -> None:
    """Keep the test database, fresh from its migrations, and let older templates go."""
    owner = connections["owner"]
    made = owner.settings_dict["NAME"]
    if owner.settings_dict["TEST"].get("TEMPLATE"):
        return
    for connection in connections.all(initialized_only=True):
        connection.close()
    with owner._nodb_cursor() as cursor:
        # Workers that test side by side each migrate; the first to come keeps what it made.
        cursor.execute("SELECT pg_advisory_lock(hashtext(%s))", [PREFIX])
        cursor.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX])
        kept = {name for (name,) in cursor.fetchall()}
        if template_name() in kept:
            return
        for old in kept:
            cursor.execute(f'DROP DATABASE "{old}"')
        cursor.execute(f'CREATE DATABASE "{template_name()}" TEMPLATE "{made}"')
