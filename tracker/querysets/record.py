"""Which labelled records a reader gets, and how a list of them is read along their indexes."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Self, TypeVar

from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Q

from tracker import access

if TYPE_CHECKING:
    from tracker.access import Reader


M = TypeVar("M", bound=models.Model, covariant=True)


class SearchableQuerySet(models.QuerySet[M]):
    """Rows that can be found by words."""

    def matching(self, words: str) -> Self:
        """Narrow to rows that say these words: by full text where the noun has it, or by name."""
        names = {field.name for field in self.model._meta.fields}
        if "search" in names:
            return self.filter(search=SearchQuery(words, config="english", search_type="websearch"))
        name = "name" if "name" in names else "title"
        return self.filter(Q(**{f"{name}__icontains": words}) | Q(reference__iexact=words))


class RecordQuerySet(SearchableQuerySet[M]):
    """Rows that carry an owner and a TLP label."""

    def visible_to(self, user: Reader) -> Self:
        """Narrow to what a reader may see; every surface passes through here."""
        return self.filter(access.records_visible_to(user))

    def for_line(self) -> Self:
        """Fetch what naming a record takes."""
        return self

    def among_first(self, user: Reader, number: int, *, backwards: bool = False) -> Self:
        """Narrow to the first visible rows, newest first or the other way round; one query.

        Each way to see a row is walked along its own index, as far as is asked for and no further,
        however many rows that are not for this reader lie between.
        """
        firsts = [
            self.filter(way).order_by(*steps_along(column, backwards)).values_list("id")[:number]
            for column, way in access.ways_to_see(user)
        ]
        merged = firsts[0].union(*firsts[1:]).order_by(*steps_along("", backwards))
        return self.filter(pk__in=[key for (key,) in merged[:number]])

    def labelled(self, *labels: str) -> Self:
        """Narrow to the rows that bear one of these labels at this instant."""
        return self.filter(access.labelled(labels))

    @staticmethod
    def visible_then(user: Reader, now: datetime.datetime | None = None) -> Q:
        """Return the past versions, kept as events, whose label then admitted a reader.

        `now` is the instant for which their embargoes are asked about; this one if none is given.
        """
        return access.records_visible_to(user, key="pgh_obj", now=now)


def steps_along(column: str, backwards: bool) -> list[str]:
    """Return the order of the index on a column and the key, newest first, or backwards."""
    if backwards:
        return [f"-{column}", "id"] if column else ["id"]
    return [column, "-id"] if column else ["-id"]
