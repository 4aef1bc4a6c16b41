"""How many queries something asks; takes the callable, so that it can't be forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def count_queries(ask: Callable[[], Any]) -> int:
    """Run something and return how many queries it took."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


def queries_by_address(client: Any, addresses: Iterable[str]) -> dict[str, int]:
    """Return how many queries each address asks."""
    return {address: count_queries(partial(client.get, address)) for address in addresses}
