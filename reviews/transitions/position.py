"""The verbs of positions on a cycle's items: what each partner says, and what follows for the item."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.core.exceptions import ValidationError

from reviews import access
from reviews.deciding import decision
from reviews.editing import check_still_in, check_takes_item, lock_with_cycle
from reviews.models import Condition, CycleItem, Position, ReviewCycle
from reviews.states import DECIDED_ITEMS, ItemStatus, Stance
from tracker.each import attempt
from tracker.material import canonical, content_of
from tracker.models import User
from tracker.notifying.telling import tell, tell_assigned
from tracker.recording import change, lock_pair, recorded
from tracker.signing import check_was_read, sign, withdraw


@dataclass(frozen=True)
class Demand:
    """What a condition asks for: of whom, until when, and how one sees that it is met."""

    text: str
    test: str
    assignee: User
    due_on: datetime.date


def settle_item(item: CycleItem) -> None:
    """Let a locked item follow from its live positions and open conditions; the caller is a verb."""
    if not item.needs_approval or item.status == ItemStatus.PENDING:
        return
    stances = dict(item.positions.current().values_list("organization", "stance"))
    signers = set(item.cycle.signers.values_list("pk", flat=True))
    open_conditions = item.conditions.open().exists()
    if change(item, status=decision(stances, signers, open_conditions=open_conditions)):
        tell_decided(item)


def free_item(item: CycleItem) -> None:
    """Let a locked item be approved once none of its conditions is open, also after its cycle closed."""
    conditional = item.status == ItemStatus.APPROVED_WITH_CONDITIONS
    if conditional and not item.conditions.open().exists():
        change(item, status=ItemStatus.APPROVED)
        tell_decided(item)


def tell_decided(item: CycleItem) -> None:
    """Tell those who lead the cycle what was decided on an item; nothing while a position is missing."""
    if item.status in DECIDED_ITEMS:
        key = f"item-decided:{item.pk}:{item.status}:{item.content_version}"
        tell(item.cycle.leads.all(), "item-decided", item, key)


def take_position(
    item: CycleItem,
    *,
    by: User,
    stance: Stance,
    statement: str = "",
    dissent: str = "",
    demands: Iterable[Demand] = (),
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> CycleItem:
    """Sign where the signatory's organization stands on one item; the last one needed decides it."""
    item = lock_with_cycle(item)
    access.check_can_take_position(by, item)
    position = sign(
        Position,
        item,
        by=by,
        digest=digest,
        statement=statement,
        illustrative=illustrative,
        signed_on=signed_on,
        item=item,
        stance=stance,
        dissent=dissent.strip(),
    )
    for demand in demands:
        write_condition(position, demand)
    settle_item(item)
    return item


def write_condition(position: Position, demand: Demand) -> Condition:
    """Write a condition down; the caller holds the item, so the count in its reference is its own."""
    item = position.item
    if not access.is_partner(demand.assignee):
        raise ValidationError({"assignee": "Choose someone of a partner."})
    condition = Condition(
        reference=f"{item.reference}-{item.conditions.count() + 1}",
        item=item,
        position=position,
        text=demand.text.strip(),
        test=demand.test.strip(),
        assignee=demand.assignee,
        due_on=demand.due_on,
        illustrative=position.illustrative,
    )
    condition.clean_fields()
    condition.save(force_insert=True)
    tell_assigned(condition, demand.assignee, by=position.signed_by)
    return condition


@recorded("reviews.cycleitem.concurred_with")
def concur(
    item: CycleItem,
    *,
    by: User,
    statement: str = "",
    dissent: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> CycleItem:
    """Approve an item for the signatory's organization."""
    return take_position(
        item,
        by=by,
        stance=Stance.CONCUR,
        statement=statement,
        dissent=dissent,
        digest=digest,
        illustrative=illustrative,
        signed_on=signed_on,
    )


def concur_with_each(chosen: Iterable[tuple[CycleItem, str]], *, by: User) -> dict[CycleItem, str]:
    """Concur with several items, each on the digest that was read and by itself.

    Return the sentence of each refusal, empty for what was signed: one that is refused holds up none.
    """
    return {
        item: attempt(partial(concur, item, by=by, digest=digest))[1] for item, digest in chosen
    }


@recorded("reviews.cycleitem.concurred_with_conditions")
def concur_with_conditions(
    item: CycleItem,
    *,
    by: User,
    condition: str,
    test: str,
    assignee: User,
    due_on: datetime.date,
    statement: str = "",
    dissent: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> CycleItem:
    """Approve an item under a condition that somebody meets by a day; more can be added."""
    return take_position(
        item,
        by=by,
        stance=Stance.CONCUR_WITH_CONDITIONS,
        statement=statement,
        dissent=dissent,
        demands=[Demand(condition, test, assignee, due_on)],
        digest=digest,
        illustrative=illustrative,
        signed_on=signed_on,
    )


@recorded("reviews.cycleitem.blocked")
def block(
    item: CycleItem,
    *,
    by: User,
    reason: str,
    dissent: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> CycleItem:
    """Refuse an item for the signatory's organization, with the reason."""
    return take_position(
        item,
        by=by,
        stance=Stance.BLOCK,
        statement=reason,
        dissent=dissent,
        digest=digest,
        illustrative=illustrative,
        signed_on=signed_on,
    )


@recorded("reviews.cycleitem.recused_from")
def recuse(
    item: CycleItem,
    *,
    by: User,
    reason: str,
    dissent: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> CycleItem:
    """Leave an item to the other partners, with the reason."""
    return take_position(
        item,
        by=by,
        stance=Stance.RECUSE,
        statement=reason,
        dissent=dissent,
        digest=digest,
        illustrative=illustrative,
        signed_on=signed_on,
    )


@recorded("reviews.condition.added")
def add_condition(
    item: CycleItem,
    *,
    by: User,
    condition: str,
    test: str,
    assignee: User,
    due_on: datetime.date,
    digest: str | None = None,
) -> CycleItem:
    """Add a condition to those that the signatory's organization concurs with, on what was read."""
    item = lock_with_cycle(item)
    access.check_can_add_condition(by, item)
    check_was_read(item, canonical(content_of(item)), digest)
    position = access.live_position(item, access.organization_of(by))
    assert position is not None, "the check saw it"
    write_condition(position, Demand(condition, test, assignee, due_on))
    settle_item(item)
    return item


@recorded("reviews.cycleitem.put_off")
def move_item(item: CycleItem, *, by: User, cycle: ReviewCycle) -> CycleItem:
    """Put what nobody reviewed yet off to another cycle, with the drafts of its reviews."""
    here, there = lock_pair(item.cycle, cycle)
    item = CycleItem.objects.select_for_update().get(pk=item.pk)
    check_still_in(item, here)
    item.cycle = here
    access.check_can_move_item(by, item)
    check_takes_item(there, here)
    change(item, cycle=there)
    for review in item.reviews.select_for_update():
        change(review, cycle=there)
    return item


@recorded("reviews.cycleitem.position_withdrawn")
def withdraw_position(item: CycleItem, *, by: User, reason: str) -> CycleItem:
    """Take back where the signatory's organization stood on an item; it waits for a position again."""
    item = lock_with_cycle(item)
    access.check_can_withdraw_position(by, item)
    position = access.live_position(item, access.organization_of(by))
    assert position is not None, "the check saw it"
    withdraw(position, by=by, reason=reason)
    settle_item(item)
    return item
