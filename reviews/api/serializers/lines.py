"""How other records name a cycle, its series or an item of it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from tracker.access import is_partner, may_see
from tracker.api.shapes import Line


class CycleLine(Line):
    """A cycle; it is the partners'."""

    reference = serializers.CharField()
    title = serializers.CharField()

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader is a partner's."""
        return is_partner(user)


class SeriesLine(CycleLine):
    """A series of cycles; it is the partners'."""


class ItemLine(Line):
    """An item of a cycle."""

    reference = serializers.CharField()
    title = serializers.CharField(source="change")

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader is a partner's and may see the item's system."""
        return is_partner(user) and may_see(user, instance.system)
