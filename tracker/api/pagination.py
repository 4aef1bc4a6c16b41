"""How a list is cut into pages: by key, newest first, so that no page costs more than another."""

from __future__ import annotations

import uuid
from typing import Any

from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import Cursor, CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response

from tracker.querysets import RecordQuerySet

COUNT_PARAMETER = "count"


class KeysetPagination(CursorPagination):
    """Pages of a list by uuid7 key; rows that arrive meanwhile neither double nor hide others.

    Nothing is counted unless the program asks with `?count=true`.
    """

    ordering = ("-pk",)
    page_size = 50
    max_page_size = 200
    page_size_query_param = "limit"
    page_size_query_description = "How many records a page has: 50, at most 200."
    cursor_query_description = "Where a page begins; follow `next` and `previous`."
    template = None

    def paginate_queryset(
        self, queryset: Any, request: Request, view: Any = None
    ) -> list[Any] | None:
        """Return one page of rows, counting them all only on request."""
        self.count = queryset.count() if wants_count(request) else None
        if isinstance(queryset, RecordQuerySet) and set(request.query_params) <= PAGING:
            queryset = self.along_its_indexes(queryset, request)
        return super().paginate_queryset(queryset, request, view)

    def along_its_indexes(self, rows: RecordQuerySet[Any], request: Request) -> Any:
        """Return rows among which the page is, of a list that is narrowed by nothing."""
        cursor = self.decode_cursor(request) or Cursor(offset=0, reverse=False, position=None)
        if cursor.position is not None:
            step = "pk__gt" if cursor.reverse else "pk__lt"
            rows = rows.filter(**{step: cursor.position})
        asked = cursor.offset + self.get_page_size(request) + 1
        return rows.among_first(request.user, asked, backwards=cursor.reverse)

    def get_page_size(self, request: Request) -> int:
        """Return how many rows a page has, or refuse what is no such number."""
        text = request.query_params.get(self.page_size_query_param, "")
        if not text:
            return self.page_size
        if not (text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= self.max_page_size):
            sentence = f"Ask for 1 to {self.max_page_size} records a page."
            raise ValidationError({self.page_size_query_param: sentence})
        return int(text)

    def decode_cursor(self, request: Request) -> Cursor | None:
        """Return where the page begins, or refuse what no list of ours gave out."""
        try:
            cursor = super().decode_cursor(request)
            if cursor is not None and cursor.position is not None:
                uuid.UUID(str(cursor.position))
        except (NotFound, ValueError) as error:
            sentence = "This cursor comes from no list; follow next and previous."
            raise ValidationError({self.cursor_query_param: sentence}) from error
        return cursor

    def get_paginated_response(self, data: Any) -> Response:
        """Return a page with its links."""
        links = {"next": self.get_next_link(), "previous": self.get_previous_link()}
        counted = {} if self.count is None else {COUNT_PARAMETER: self.count}
        return Response({**counted, **links, "results": data})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe a page."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                COUNT_PARAMETER: {"type": "integer", "description": "Only with `?count=true`."},
                "next": link,
                "previous": link,
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe what cuts a list."""
        limit = {"type": "integer", "minimum": 1, "maximum": self.max_page_size}
        return [
            parameter(self.cursor_query_param, self.cursor_query_description, {"type": "string"}),
            parameter(self.page_size_query_param, self.page_size_query_description, limit),
            parameter(COUNT_PARAMETER, "Count all records of the list.", {"type": "boolean"}),
        ]


# What asks for a page and narrows nothing.
PAGING = {
    KeysetPagination.cursor_query_param,
    KeysetPagination.page_size_query_param,
    COUNT_PARAMETER,
}


def wants_count(request: Request) -> bool:
    """Say whether a program asked for the count, or refuse what is neither yes nor no."""
    text = request.query_params.get(COUNT_PARAMETER, "false").lower()
    if text not in {"true", "false"}:
        raise ValidationError({COUNT_PARAMETER: "Say true or false."})
    return text == "true"


def parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return the description of one optional query parameter."""
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }
