"""How events become links of the chain, and at which link the chain stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from tracker.models import Seal, SealQueue

BATCH = 1000


@dataclass(frozen=True)
class Head:
    """The last link of a chain: whoever keeps it can tell later whether anything before it changed."""

    sequence: int
    hash: str
    sealed_at: datetime.datetime

    @property
    def short(self) -> str:
        """Return enough of the hash to tell two heads apart at a glance."""
        return self.hash[:16]


def seal_history(batch: int = BATCH) -> Iterator[int]:
    """Seal what can be sealed, yielding how many events each step sealed.

    Safe to run twice or at once: the second waits for the first, and no event is sealed twice.
    Events of transactions that overlap a running one wait for the next time.
    """
    while sealed := seal_some(batch):
        yield sealed
        if sealed < batch:
            return


def seal_some(at_most: int) -> int:
    """Seal the next events, in one transaction; return how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tracker_seal_history(%s)", [at_most])
        sealed: int = cursor.fetchone()[0]
    return sealed


def current_head() -> Head | None:
    """Return the last link, or None where nothing is sealed yet: one query."""
    last = Seal.objects.order_by("-sequence").first()
    return Head(last.sequence, bytes(last.hash).hex(), last.sealed_at) if last else None


def count_waiting() -> int:
    """Return how many events are not sealed yet."""
    return SealQueue.objects.count()
