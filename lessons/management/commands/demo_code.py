"""What a demonstration account's authenticator app would show now."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lessons.demo.second_factor import code_now, seconds_left, signatories


class Command(BaseCommand):
    """Print the present code of a signatory."""

    help = "Prints the code that signing in and signing ask a demonstration signatory for."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare whose code."""
        parser.add_argument("account", choices=signatories())

    def handle(self, *, account: str, **_: Any) -> None:
        """Print the code, and for how long it holds; each works once."""
        try:
            code = code_now(settings.STATE_DIR, account)
        except FileNotFoundError:
            raise CommandError("There is no demonstration here yet: manage.py demo") from None
        self.stdout.write(f"{code}  (for {seconds_left()} more seconds; each code works once)")
