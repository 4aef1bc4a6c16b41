"""How a place in someone else's JSON is read: what may be missing, and what is named when it is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tracker.strict_json import Unreadable, kind_of, step


@dataclass(frozen=True)
class Spot:
    """A value with its JSON path; null and missing are the same to whoever reads it."""

    value: Any
    path: str = "$"
    is_missing: bool = False

    def at(self, *keys: str) -> Spot:
        """Return what stands further in; through a null or a gap it is missing."""
        spot = self
        for key in keys:
            inner = spot.fields()
            spot = Spot(inner.get(key), step(spot.path, key), is_missing=key not in inner)
        return spot

    def fields(self) -> dict[str, Any]:
        """Return an object's fields."""
        if self.value is None:
            return {}
        if not isinstance(self.value, dict):
            raise self.wrong("an object")
        return self.value

    def items(self) -> list[Spot]:
        """Return a list's items."""
        if self.value is None:
            return []
        if not isinstance(self.value, list):
            raise self.wrong("a list")
        return [Spot(item, step(self.path, n)) for n, item in enumerate(self.value)]

    def one_or_more(self) -> list[Spot]:
        """Return a list's items; an object that stands alone is read as a list of one."""
        return [self] if isinstance(self.value, dict) else self.items()

    def text(self) -> str:
        """Return a text without the white space around it."""
        if self.value is None:
            return ""
        if not isinstance(self.value, str):
            raise self.wrong("text")
        return self.value.strip()

    def wrong(self, wanted: str) -> Unreadable:
        """Return the refusal of what stands here."""
        if self.is_missing:
            found = "missing"
        elif isinstance(self.value, str):
            found = f"“{self.value[:60]}”" if self.value.strip() else "empty"
        else:
            found = kind_of(self.value)
        return Unreadable(f"should be {wanted}, is {found}.", self.path)
