"""How many queries something asks; takes the callable, so that it can't be forgotten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext


def count_queries(ask: Callable[[], Any]) -> int:
    """Run something and return how many queries it took."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)
