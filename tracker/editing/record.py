"""How a labelled record comes into being, whichever noun it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from tracker.audience import leave_to, readers_in_common
from tracker.keys import new_key, new_reference
from tracker.models import (
    Record,
    User,
)
from tracker.states import Label

R = TypeVar("R", bound=Record)


def create_record(
    model: type[R],
    *,
    by: User,
    sources: Sequence[Record] = (),
    illustrative: bool = False,
    **fields: Any,
) -> R:
    """Create a labelled record of the writer's organization, AMBER+STRICT as everything starts.

    `sources` is what it is derived from: where that is for people by name, so is this, for those
    who may read all of it.
    """
    organization = by.organization
    assert organization is not None, "checks let nobody without an organization create"
    people = readers_in_common(by, sources)
    record = model(
        id=new_key(),
        reference=new_reference(model, organization.code, model.reference_prefix),
        owner=organization,
        created_by=by,
        illustrative=illustrative,
        **(fields if people is None else {**fields, "label": Label.RED}),
    )
    record.clean_fields()
    record.save(force_insert=True)
    if people is not None:
        leave_to(record, people)
    return record
