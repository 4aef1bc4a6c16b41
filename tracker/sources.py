"""What a record is derived from, and whose consent a wider label of it takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from tracker.models import Organization, Record
from tracker.models.record import labelled_nouns
from tracker.states import is_wider


def sources_of(record: Record) -> list[Record]:
    """Return the records that one is derived from directly, whoever may see them; a query a relation.

    Theirs are not looked at: what a source says was itself let out by its sources' organizations.
    """
    return [source for path in record.derived_from for source in rows_at(record, path)]


def rows_at(record: Record, path: str) -> Iterator[Record]:
    """Yield the records at the end of a lookup, each once."""
    model: Any = type(record)
    keys = model._base_manager.filter(pk=record.pk).values(path)
    end = model_at(model, path)
    yield from end._base_manager.filter(pk__in=keys).select_related("owner").order_by("pk")


def model_at(model: type[models.Model], path: str) -> Any:
    """Return the noun that a lookup leads to."""
    for name in path.split("__"):
        related: Any = model._meta.get_field(name).related_model
        model = related
    return model


def narrower_sources(record: Record, label: str) -> list[Record]:
    """Return the sources that fewer people may read than a label says."""
    return [source for source in sources_of(record) if is_wider(label, source.label_now)]


def organizations_concerned(record: Record, label: str) -> list[Organization]:
    """Return whose consent a label takes: the owner's, and that of each narrower source's owner."""
    owners = [record.owner, *(source.owner for source in narrower_sources(record, label))]
    return sorted({owner.pk: owner for owner in owners}.values(), key=lambda one: one.code)


def derived_from(source: Record) -> list[Record]:
    """Return the records that are derived from one directly, whoever may see them."""
    return [
        derived
        for model in labelled_nouns()
        for path in model.derived_from
        if model_at(model, path) is type(source)
        for derived in model._base_manager.filter(**{path: source}).distinct().order_by("pk")
    ]
