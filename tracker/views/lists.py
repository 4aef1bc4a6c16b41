"""How a list is shown: its filters kept in the address, one keyset page of rows, no count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from tracker.marking import label_for, marked
from tracker.notifying.lists import all_lists
from tracker.querysets import RecordQuerySet
from tracker.views.filters import RecordFilter
from tracker.views.subscriptions import follow_list, name_of_list

PAGE_SIZE = 50
# uuid7 keys rise with time, so this is newest first.
NEWEST_FIRST = ("-id",)


@dataclass(frozen=True)
class Page:
    """One page of rows, with the addresses of its neighbours; "" where there is none."""

    rows: list[Any]
    newer: str = ""
    older: str = ""


def show_list(
    request: HttpRequest,
    template: str,
    rows: QuerySet[Any],
    filters: RecordFilter,
    order: tuple[str, ...] = NEWEST_FIRST,
    with_rows: Callable[[list[Any]], dict[str, Any]] = lambda rows: {},
    **context: Any,
) -> HttpResponse:
    """Show the page of a list that the address asks for; `with_rows` adds what its rows need.

    What it adds as `names` stands beside the rows and is labelled with them.
    """
    page = page_of(request, filters.narrow(rows), order, is_whole=not filters.is_set)
    more = with_rows(page.rows)
    marking = label_for(request.user, [*page.rows, *more.pop("names", ())])
    context |= {"page": page, "filters": filters, "marking": marking, **more}
    context["follow"] = (
        follow_list(request, filters) if name_of_list(request) in all_lists() else []
    )
    return marked(render(request, template, context), marking)


def page_of(
    request: HttpRequest,
    rows: QuerySet[Any],
    order: tuple[str, ...],
    size: int = PAGE_SIZE,
    is_whole: bool = False,
) -> Page:
    """Return the rows after or before the position in the address, one row more being asked for.

    A list that `is_whole`, narrowed by nothing, is read along the ways in which its reader sees rows.
    """
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    backwards = bool(before) and not after
    steps = tuple(turned(step) for step in order) if backwards else order
    rows = rows.order_by(*steps)
    if position := after or before:
        rows = rows.filter(beyond(rows, steps, position))
    if is_whole and order == NEWEST_FIRST and isinstance(rows, RecordQuerySet):
        rows = rows.among_first(request.user, size + 1, backwards=backwards)
    found = list(rows[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    newer, older = (more, True) if backwards else (bool(after), more)
    return Page(
        rows=found,
        newer=address(request, "before", found[0], order) if found and newer else "",
        older=address(request, "after", found[-1], order) if found and older else "",
    )


def turned(step: str) -> str:
    """Return one step of an order the other way round."""
    return step[1:] if step.startswith("-") else f"-{step}"


def beyond(rows: QuerySet[Any], steps: tuple[str, ...], position: str) -> Q:
    """Return what comes after a position, which is the values of the order's fields joined by ~."""
    values = position.rsplit("~", len(steps) - 1)
    if len(values) != len(steps) or "\0" in position:
        raise Http404
    condition: Q | None = None
    for step, text in zip(reversed(steps), reversed(values), strict=True):
        name = step.lstrip("-")
        value = parsed(rows, name, text)
        further = Q(**{f"{name}__{'lt' if step.startswith('-') else 'gt'}": value})
        condition = further if condition is None else further | (Q(**{name: value}) & condition)
    assert condition is not None, "an order has a field"
    return condition


def parsed(rows: QuerySet[Any], name: str, text: str) -> Any:
    """Return a field's value from an address; what can't be one is no page."""
    try:
        return rows.model._meta.get_field(name).to_python(text)
    except ValidationError as error:
        raise Http404 from error


def address(request: HttpRequest, direction: str, row: Any, order: tuple[str, ...]) -> str:
    """Return the address of the page next to a row, filters kept."""
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    query[direction] = "~".join(str(getattr(row, step.lstrip("-"))) for step in order)
    return f"?{query.urlencode()}"
