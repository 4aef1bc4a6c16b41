"""The worker's own command in the tests' database; run by conftest.py with the database's name."""

from __future__ import annotations

import os
import sys

import django
from django.conf import settings


def main(database: str) -> None:
    """Work until stopped or killed."""
    for one in settings.DATABASES.values():
        one["NAME"] = database
    if "TESTS_EMAIL_BACKEND" in os.environ:
        settings.EMAIL_BACKEND = os.environ["TESTS_EMAIL_BACKEND"]
    django.setup()
    from django.core.management import call_command

    import tests.jobs.tasks  # noqa: F401

    call_command("worker")


if __name__ == "__main__":
    main(sys.argv[1])
