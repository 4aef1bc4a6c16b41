"""Which head of the history a report was made at, and where that stands on what leaves."""

from __future__ import annotations

from typing import TypeVar

from django.http import HttpResponseBase

from tracker.chain.sealing import current_head

H = TypeVar("H", bound=HttpResponseBase)

# The header of every answer that is a report.
HEADER = "X-History-Head"


def head_now() -> str:
    """Return the hash of the last link, "" where nothing is sealed yet; ask before anything is read."""
    head = current_head()
    return head.hash if head else ""


def headed(response: H, head: str) -> H:
    """Write the head that a report was made at into its answer."""
    if head:
        response[HEADER] = head
    return response
