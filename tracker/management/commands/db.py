"""Looking after the database: stop, reset, psql, status and dump."""

import argparse
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import OperationalError, connections

from tracker.embedded import server
from tracker.embedded.base import DatabaseWrapper as EmbeddedDatabase
from tracker.embedded.processes import pid_in
from tracker.privileges.owner import owner_or_default


class Command(BaseCommand):
    """Look after the database, above all the embedded one."""

    help = "Looks after the database: stop, reset, psql, status, dump."
    # It must work when the rest of the project doesn't.
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare one subcommand for each thing to do."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        verbs.add_parser("stop", help="stop the embedded PostgreSQL")
        reset = verbs.add_parser("reset", help="throw away the embedded database with all in it")
        reset.add_argument("--yes", action="store_true", help="do not ask")
        psql = verbs.add_parser("psql", help="open an SQL shell")
        psql.add_argument(
            "arguments", nargs=argparse.REMAINDER, help="after `--`, passed on to psql"
        )
        verbs.add_parser("status", help="tell where the database is and whether it runs")
        dump = verbs.add_parser("dump", help="write everything as SQL that psql can read back")
        dump.add_argument("file", nargs="?", type=Path, help="the standard output if left out")

    def handle(self, *, verb: str, **options: Any) -> None:
        """Do what was asked."""
        try:
            getattr(self, verb)(**options)
        except (ImproperlyConfigured, OperationalError) as error:
            raise CommandError(str(error)) from error

    def stop(self, **_: Any) -> None:
        """Stop the embedded server."""
        stopped = server.stop(_embedded("stop").place)
        self.stdout.write(
            "PostgreSQL has stopped; whatever connects next starts it again."
            if stopped
            else "PostgreSQL was not running."
        )

    def reset(self, *, yes: bool, **_: Any) -> None:
        """Remove the embedded database, having asked."""
        place = _embedded("reset").place
        if not yes and not _confirm(
            f"Everything in {place.data} will be gone. Type 'yes' to go on: "
        ):
            raise CommandError("Nothing was removed.")
        server.reset(place)
        self.stdout.write("The database is gone. `manage.py migrate` makes an empty one.")

    def psql(self, *, arguments: list[str], **_: Any) -> None:
        """Open an SQL shell."""
        connection = connections[owner_or_default()]
        if arguments[:1] == ["--"]:
            arguments = arguments[1:]
        try:
            connection.client.runshell(arguments)
        except FileNotFoundError:
            raise _missing("psql") from None
        except subprocess.CalledProcessError as error:
            raise CommandError("psql ended with an error.", returncode=error.returncode) from error

    def status(self, **_: Any) -> None:
        """Tell about the database without starting it."""
        connection = connections[owner_or_default()]
        if not isinstance(connection, EmbeddedDatabase):
            with connection.cursor():
                version = ".".join(map(str, connection.get_database_version()))
            self.stdout.write(f"PostgreSQL {version} at DATABASE_URL answers.")
            return
        place = connection.place
        running = server.is_running(place)
        state = f"runs as process {pid_in(place.pid_file)}" if running else "is not running"
        self.stdout.write(f"The embedded PostgreSQL {state}.")
        self.stdout.write(f"Data:   {place.data}{'' if place.exists else ' (not made yet)'}")
        self.stdout.write(f"Socket: {place.socket}")
        self.stdout.write(f"Log:    {place.log}")

    def dump(self, *, file: Path | None, **_: Any) -> None:
        """Write the whole database as SQL, to a file only when it is whole."""
        connection = connections[owner_or_default()]
        if isinstance(connection, EmbeddedDatabase):
            connection.start_server()
        if file is None:
            _run_pg_dump([])
            return
        try:
            descriptor, draft = tempfile.mkstemp(
                prefix=f".{file.name}.", dir=file.absolute().parent
            )
        except OSError as error:
            raise CommandError(f"{file} could not be written: {error.strerror}.") from error
        os.close(descriptor)  # mode 0600: it holds what nobody else may read
        try:
            _run_pg_dump(["--file", draft])
            os.replace(draft, file)
        except BaseException:
            os.unlink(draft)
            raise
        self.stdout.write(f"Wrote {file}.")


def _embedded(verb: str) -> EmbeddedDatabase:
    connection = connections[owner_or_default()]
    if isinstance(connection, EmbeddedDatabase):
        return connection
    raise CommandError(
        f"DATABASE_URL names a PostgreSQL server that is not this project's to {verb}. "
        f"Unset it to {verb} the embedded one, or use that server's own tools."
    )


def _run_pg_dump(options: list[str]) -> None:
    """Run `pg_dump` with the connection that `psql` would have."""
    connection = connections[owner_or_default()]
    (psql, *arguments), environment = connection.client.settings_to_cmd_args_env(
        connection.settings_dict, ["--no-owner", "--no-privileges", *options]
    )
    program = str(Path(psql).with_name("pg_dump"))
    try:
        subprocess.run([program, *arguments], env={**os.environ, **(environment or {})}, check=True)
    except FileNotFoundError:
        raise _missing("pg_dump") from None
    except subprocess.CalledProcessError as error:
        raise CommandError("The dump failed: see above.", returncode=error.returncode) from error


def _missing(program: str) -> CommandError:
    return CommandError(
        f"{program} was not found. Install PostgreSQL's client programs "
        "(Debian: postgresql-client), of at least the server's version."
    )


def _confirm(question: str) -> bool:
    try:
        return input(question).strip().lower() == "yes"
    except EOFError:
        return False
