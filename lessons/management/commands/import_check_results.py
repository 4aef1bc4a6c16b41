"""Importing results of checks, as a person or a pipeline does it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from lessons.importing_checks import Refused, import_results, read
from tracker.hidden_text import reveal
from tracker.models import User


class Command(BaseCommand):
    """Record the results of checks from a file or a stream."""

    help = (
        "Records results of checks from JSON (a list of objects) or CSV: check, external_id, value, "
        "ran_at, version, source_url. All of it goes in, or nothing; run it again without harm."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the file and who imports."""
        parser.add_argument("--as", required=True, metavar="USERNAME", dest="username")
        parser.add_argument("path", metavar="PATH", help="a file, or - for standard input")

    def handle(self, *, username: str, path: str, **options: Any) -> None:
        """Import and say how many results are new."""
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no account “{reveal(username)}”.")
        try:
            rows = read(sys.stdin.read() if path == "-" else Path(path).read_text())
            new = import_results(rows, by=user)
        except (OSError, UnicodeDecodeError, Refused) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(rows)} results read, {new} of them new.")
