"""Which vocabularies and tags a reader gets."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Q

from tracker import access

if TYPE_CHECKING:
    from tracker.access import Reader


class TaxonomyQuerySet(models.QuerySet[Any]):
    """Vocabularies."""

    def visible_to(self, user: Reader) -> Self:
        """Return every vocabulary to whoever signed in: their names say nothing of anyone's records."""
        return self.all() if user.is_authenticated and user.is_active else self.none()

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets: whoever signed in."""
        return Q() if user.is_authenticated and user.is_active else Q(pk__in=[])


class TagQuerySet(models.QuerySet[Any]):
    """Tags: public vocabularies, and free tags of one organization."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to the tags a reader may know of."""
        return self.filter(access.tags_visible_to(user))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, that a reader gets."""
        return access.tags_visible_to(user)

    def current(self) -> Self:
        """Narrow to the version of each scheme that new records are tagged with."""
        return self.filter(taxonomy__is_current=True)

    def named(self, *keys: str) -> Self:
        """Narrow to tags of these keys (`scheme:code`), in any version.

        Organizations may have coined the same key: ask for `visible_to` first.
        """
        wanted = Q(pk__in=[])
        for key in keys:
            scheme, _colon, code = key.partition(":")
            wanted |= Q(taxonomy__scheme=scheme, code=code)
        return self.filter(wanted)

    def for_list(self) -> Self:
        """Fetch what a tag's chip shows."""
        return self.select_related("taxonomy", "parent")
