"""What every noun of the middle floor does when it is written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tracker.models import User


def set_many(record: Any, *, by: User, **relations: Iterable[Any] | None) -> None:
    """Replace the rows of many-to-many fields as far as the writer sees them; None leaves a field.

    A row that is not shared with the writer stays: nobody takes back what they can't see.
    """
    for name, rows in relations.items():
        if rows is not None:
            related = getattr(record, name)
            seen = related.model._default_manager.visible_to(by).values("pk")
            related.set([*rows, *related.exclude(pk__in=seen)])
