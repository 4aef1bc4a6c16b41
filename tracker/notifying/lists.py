"""Which lists can be followed; the upper floor knows them all, the settings name its table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

from tracker.display import Text

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.views.filters import RecordFilter


@dataclass(frozen=True)
class ListOf:
    """A list that can be followed: its noun, its name for people, and the filters that a reader gets."""

    model: type[models.Model]
    title: Text
    filters: Callable[[Reader], type[RecordFilter]]

    def rows(self, reader: Reader) -> Any:
        """Return the rows that a reader may see."""
        manager: Any = self.model._default_manager
        return manager.visible_to(reader)


@cache
def all_lists() -> Mapping[str, ListOf]:
    """Return every list that can be followed, by the name of its address."""
    lists: Mapping[str, ListOf] = import_string(settings.TRACKER_LISTS)
    return lists
