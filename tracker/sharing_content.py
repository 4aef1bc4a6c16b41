"""What consent is asked to: the record of each change that waits, what that says, and what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models

from tracker.content import contents_of
from tracker.material import canonical, digest_of
from tracker.models import LabelChange, Record
from tracker.sources import rows_at, sources_of_each
from tracker.states import is_wider


@dataclass(frozen=True)
class Matter:
    """What a change of a label is about, whoever may see it: its record as that stands now."""

    asked: LabelChange
    record: Record
    content: dict[str, Any]
    sources: Sequence[Record]
    systems: Sequence[Record]

    @property
    def is_outdated(self) -> bool:
        """Say whether the record reads otherwise by now than what consent was asked to."""
        return digest_of(canonical(self.content)) != self.asked.digest

    @property
    def narrower(self) -> list[Record]:
        """Return the sources that fewer people may read than the label asked for says."""
        return [one for one in self.sources if is_wider(self.asked.to_label, one.label_now)]


def matter_of(asked: LabelChange) -> Matter:
    """Return what one change is about."""
    return matters_of([asked])[0]


def matters_of(changes: Iterable[LabelChange]) -> list[Matter]:
    """Return what some changes are about, in their order; more of one noun cost no more queries."""
    changes = list(changes)
    alike: dict[type[Record], list[LabelChange]] = defaultdict(list)
    for one in changes:
        alike[one.record_model].append(one)
    found = {
        matter.asked.pk: matter for model, rows in alike.items() for matter in of_noun(model, rows)
    }
    return [found[one.pk] for one in changes]


def of_noun(model: Any, changes: Sequence[LabelChange]) -> Iterator[Matter]:
    """Yield what changes of records of one noun are about."""
    rows = model._base_manager.select_related("owner", *named_in_content(model))
    records = rows.in_bulk({one.record_id for one in changes})
    read = list(records.values())
    contents, sources = contents_of(read), sources_of_each(read)
    systems = rows_at(read, model.systems_at) if model.systems_at else {}
    for one in changes:
        key = one.record_id
        yield Matter(one, records[key], contents[key], sources[key], systems.get(key, ()))


def named_in_content(model: type[Record]) -> list[str]:
    """Return what a noun's content names by a key: organizations, or the ends of a dependency."""
    fields = (model._meta.get_field(name) for name in model.content_fields)
    return [field.name for field in fields if isinstance(field, models.ForeignKey)]
