"""What a link of the chain is made of, computed apart from the function that sealed it."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

# What stands before the first link.
NOTHING = bytes(32)


@dataclass(frozen=True)
class Link:
    """One link as it is stored, with the digest that its event has now (None where it is gone)."""

    sequence: int
    event_table: str
    event_id: int
    digest: bytes
    hash: bytes
    sealed_at: datetime.datetime
    digest_now: bytes | None

    def __str__(self) -> str:
        """Name the link and its event."""
        return f"link {self.sequence} (event {self.event_id} of {self.event_table})"

    def hash_after(self, before: bytes) -> bytes:
        """Return the hash the link must have after another."""
        instant = self.sealed_at.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        words = f"{self.event_table}:{self.event_id}:{instant}".encode()
        return hashlib.sha256(before + self.digest + words).digest()


def fault_of(link: Link, before: Link | None) -> str:
    """Say what is wrong with a link that comes after another; nothing if it holds."""
    expected = before.sequence + 1 if before else 1
    if link.sequence != expected:
        missing = (
            f"{expected}" if link.sequence == expected + 1 else f"{expected} to {link.sequence - 1}"
        )
        return f"{link} follows a hole: link {missing} was removed."
    if link.hash != link.hash_after(before.hash if before else NOTHING):
        return f"{link} does not follow from what is before it: links were changed or reordered."
    if link.digest_now is None:
        return f"{link}: the event was removed after it was sealed."
    if link.digest_now != link.digest:
        return f"{link}: the event was changed after it was sealed."
    return ""
