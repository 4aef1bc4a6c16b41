"""Importing evidence: files of others become observations, repeatably, whatever the files are like."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import InterfaceError, OperationalError, ProgrammingError
from tqdm import tqdm

from reviews import access
from reviews.importing.files import Found, find
from reviews.importing.report import report
from reviews.importing.run import FORMATS, Import, Outcome, Result
from tracker.access import Denied
from tracker.hidden_text import reveal
from tracker.models import User

# Where nobody watches, a run longer than this still says how far it is, every few seconds.
LONG_RUN = 100
UNMIGRATED = "The database's tables are not those of this version: run `manage.py migrate`."


class Command(BaseCommand):
    """Import evidence from files and folders as one person."""

    help = (
        "Imports records as observations. Each file goes in wholly or not at all; run it again to "
        "go on or to bring in what is new. What people edited since is left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the format, the paths and who imports."""
        parser.add_argument("--format", required=True, choices=sorted(FORMATS), dest="file_format")
        parser.add_argument("--as", required=True, metavar="USERNAME", dest="username")
        parser.add_argument("--dry-run", action="store_true", help="write nothing, say the same")
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder")

    def handle(
        self,
        *,
        file_format: str,
        username: str,
        dry_run: bool,
        paths: list[Path],
        **options: Any,
    ) -> None:
        """Read everything, say what became of it, and end with the counts."""
        found = find(existing(paths))
        user = importer(username)
        outcomes = [Outcome(path, Result.REFUSED, [why]) for path, why in found.closed]
        interrupted, unloaded = "", list[str]()
        try:
            run = Import(file_format, user, dry_run=dry_run)
            unloaded = run.unloaded
            for outcome in with_progress(run, found):
                outcomes.append(outcome)
        except (OperationalError, InterfaceError) as error:
            interrupted = f"The database went away: {first_line(error)}"
        except ProgrammingError as error:
            interrupted = f"{UNMIGRATED} ({first_line(error)})"
        except KeyboardInterrupt:
            interrupted = "Stopped."
        for line in report(found, outcomes, unloaded=unloaded, dry_run=dry_run):
            self.stdout.write(line)
        self.stdout.flush()
        end(outcomes, found, interrupted)


def existing(paths: list[Path]) -> list[Path]:
    """Return the paths, all of which must be there before anything is read."""
    for path in paths:
        if not os.path.lexists(path):
            raise CommandError(f"There is no file or folder {reveal(str(path))}.")
    return paths


def importer(username: str) -> User:
    """Return the person who imports, or say why there is none."""
    try:
        user: User | None = User.objects.filter(username=username).first()
    except OperationalError as error:
        raise CommandError(f"The database does not answer: {first_line(error)}") from None
    except ProgrammingError:
        raise CommandError(UNMIGRATED) from None
    if user is None:
        raise CommandError(f"There is no account “{reveal(username)}”.")
    try:
        access.check_can_capture_observation(user)
    except Denied as error:
        raise CommandError(f"{username} can't import: {error}") from None
    return user


def with_progress(run: Import, found: Found) -> Iterator[Outcome]:
    """Yield the outcomes with a bar on the error output where someone watches or waits long."""
    watched = sys.stderr.isatty()
    yield from tqdm(
        run.run(found.files),
        total=len(found.files),
        unit="file",
        disable=not watched and len(found.files) <= LONG_RUN,
        mininterval=0.1 if watched else 5,
        leave=False,
    )


def first_line(error: Exception) -> str:
    """Return the first line of a database's complaint as a sentence."""
    return str(error).strip().splitlines()[0].rstrip(".") + "." if str(error).strip() else ""


def end(outcomes: list[Outcome], found: Found, interrupted: str) -> None:
    """End with an error when something was refused or the run was cut short."""
    refused = sum(outcome.result is Result.REFUSED for outcome in outcomes)
    if interrupted:
        done = len(outcomes) - len(found.closed)
        raise CommandError(
            f"{interrupted} {done} of {len(found.files)} files were done, each wholly. "
            "Run the same command again: it goes on where this run ended."
        )
    if refused:
        raise CommandError(f"{refused} refused; each is named above with its reason.")
