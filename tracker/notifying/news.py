"""What is news of a record, read off the history: it began, was shared, moved on, or was linked."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from uuid import UUID

from django.db import models
from django.db.models import OuterRef, Subquery

from tracker.history.tracking import INSERT, event_models
from tracker.models import AISystem, Seal, SealShape, Tag
from tracker.notifying.lists import all_lists

# Whichever of these a noun has: a change of one is news, and one of its words is not.
TELLING = ("status", "label", "system_id")


@dataclass
class News:
    """When the last news of a record was, and by whom; raw SQL and instants are by nobody."""

    at: datetime.datetime
    by: set[str | None] = field(default_factory=set)

    def add(self, at: datetime.datetime, by: str | None) -> None:
        """Add an event to it."""
        self.at = max(self.at, at)
        self.by.add(by)


# News of records by noun and key.
AllNews: TypeAlias = dict[type[models.Model], dict[UUID, News]]


def followed_nouns() -> set[type[models.Model]]:
    """Return the nouns whose lists can be followed."""
    return {listed.model for listed in all_lists().values()}


def news_between(after: int, up_to: int) -> AllNews:
    """Return the news that the links of the chain after one, up to another, tell of.

    The chain has the events in an order in which none comes late, so nothing is passed over.
    """
    keys = Seal.objects.filter(sequence__gt=after, sequence__lte=up_to)
    by_shape: dict[Any, list[int]] = {}
    for shape, key in keys.values_list("shape", "event_id"):
        by_shape.setdefault(shape, []).append(key)
    tables = dict(SealShape.objects.filter(pk__in=by_shape).values_list("pk", "event_table"))
    known = {event._meta.db_table: (model, event) for model, event in event_models().items()}
    news: AllNews = {}
    for shape, ids in by_shape.items():
        if tables[shape] in known:
            add_news(news, *known[tables[shape]], ids)
    return news


def add_news(news: AllNews, model: type[models.Model], event: Any, ids: Iterable[int]) -> None:
    """Add the news in some events of one table."""
    if model in followed_nouns():
        rows = telling(event, ids).values_list("pgh_obj_id", "pgh_created_at", "pgh_context__user")
        for key, at, by in rows:
            add(news, model, key, at, by)
    for name, noun in links_of(model).items():
        rows = event.objects.filter(pgh_id__in=ids, pgh_label=INSERT).exclude(**{name: None})
        for key, at, by in rows.values_list(name, "pgh_created_at", "pgh_context__user"):
            add(news, noun, key, at, by)


def add(
    news: AllNews, model: type[models.Model], key: UUID, at: datetime.datetime, by: str | None
) -> None:
    """Add news of one record."""
    news.setdefault(model, {}).setdefault(key, News(at)).add(at, by)


def telling(event: Any, ids: Iterable[int]) -> Any:
    """Narrow the events of a noun to those that are news, each compared with the one before it."""
    earlier = event.objects.filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__lt=OuterRef("pgh_id"))
    names = [name for name in TELLING if has_column(event, name)]
    changed = models.Q(pgh_label=INSERT)
    rows = event.objects.filter(pgh_id__in=ids).exclude(pgh_label="delete")
    for name in names:
        last = earlier.order_by("-pgh_id").values(name)[:1]
        rows = rows.annotate(**{f"before_{name}": Subquery(last)})
        changed |= ~models.Q(**{name: models.F(f"before_{name}")})
    return rows.filter(changed)


def has_column(model: Any, name: str) -> bool:
    """Say whether a model has a column."""
    return name in {one.attname for one in model._meta.fields}


def links_of(model: type[models.Model]) -> Mapping[str, type[models.Model]]:
    """Return the columns by which a table links followed nouns with a system or a tag."""
    targets = {one.attname: one.related_model for one in model._meta.fields if one.is_relation}
    if model in followed_nouns() or not {AISystem, Tag} & set(targets.values()):
        return {}
    return {name: noun for name, noun in targets.items() if noun in followed_nouns()}


def ended_embargoes(after: datetime.datetime, up_to: datetime.datetime) -> AllNews:
    """Return the records whose embargo ended meanwhile, which nothing wrote down."""
    news: AllNews = {}
    for model in followed_nouns():
        ends = getattr(model, "embargo_ends", None)
        if ends is None:
            continue
        rows = model._default_manager.filter(**{f"{ends}__gt": after, f"{ends}__lte": up_to})
        for key, at in rows.values_list("pk", ends):
            add(news, model, key, at, None)
    return news
