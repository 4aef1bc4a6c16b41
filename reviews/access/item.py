"""Who may put changes into a cycle's scope, give positions on them, and lift their conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from reviews.access.cycle import check_takes_reviews
from reviews.access.series import check_is_briefed
from reviews.states import ConditionStatus, CycleStatus, ItemStatus, ReviewStatus, Stance
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_state,
    hands_of,
    has_permission,
    labelled,
    organization_of,
)
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from reviews.models import Condition, CycleItem, Position, ReviewCycle
    from tracker.access import Reader
    from tracker.models import Organization


def check_can_edit_item(user: Reader, item: CycleItem) -> None:
    """A lead of any partner words an item until a review of it is accepted: that looked at these words."""
    check_has(user, Permission.LEAD)
    check_takes_reviews(item.cycle)
    check_state(item, ItemStatus.PENDING, doing="edited")


def check_can_move_item(user: Reader, item: CycleItem) -> None:
    """A lead of any partner puts off what nobody reviewed yet: it goes into another cycle."""
    check_has(user, Permission.LEAD)
    check_state(item.cycle, CycleStatus.OPEN, CycleStatus.SIGNING, doing="left by its items")
    check_state(item, ItemStatus.PENDING, doing="put off")


# --- Positions --------------------------------------------------------------------------------


HANDS_IN_REVIEWS = (
    "created_by",
    "worded_by",
    "submitted_by",
    "accepted_by",
    "reviewers",
    "findings__created_by",
    "findings__worded_by",
)


def written_by(user: Reader) -> Q:
    """Return the items that a person, or whom they sign for, had a hand in and so doesn't sign.

    That is who put the item there or worded it, who carries its system, and whoever wrote, reworded,
    handed in or accepted a review behind it, held it, or wrote down or reworded a finding of it.
    """
    hands = hands_of(user)
    behind = Q()
    for hand in HANDS_IN_REVIEWS:
        behind |= Q(**{f"reviews__{hand}__in": hands})
    accepted = Q(reviews__status=ReviewStatus.ACCEPTED)
    return Q(worded_by__in=hands) | Q(system__steward__in=hands) | accepted & behind


def has_hand_in(user: Reader, item: CycleItem) -> bool:
    """Say whether a person had a hand in an item; one query."""
    return type(item)._default_manager.filter(written_by(user), pk=item.pk).exists()


def check_has_no_hand_in(user: Reader, item: CycleItem) -> None:
    """Refuse whoever had a hand in an item or in what stands behind it."""
    if has_hand_in(user, item):
        raise Denied(
            "You had a hand in this item or in a review behind it; another signatory signs."
        )


def check_signs_in(user: Reader, cycle: ReviewCycle) -> Organization:
    """Return the partner that a signatory signs for in a cycle: one that counted when it was opened."""
    check_has(user, Permission.SIGN)
    organization = organization_of(user)
    if not cycle.signers.filter(pk=organization.pk).exists():
        raise Denied(
            f"{organization} doesn't sign in {cycle.reference}; it signs from the next cycle on."
        )
    return organization


def check_is_up_for_positions(item: CycleItem) -> None:
    """Refuse an item that is not put before the partners, or that nobody reviewed."""
    if item.cycle.status != CycleStatus.SIGNING:
        raise WrongState(
            "Positions are given from when a lead begins signing until the cycle is closed; "
            f"{item.cycle.reference} is {item.cycle.get_status_display().lower()}."
        )
    if not item.needs_approval:
        raise WrongState(f"{item.reference} is reviewed, and that is all: it needs no approval.")
    if not item.accepted_reviews.filter(labelled(SHARED_LABELS)).exists():
        raise WrongState(
            f"No accepted review stands behind {item.reference} that the partners read; "
            "what was not reviewed can't be approved along with what was."
        )
    if item.system.label_now not in SHARED_LABELS:
        raise WrongState(
            f"A lead of {item.system.owner} shares the system with the partners first."
        )


def check_can_take_position(user: Reader, item: CycleItem) -> None:
    """A signatory of each partner takes a position, once, on what they had no hand in."""
    organization = check_signs_in(user, item.cycle)
    check_is_up_for_positions(item)
    check_is_briefed(item.cycle, organization)
    check_has_no_hand_in(user, item)
    if live_position(item, organization) is not None:
        raise WrongState(f"{organization} has taken its position on this version already.")


def live_position(item: CycleItem, organization: Organization) -> Position | None:
    """Return an organization's position on an item as it stands; one query."""
    found: Position | None = item.positions.current().filter(organization=organization).first()
    return found


def check_can_withdraw_position(user: Reader, item: CycleItem) -> None:
    """A signatory takes back their organization's position until the cycle is closed."""
    organization = check_signs_in(user, item.cycle)
    check_is_up_for_positions(item)
    if live_position(item, organization) is None:
        raise WrongState(f"{organization} has no position on this version to take back.")


def check_can_add_condition(user: Reader, item: CycleItem) -> None:
    """A signatory whose organization concurs with conditions adds another one, as they would sign."""
    organization = check_signs_in(user, item.cycle)
    check_is_up_for_positions(item)
    check_has_no_hand_in(user, item)
    position = live_position(item, organization)
    if position is None or position.stance != Stance.CONCUR_WITH_CONDITIONS:
        raise WrongState(f"{organization} concurs with conditions first; then it can add more.")


# --- Conditions -------------------------------------------------------------------------------


def check_can_meet_condition(user: Reader, condition: Condition) -> None:
    """A lead or a signatory of another partner than the one that carries a condition judges it."""
    if not has_permission(user, Permission.SIGN):
        check_has(user, Permission.LEAD)
    check_state(condition, ConditionStatus.OPEN, doing="judged")
    carrier = organization_of(condition.assignee)
    if organization_of(user).pk == carrier.pk:
        raise Denied(f"{carrier} carries this condition; another partner sees whether it is met.")


def check_can_waive_condition(user: Reader, condition: Condition) -> None:
    """A signatory of each partner gives a condition up, but not the person who carries it."""
    organization = check_signs_in(user, condition.item.cycle)
    check_state(condition, ConditionStatus.OPEN, doing="waived")
    if condition.assignee_id in hands_of(user):
        raise Denied("You carry this condition; another signatory gives it up.")
    if condition.waivers.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has given this condition up already.")


def check_can_hand_over_condition(user: Reader, condition: Condition) -> None:
    """A lead of the organization that carries an open condition hands it to another of its people."""
    check_has(user, Permission.LEAD)
    check_same_organization(user, organization_of(condition.assignee))
    check_state(condition, ConditionStatus.OPEN, doing="handed over")
