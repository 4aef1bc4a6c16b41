"""Sealing the history: the job that makes links of what was written."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from tracker.chain.sealing import count_waiting, current_head, seal_history


class Command(BaseCommand):
    """Seal what is written and not yet sealed."""

    help = "Seals what was written into the chain over the history; safe to run at any time."

    def handle(self, **_: Any) -> None:
        """Seal, and say where the chain stands."""
        sealed = sum(seal_history())
        waiting, head = count_waiting(), current_head()
        stands = (
            f"the head is link {head.sequence}, {head.hash}" if head else "there is no link yet"
        )
        self.stdout.write(f"{sealed} events sealed, {waiting} wait; {stands}.")
