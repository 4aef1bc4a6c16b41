"""Every address there is: the routes of the resolver and the operations of the API's description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from uuid import UUID

from django.urls import URLPattern, get_resolver, reverse
from drf_spectacular.generators import SchemaGenerator

from tests.proof.world import World
from tracker.verbs import all_nouns, verbs_of

API = "api/v1/"


def walk(patterns: Any, address: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """Yield the name of every route and its whole pattern."""
    for entry in patterns:
        whole = address + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield (f"{space}{entry.name}" if entry.name else f"(no name) {whole}"), whole
        else:
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from walk(entry.url_patterns, whole, inner)


@cache
def routes() -> dict[str, str]:
    """Return every route's pattern by its name, or by the pattern where it has no name."""
    return dict(walk(get_resolver().url_patterns))


@cache
def operations() -> dict[str, tuple[str, str]]:
    """Return the method and the path of every operation that the API describes."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return {
        operation["operationId"]: (method.upper(), path)
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    }


def is_operation(pattern: str) -> bool:
    """Say whether a route's pattern is that of an operation."""
    return plain(pattern) in {plain(path) for _method, path in operations().values()}


def plain(pattern: str) -> str:
    """Return a pattern without the names of its parts."""
    return re.sub(r"[<{][^>}]*[>}]", "*", pattern).strip("/")


def verbs() -> set[tuple[str, str]]:
    """Return every verb there is, under its noun's name in addresses."""
    return {(noun, verb.name) for noun, model in all_nouns().items() for verb in verbs_of(model)}


def fill(pattern: str, record: Any) -> str:
    """Return the address of a record: each part of the pattern is named after what it takes."""
    parts = {
        "reference": lambda: record.reference,
        "code": lambda: record.code,
        "number": lambda: "1.0",
        "app_label": lambda: "reviews",
        # a record's, on the page of its history; else of nobody's
        "named:key": lambda: record.reference,
        "key": lambda: UUID(int=0),
        "handle": lambda: "nothing",
        "int:pk": lambda: 0,
        "provider_id": lambda: "nobody",
        "noun": lambda: record._meta.model_name,
        "version": lambda: "1",
    }

    def value(match: re.Match[str]) -> str:
        take = parts.get(match[1]) or parts.get(match[1].split(":")[-1])
        return str(take() if take else record.pk)

    return "/" + re.sub(r"[<{]([^>}]*)[>}]", value, pattern).lstrip("/")


def page_address(name: str, record: Any) -> str:
    """Return the address of a page of a record, or of none."""
    match name:
        case "admin:app_list":
            return "/admin/reviews/"
        case "admin:autocomplete":
            query = "app_label=reviews&model_name=review&field_name=system"
            return f"{reverse(name)}?{query}"
        case "account_reset_password_from_key":
            return "/sign-in/new-password/x-nothing/"
        case "api-schema":
            return f"{reverse(name)}?format=json"
        case "(no name) ^api/":
            return "/api/nothing/"
        case "(no name) admin/(?P<url>.*)$":
            return "/admin/nothing/"
        case _:
            return fill(routes()[name], record)


def audiences(world: World, noun: str, *kinds: str) -> list[str]:
    """Return the audiences in which this world has a noun, of some kinds or of all."""
    return [
        audience
        for audience, records in world.records.items()
        if noun in records and (not kinds or audience.split()[1] in kinds)
    ]
