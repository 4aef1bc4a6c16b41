"""How programs name other records in what they send: by reference, by key, or a tag by its code."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from tracker.keys import as_key

LONGEST_ADDRESS = 200

# From the reader, and the record a verb is on, to the rows to choose from: visible ones only.
Rows = Callable[[Any, Any], QuerySet[Any]]


def visible(model: type[Model]) -> Rows:
    """Return the rows of a noun that the reader may see."""
    manager: Any = model._default_manager
    return lambda user, _: manager.visible_to(user)


def by_address(values: Iterable[str], rows: QuerySet[Any]) -> dict[str, Any]:
    """Return the rows that values name: by reference where the noun has one, by key otherwise."""
    names = {field.name for field in rows.model._meta.get_fields()}
    if "reference" in names:
        return {row.reference: row for row in rows.filter(reference__in=values)}
    keys = {value: key for value in values if (key := as_key(value))}
    found = rows.in_bulk(list(keys.values()))
    return {value: found[key] for value, key in keys.items() if key in found}


def by_tag(values: Iterable[str], rows: Any) -> dict[str, Any]:
    """Return tags by key, which keeps an older version, or by `scheme:code` of the current one."""
    wanted = set(values)
    named = rows.current().named(*(value for value in wanted if ":" in value))
    tags = named | rows.filter(pk__in=[key for value in wanted if (key := as_key(value))])
    found = {
        name: tag for tag in tags.select_related("taxonomy") for name in (str(tag.pk), tag.key)
    }
    return {value: found[value] for value in wanted if value in found}


def by_code(values: Iterable[str], rows: QuerySet[Any]) -> dict[str, Any]:
    """Return organizations by their code."""
    return {row.code: row for row in rows.filter(code__in=values)}


Finder = Callable[[Iterable[str], QuerySet[Any]], dict[str, Any]]


class RecordsField(serializers.ListField):
    """Records that a program names; one it may not see is refused just as one that does not exist."""

    child = serializers.CharField(max_length=LONGEST_ADDRESS)

    def __init__(self, *, rows: Rows, finder: Finder = by_address, **kwargs: Any) -> None:
        self.rows, self.finder = rows, finder
        super().__init__(**{"max_length": 500, "write_only": True, **kwargs})

    def to_internal_value(self, data: Any) -> list[Any]:
        """Return the records, in the order named, with one query."""
        values = list(dict.fromkeys(super().to_internal_value(data)))
        found = self.finder(values, rows_of(self, self.rows)) if values else {}
        missing = [value for value in values if value not in found]
        if missing:
            raise serializers.ValidationError([unknown(value) for value in missing])
        return [found[value] for value in values]


@extend_schema_field({"type": "string", "maxLength": LONGEST_ADDRESS})
class RecordField(serializers.Field[Any, Any, Any, Any]):
    """One record that a program names, as in `RecordsField`."""

    def __init__(self, *, rows: Rows, finder: Finder = by_address, **kwargs: Any) -> None:
        self.rows, self.finder = rows, finder
        super().__init__(write_only=True, **kwargs)

    def to_internal_value(self, data: Any) -> Any:
        """Return the record."""
        value = serializers.CharField(max_length=LONGEST_ADDRESS).run_validation(data)
        found = self.finder([value], rows_of(self, self.rows))
        if value not in found:
            raise serializers.ValidationError(unknown(value))
        return found[value]


class InstantField(serializers.DateTimeField):
    """An instant (RFC 3339); without an offset from UTC it is refused, since it would name several."""

    def enforce_timezone(self, value: Any) -> Any:
        """Refuse what names no zone, and return the rest in UTC."""
        if value.tzinfo is None:
            raise serializers.ValidationError("Give the offset from UTC: 2026-11-22T18:00:00Z.")
        return value.astimezone(datetime.UTC)


def rows_of(field: serializers.Field[Any, Any, Any, Any], rows: Rows) -> QuerySet[Any]:
    """Return the rows that the writer may choose from."""
    return rows(field.context["request"].user, field.context.get("record"))


def unknown(value: str) -> str:
    """Return the sentence for what is absent or not shared."""
    return f"There is no {value}, or it is not shared with you."
