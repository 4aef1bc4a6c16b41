"""Bringing the tables up to date, as the account that owns them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from tracker.privileges.owner import OWNER, signed_in_as_owner


class Command(migrate.Command):
    """Django's own command; it signs in as the owner by itself."""

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare Django's arguments, with the owner's database as the one that is meant."""
        super().add_arguments(parser)
        parser.set_defaults(database=OWNER)

    def execute(self, *arguments: Any, **options: Any) -> str | None:
        """Check and migrate; what the web role may do afterwards is granted by tracker.apps."""
        try:
            with signed_in_as_owner():
                refuse_a_database_in_between(connections[OWNER])
                return super().execute(*arguments, **{**options, "database": OWNER})
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error


def refuse_a_database_in_between(connection: BaseDatabaseWrapper) -> None:
    """Refuse one that ran some of the migrations that are a single one by now, but not all.

    Django would leave that one out and trip over whatever builds on it.
    """
    ran = MigrationRecorder(connection).applied_migrations()
    for migration in MigrationLoader(None).replacements.values():
        missing = [name for name in migration.replaces if name not in ran]
        if missing and len(missing) < len(migration.replaces):
            raise CommandError(
                f"This database was made by an earlier version and stopped before its migration "
                f"{'.'.join(missing[0])}, which is part of {migration} now. Migrate it with the "
                "last version that has that file, then with this one; a demonstration can start "
                "anew with `manage.py db reset`."
            )
