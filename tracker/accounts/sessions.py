"""Sessions that know whose they are, so that all of a person's can be ended at once."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db


class SessionStore(db.SessionStore):
    """Django's database sessions, with the account in a column of its own."""

    @classmethod
    def get_model_class(cls) -> Any:
        """Return the table of sessions."""
        from tracker.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """Return the row of a session, under the account that is signed in with it."""
        row: Any = super().create_model_instance(data)
        row.user_id = data.get(SESSION_KEY)
        return row
