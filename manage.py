#!/usr/bin/env python
"""Run the project's commands."""

import os
import sys


def main() -> None:
    """Hand the command line to Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    from django.core.management import execute_from_command_line

    from tracker.recording import running

    with running(" ".join(["manage.py", *sys.argv[1:2]])):
        execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
