"""Which databases can be brought up to date."""

from __future__ import annotations

import pytest
from django.core.management.base import CommandError
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder

from tracker.management.commands.migrate import refuse_a_database_in_between

LAST_OF_BEFORE = "0014_redact_history_of_any_type"


def test_a_database_that_stopped_between_migrations_that_are_one_now_is_refused(as_owner) -> None:
    owner = connections["owner"]
    refuse_a_database_in_between(owner)
    MigrationRecorder(owner).record_unapplied("tracker", LAST_OF_BEFORE)
    with pytest.raises(
        CommandError, match=f"tracker.{LAST_OF_BEFORE}, which is part of tracker.0001"
    ):
        refuse_a_database_in_between(owner)
