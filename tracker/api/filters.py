"""How lists are narrowed: by words and by what records name, never telling what is not shared."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Model, Q, QuerySet
from django_filters import CharFilter, MultipleChoiceFilter
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from rest_framework.exceptions import ValidationError

from tracker.api.fields import by_address, by_tag
from tracker.api.pagination import PAGING
from tracker.models import AISystem, Tag
from tracker.states import Label


class StrictFilterBackend(DjangoFilterBackend):
    """Filters a list, and refuses filters that do not exist: a mistyped one would return everything."""

    def filter_queryset(self, request: Any, queryset: QuerySet[Any], view: Any) -> Any:
        """Return the rows that the query parameters ask for."""
        filterset = self.get_filterset_class(view, queryset)
        known = set(filterset.base_filters) if filterset else set()
        unknown = sorted(set(request.query_params) - known - PAGING)
        if unknown:
            sentence = (
                f"There is no such filter; these exist: {', '.join(sorted(known)) or 'none'}."
            )
            raise ValidationError({name: [sentence] for name in unknown})
        return super().filter_queryset(request, queryset, view)


class SearchFilter(CharFilter):
    """Records that say these words, as the pages search."""

    def __init__(self, **kwargs: Any) -> None:
        help_text = 'Words to search; "a phrase", or, -without.'
        super().__init__(**{"help_text": help_text, "max_length": 200, **kwargs})

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Narrow to the records that say the words."""
        matching: Any = qs
        return matching.matching(value) if value else qs


class WordsFilter(CharFilter):
    """Every word stands in one of the fields named."""

    def __init__(self, *fields: str, **kwargs: Any) -> None:
        self.fields = fields
        super().__init__(**{"help_text": "Words that all occur.", "max_length": 200, **kwargs})

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Narrow to the rows in which all words occur."""
        words = [reduce(or_, (Q(**{f"{field}__icontains": word}) for field in self.fields))
                 for word in value.split()] if value else []  # fmt: skip
        return qs.filter(reduce(and_, words)) if words else qs


class NamedFilter(CharFilter):
    """Rows that name a record; one that is not shared finds nothing, as one that does not exist."""

    finder = staticmethod(by_address)
    parent: Any

    def __init__(self, model: type[Model], field_name: str, **kwargs: Any) -> None:
        self.named: Any = model
        super().__init__(field_name, **{"max_length": 200, **kwargs})

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        """Narrow to the rows that name the record, each once."""
        if not value:
            return qs
        rows = self.named._default_manager.visible_to(self.parent.request.user)
        found = self.finder([value], rows).values()
        naming = qs.model._default_manager.filter(**{f"{self.field_name}__in": list(found)})
        return qs.filter(pk__in=naming.values("pk"))


class TagFilter(NamedFilter):
    """Rows with a tag, named by `scheme:code` of the current version or by key."""

    finder = staticmethod(by_tag)

    def __init__(self, field_name: str = "tags", **kwargs: Any) -> None:
        help_text = "A tag as scheme:code, or its key."
        super().__init__(Tag, field_name, **{"help_text": help_text, **kwargs})


class SystemFilter(NamedFilter):
    """Rows about a system, named by its reference."""

    def __init__(self, field_name: str = "systems", **kwargs: Any) -> None:
        super().__init__(AISystem, field_name, **{"help_text": "A system's reference.", **kwargs})


class AnyOfFilter(MultipleChoiceFilter):
    """Rows in one of the states or kinds named; a choice sits on the row, so none is doubled."""

    def __init__(self, choices: Any, **kwargs: Any) -> None:
        super().__init__(**{"choices": choices, "distinct": False, **kwargs})


class LabelFilter(AnyOfFilter):
    """Rows that bear one of the TLP labels named, at this instant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(Label.choices, **kwargs)

    def filter(self, qs: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """Narrow to the rows with one of the labels."""
        rows: Any = qs
        return rows.labelled(*value) if value else qs


class OwnerFilter(CharFilter):
    """Rows of an organization, named by its code."""

    def __init__(self, field_name: str = "owner", **kwargs: Any) -> None:
        help_text = "An organization's code."
        super().__init__(f"{field_name}__code", **{"help_text": help_text, **kwargs})


__all__ = [
    "AnyOfFilter",
    "FilterSet",
    "LabelFilter",
    "NamedFilter",
    "OwnerFilter",
    "SearchFilter",
    "StrictFilterBackend",
    "SystemFilter",
    "TagFilter",
    "WordsFilter",
]
