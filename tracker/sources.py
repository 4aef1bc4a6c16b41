"""What a record is derived from, and whose consent a wider label of it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models

from tracker.marking import own_label
from tracker.models import Organization, Record
from tracker.states import Label, is_wider

if TYPE_CHECKING:
    from tracker.access import Reader


def sources_of(record: Record) -> list[Record]:
    """Return the records that one is derived from directly, whoever may see them.

    Theirs are not looked at: what a source says was itself let out by its sources' organizations.
    """
    return sources_of_each([record])[record.pk]


def sources_of_each(records: Sequence[Record]) -> dict[Any, list[Record]]:
    """Return the sources of records of one noun, under their keys; two queries a relation."""
    found: dict[Any, list[Record]] = {record.pk: [] for record in records}
    for path in records[0].derived_from if records else ():
        for key, sources in rows_at(records, path).items():
            found[key] += sources
    return found


def rows_at(records: Sequence[Record], path: str) -> dict[Any, list[Any]]:
    """Return what stands at the end of a lookup from records of one noun, under their keys, each once."""
    model: Any = type(records[0])
    keys = [record.pk for record in records]
    pairs = set(model._base_manager.filter(pk__in=keys).values_list("pk", path))
    ends = model_at(model, path)._base_manager.select_related("owner")
    known = ends.in_bulk({end for _key, end in pairs if end is not None})
    found: dict[Any, list[Any]] = {key: [] for key in keys}
    for key, end in sorted(pair for pair in pairs if pair[1] in known):
        found[key].append(known[end])
    return found


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


def stay_wide(user: Reader, source: Record) -> list[Any]:
    """Return what is derived from a record, step by step, and read by more than its owner's people.

    A walk ends at what the reader may not see. Copies made to be shared count; a query a relation.
    """
    found: dict[Any, Any] = {}
    step: list[Any] = [source]
    while step:
        derived = [row for path in paths_from(step) for row in resting_on(user, *path)]
        step = [row for row in unlike(derived) if row.pk not in found and row.pk != source.pk]
        found |= {row.pk: row for row in step}
    return [row for row in found.values() if is_wider(own_label(row), Label.AMBER_STRICT)]


def paths_from(sources: Iterable[Any]) -> Iterator[tuple[Any, str, list[Any]]]:
    """Yield the nouns and lookups by which anything is derived from some records, with these."""
    for model in derived_nouns():
        for path in paths_back(model):
            end = model_at(model, path)
            if fitting := [one.pk for one in sources if type(one) is end]:
                yield model, path, fitting


def derived_nouns() -> list[Any]:
    """Return every noun that says what it is derived from, with a label of its own or without."""
    return [
        model
        for model in apps.get_models()
        if hasattr(model, "derived_from") and not model._meta.proxy
    ]


def paths_back(model: Any) -> list[str]:
    """Return the lookups of a noun's sources, and of what it is a shareable copy of."""
    copies = {"copied_from"} & {field.name for field in model._meta.fields}
    return [*model.derived_from, *copies]


def resting_on(user: Reader, model: Any, path: str, keys: list[Any]) -> list[Any]:
    """Return the rows of a noun that are derived from some records, as far as a reader sees them."""
    rows = model.objects.visible_to(user).filter(
        pk__in=model._base_manager.filter(**{f"{path}__in": keys}).values("pk")
    )
    return list(rows.order_by("pk"))


def unlike(rows: Iterable[Any]) -> list[Any]:
    """Return some rows, each once."""
    return list({row.pk: row for row in rows}.values())
