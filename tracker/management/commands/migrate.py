"""Bringing the tables up to date, as the account that owns them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import migrate

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
                return super().execute(*arguments, **{**options, "database": OWNER})
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
