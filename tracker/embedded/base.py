"""The Django database backend that starts its PostgreSQL with the first connection."""

from pathlib import Path
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base

from tracker.embedded.client import DatabaseClient
from tracker.embedded.places import PORT, find_place
from tracker.embedded.roles import make_web_role
from tracker.embedded.server import ensure_running, seems_running


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend over the server whose data is in the setting PGDATA."""

    client_class = DatabaseClient

    def __init__(self, settings_dict: dict[str, Any], *arguments: Any, **options: Any) -> None:
        super().__init__(settings_dict, *arguments, **options)
        if not settings_dict.get("PGDATA"):
            raise ImproperlyConfigured(
                "The database engine tracker.embedded needs the setting PGDATA: "
                "the directory for PostgreSQL's data."
            )
        self.place = find_place(Path(settings_dict["PGDATA"]))
        settings_dict["HOST"] = str(self.place.socket)
        settings_dict["PORT"] = PORT
        # Tests and copies of these settings change NAME; a new server gets the first one.
        settings_dict.setdefault("FIRST_NAME", settings_dict["NAME"])

    def start_server(self) -> bool:
        """Start the server unless it runs; tell whether that was needed."""
        return ensure_running(self.place, self.settings_dict["FIRST_NAME"])

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, starting the server before, or again after a crash that went unnoticed."""
        if not seems_running(self.place):
            self.start_server()
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            if not (self.start_server() or self.make_web_role()):
                raise
            return super().get_new_connection(conn_params)

    def make_web_role(self) -> bool:
        """Make the web role in data from before there was one; tell whether it was missing."""
        return make_web_role(self.place, self.settings_dict["FIRST_NAME"])
