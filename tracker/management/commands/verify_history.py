"""Walking the chain over the history: is everything as it was sealed?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from tracker.chain.files import NoHead, read_head, write_head
from tracker.chain.verifying import Verdict, verify_history
from tracker.models import Seal


class Command(BaseCommand):
    """Verify the history."""

    help = (
        "Walks the chain over the history, names the first broken link, and says what is not yet "
        "sealed. Ends with 1 when something is broken."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the two files."""
        parser.add_argument(
            "--export",
            type=Path,
            metavar="FILE",
            help="write the head, to keep outside this system",
        )
        parser.add_argument(
            "--against",
            type=Path,
            metavar="FILE",
            help="say whether a head that was exported earlier, here or by the other side, is in the chain",
        )

    def handle(self, *, export: Path | None, against: Path | None, **_: Any) -> None:
        """Walk, tell, and write the head."""
        try:
            theirs = read_head(against) if against else None
            with tqdm(total=Seal.objects.count(), unit=" links", disable=None) as bar:
                verdict = verify_history(bar.update, theirs)
            self.tell(verdict)
            if theirs and not verdict.against:
                self.stdout.write(f"The exported head, link {theirs.sequence}, is in this chain.")
            if export and verdict.holds:
                write_head(export, verdict)
                self.stdout.write(f"Wrote {export}.")
        except NoHead as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"{export} can't be written: {error.strerror}.") from error
        if not verdict.holds:
            raise CommandError("\n".join(filter(None, (verdict.fault, verdict.against))))

    def tell(self, verdict: Verdict) -> None:
        """Say how far the chain holds and what it does not cover yet."""
        self.stdout.write(
            f"{verdict.links} links hold; {verdict.waiting} events are not yet sealed."
        )
        if verdict.head:
            head = verdict.head
            self.stdout.write(f"Head: {head.hash}, sealed {head.sealed_at:%Y-%m-%d %H:%M:%S} UTC.")
