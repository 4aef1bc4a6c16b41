"""Taking from storage what a killed process left there."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from reviews.editing.removal import sweep_removed_files


class Command(BaseCommand):
    """Remove the files of evidence that was removed."""

    help = "Removes the files of evidence that was removed, where a killed process left one."

    def handle(self, **options: Any) -> None:
        """Remove them and say how many there were."""
        self.stdout.write(f"{sweep_removed_files()} files removed.")
