"""The command-line client that belongs to the embedded server."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import client

from tracker.embedded.binaries import find_programs


class DatabaseClient(client.DatabaseClient):
    """Run the `psql` that came with the server, starting the server first."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        """Return the command with the full path of `psql`."""
        (name, *arguments), environment = super().settings_to_cmd_args_env(
            settings_dict, parameters
        )
        return [str(find_programs() / name), *arguments], environment

    def runshell(self, parameters: Iterable[str]) -> None:
        """Open the shell, once the server runs."""
        self.connection.ensure_connection()
        self.connection.close()
        super().runshell(parameters)
