"""From an empty checkout to a served demonstration."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from lessons.demo import build, second_factor, server
from lessons.demo.cast import account_lines, usernames
from lessons.demo.password import read_password, set_passwords
from lessons.demo.worker import worker_beside
from tracker.chain.sealing import seal_history
from tracker.management.commands.migrate import refuse_a_database_in_between
from tracker.models import Tag
from tracker.upgrading import count_missing_migrations
from tracker.vocabularies.shipped import load_shipped_vocabularies

NEXT = """\
Three things to try
  1. Sign in as msft-signatory, with a code: a lesson waits on Home for Microsoft's signature.
  2. Sign in as oai-reviewer, open an observation and press “Start a review”.
  3. Open {address}reports/best-practices/ without signing in: what came out of it all."""


class Command(BaseCommand):
    """Build the demonstration where it is not built yet, and serve it."""

    help = (
        "Makes everything ready (database, migrations, vocabularies, demonstration records and "
        "accounts) and serves it. Safe to run again: it changes nothing that is there."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare where to serve, and whether."""
        parser.add_argument("--port", type=int, default=8000, help="where to serve (8000)")
        parser.add_argument("--host", default="127.0.0.1", help="on which address (127.0.0.1)")
        parser.add_argument("--no-serve", action="store_true", help="build it and stop")
        parser.add_argument(
            "--yes-this-database",
            action="store_true",
            help="put demonstration records into the database that DATABASE_URL names",
        )

    def handle(
        self, *, port: int, host: str, no_serve: bool, yes_this_database: bool, **_: Any
    ) -> None:
        """Check what can be wrong, build, tell how to sign in, serve."""
        refuse_a_real_database(yes_this_database)
        if not no_serve:
            refuse_a_taken_port(host, port)
        password = self.prepare()
        if no_serve:
            self.stdout.write(sign_in_words(password))
            self.stdout.write("\nServe it with `manage.py demo`.")
        else:
            self.serve(host, port, password)

    def prepare(self) -> str:
        """Make everything that is missing and return the accounts' password."""
        self.step("Database", start_database)
        self.step("Migrations", migrate)
        self.step("Vocabularies", load_vocabularies)
        password, is_new = read_password(settings.STATE_DIR)
        self.step("Records and accounts", lambda: build_records(password, is_new))
        second_factor.set_up(settings.STATE_DIR)
        self.step("History", seal)
        return password

    def step(self, name: str, work: Callable[[], str]) -> None:
        """Do one step, with a tick, what came of it and how long it took."""
        if self.stdout.isatty():
            self.stdout.write(f"  … {name}", ending="\r")
            self.stdout.flush()
        began = time.monotonic()
        try:
            result = work()
        except BaseException:
            self.stdout.write(f"  ✗ {name}")
            raise
        seconds = time.monotonic() - began
        self.stdout.write(f"  ✓ {name:<22} {result:<44} {seconds:5.1f} s")

    def serve(self, host: str, port: int, password: str) -> None:
        """Serve until somebody stops it; then say what keeps running."""
        # A passkey is bound to a name; an address is none.
        shown = "localhost" if host == "127.0.0.1" else f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{port}/"

        def ready() -> None:
            self.stdout.write(sign_in_words(password))
            self.stdout.write(f"\n{NEXT.format(address=address)}")
            self.stdout.write(f"\nServing at {address} (Ctrl-C stops it)")
            self.stdout.flush()

        try:
            refuse_a_taken_port(host, port)
            environment = {**environment_of(host), "TRACKER_ADDRESS": address}
            with worker_beside(environment):
                server.serve(host, port, environment, ready)
        except server.ServerFailed as failure:
            raise CommandError(str(failure)) from None
        self.stdout.write("\nThe server has stopped.")
        if not settings.DATABASE_URL:
            self.stdout.write("The database keeps running; `manage.py db stop` stops it.")


def refuse_a_real_database(sure: bool) -> None:
    """Refuse to mix demonstration records into a real installation by accident."""
    if settings.DATABASE_URL and not sure:
        raise CommandError(
            "DATABASE_URL names a real database, and the demonstration would put its accounts and "
            "records there. Unset it to use a database of its own, or add --yes-this-database."
        )


def refuse_a_taken_port(host: str, port: int) -> None:
    """Refuse a port that can't be had, before the long work and again before serving."""
    try:
        server.check_port(host, port)
    except server.ServerFailed as failure:
        raise CommandError(str(failure)) from None


def start_database() -> str:
    """Reach the database, which starts the embedded one."""
    connection.ensure_connection()
    return "at DATABASE_URL" if settings.DATABASE_URL else "PostgreSQL runs, on this machine only"


def migrate() -> str:
    """Bring the tables up to date."""
    refuse_a_database_in_between(connection)
    missing = count_missing_migrations()
    if missing:
        call_command("migrate", verbosity=0, interactive=False)
    return f"{missing} applied" if missing else "nothing to do"


def load_vocabularies() -> str:
    """Load the vocabularies that come with the project."""
    before = Tag.objects.count()
    load_shipped_vocabularies()
    added = Tag.objects.count() - before
    return f"{added} tags added" if added else "nothing to do"


def build_records(password: str, is_new: bool) -> str:
    """Build the demonstration, or leave what is there as people have made it."""
    if build.build(password):
        return f"{build.count_records()} records, {len(usernames())} accounts"
    if is_new:
        set_passwords(password)
        return "already here; a new password was set"
    return "nothing to do"


def seal() -> str:
    """Seal the history of what was just built, or written since."""
    sealed = sum(seal_history())
    return f"{sealed} events sealed" if sealed else "nothing to do"


def environment_of(host: str) -> dict[str, str]:
    """Return the settings under which the demonstration is served."""
    hosts = dict.fromkeys([*settings.ALLOWED_HOSTS, host])
    return {
        "TRACKER_DB_POOL": "1",
        "TRACKER_DEMONSTRATION": "1",
        "TRACKER_HTTPS": "0",
        "ALLOWED_HOSTS": ",".join(hosts),
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
        # Files are found in the sources; nobody need collect them first.
        "PYTHONWARNINGS": "ignore:No directory at",
    }


def sign_in_words(password: str) -> str:
    """Return the accounts and how to sign in with them."""
    accounts = "\n".join(f"  {name:<16} {what}" for name, what in account_lines())
    return (
        f"\nAccounts, all with the password  {password}\n{accounts}\n"
        f"The password is kept in {settings.STATE_DIR / 'demo-password'}.\n"
        f"Whoever signs is asked for a code as well; each works once, for half a minute:\n"
        + "\n".join(f"  uv run manage.py demo_code {name}" for name in second_factor.signatories())
    )
