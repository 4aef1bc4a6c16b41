"""How the partners' positions on an item stand side by side: one column for each that signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from reviews.models import Condition, CycleItem, Position
from tracker.access import may_know_person
from tracker.differences import Change, changes_since
from tracker.display import Text
from tracker.models import Organization


@dataclass(frozen=True, slots=True)
class PositionColumn:
    """Where one partner stands on an item: its newest position, and what was changed since."""

    organization: Text
    position: Position | None = None
    signer: Text = ""
    signed_at: datetime | None = None
    is_live: bool = False
    conditions: Sequence[Condition] = ()
    changes: Sequence[Change] = ()


def position_columns(
    reader: Any, item: CycleItem, signers: Iterable[Organization], *, with_changes: bool = False
) -> list[PositionColumn]:
    """Return a column for each partner that signs in the item's cycle, from what its plan fetched."""
    return [column(reader, item, signer, with_changes=with_changes) for signer in signers]


def column(
    reader: Any, item: CycleItem, organization: Organization, *, with_changes: bool
) -> PositionColumn:
    """Return one partner's column; a position that was taken back is shown until there is another."""
    given = [one for one in item.positions.all() if one.organization_id == organization.pk]
    if not given:
        return PositionColumn(organization.name)
    newest = max(given, key=lambda one: (one.withdrawn_at is None, one.signed_at))
    is_live = newest.is_current(item.content_version)
    stale = with_changes and not is_live and newest.withdrawn_at is None
    return PositionColumn(
        organization.name,
        newest,
        newest.signer if may_know_person(reader, newest.signed_by) else _("A signatory"),
        newest.signed_at,
        is_live,
        [one for one in item.conditions.all() if one.position_id in {p.pk for p in given}],
        changes_since(newest, item, reader) if stale else (),
    )
