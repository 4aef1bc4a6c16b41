"""Writing a report to the standard output or to a file, as one reader or as the public."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.core.management.base import BaseCommand, CommandError, CommandParser

from lessons.reports.best_practices import build_best_practices
from lessons.reports.filters import ReportFilter
from lessons.reports.render import FORMATS
from tracker.models import User

if TYPE_CHECKING:
    from tracker.access import Reader

FILTERS = ("tag", "system", "organization", "from", "to", "by")


class Command(BaseCommand):
    """Write a report."""

    help = "Writes a report: what the public may read, or what one account may."

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare one subcommand for each report."""
        reports = parser.add_subparsers(dest="report", required=True)
        one = reports.add_parser(
            "best-practices", help="what is published and what stands behind it"
        )
        one.add_argument("--format", default="md", help=f"{', '.join(FORMATS)}; md if left out")
        one.add_argument("--as", dest="reader", metavar="USERNAME", help="the public if left out")
        one.add_argument("--tag", metavar="SCHEME:CODE")
        one.add_argument("--system", metavar="REFERENCE")
        one.add_argument("--organization", metavar="CODE")
        one.add_argument("--from", metavar="DATE", help="published on this day or later")
        one.add_argument("--to", metavar="DATE", help="published on this day or before")
        one.add_argument("--by", metavar="GROUPING", help="tag or system")
        one.add_argument(
            "--output", type=Path, metavar="FILE", help="the standard output if left out"
        )

    def handle(self, **options: Any) -> None:
        """Write the report that was asked for."""
        chosen = FORMATS.get(options["format"])
        if chosen is None:
            raise CommandError(
                f"There is no format {options['format']!r}; choose one of {', '.join(FORMATS)}."
            )
        reader = find_reader(options["reader"])
        given = {name: options[name] for name in FILTERS if options.get(name)}
        filters = ReportFilter(given, reader)
        if not filters.is_valid():
            raise CommandError("\n".join(_sentences(filters)))
        self._write(chosen.write(build_best_practices(reader, filters), None), options["output"])

    def _write(self, text: str, output: Path | None) -> None:
        if output is None:
            self.stdout.write(text, ending="")
            return
        try:
            output.write_text(text, encoding="utf-8", newline="")
        except OSError as error:
            raise CommandError(f"{output} can't be written: {error.strerror}.") from error
        self.stderr.write(f"Wrote {output}.")


def find_reader(username: str | None) -> Reader:
    """Return the account to read as, or the public."""
    if username is None:
        return AnonymousUser()
    user: User | None = User.objects.filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no account named {username!r}.")
    if not user.is_active:
        raise CommandError(f"The account {username!r} is not active, so it may read nothing.")
    return user


def _sentences(filters: ReportFilter) -> list[str]:
    return [
        f"--{name} {filters.data[name]}: {error}" if name in filters.data else str(error)
        for name, errors in filters.errors.items()
        for error in errors
    ]
