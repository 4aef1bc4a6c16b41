"""What a role at a partner allows, and what a delegation adds; roles are data."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

from tracker.access.refusals import Denied, WrongState
from tracker.states import RELEASED_LABELS, OrganizationKind, Role, state_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.contrib.auth.models import AnonymousUser

    from tracker.models import Delegation, Organization, Record, User

    Reader: TypeAlias = User | AnonymousUser


class Permission(StrEnum):
    """What a role may do within its own organization."""

    READ = auto()
    LOG = auto()
    LEAD = auto()
    SIGN = auto()


ROLE_PERMISSIONS: Mapping[str, frozenset[Permission]] = {
    Role.OBSERVER: frozenset({Permission.READ}),
    Role.REVIEWER: frozenset({Permission.READ, Permission.LOG}),
    Role.LEAD: frozenset({Permission.READ, Permission.LOG, Permission.LEAD}),
    Role.SIGNATORY: frozenset({Permission.READ, Permission.SIGN}),
}


ROLE_SENTENCES: Mapping[str, str] = {
    Role.OBSERVER: "Reads what the organization may see.",
    Role.REVIEWER: "Logs observations, reviews and findings; drafts lessons and what follows from them.",
    Role.LEAD: "Does what a reviewer does; opens and closes cycles, accepts reviews, shares, assigns.",
    Role.SIGNATORY: "Signs for the organization.",
}


def roles_with(permission: Permission) -> list[str]:
    """Return the roles that include a permission."""
    return [role for role, permissions in ROLE_PERMISSIONS.items() if permission in permissions]


PERMISSION_REFUSALS: Mapping[Permission, str] = {
    Permission.READ: "Sign in to read this.",
    Permission.LOG: "Only a reviewer or a lead of a partner can do this.",
    Permission.LEAD: "Only a lead of a partner can do this.",
    Permission.SIGN: "Only a signatory of a partner can sign.",
}


# Those who can let others read what their organization's records say.
CONSENTING: tuple[Permission, ...] = (Permission.LEAD, Permission.SIGN)


def who_consents_to(label: str) -> Permission:
    """Return what it takes to consent to a label: to the partners a lead does, beyond a signatory."""
    return Permission.SIGN if label in RELEASED_LABELS else Permission.LEAD


def is_partner(user: Reader) -> bool:
    """Say whether a reader belongs to a partner organization."""
    return (
        user.is_authenticated
        and user.is_active
        and user.organization is not None
        and user.organization.kind == OrganizationKind.PARTNER
    )


def has_permission(user: Reader, permission: Permission) -> bool:
    """Say whether a reader's role at a partner includes a permission; superusers get none by rank.

    To sign can also be delegated, for a period.
    """
    if not user.is_authenticated or not user.is_active or user.organization is None:
        return False
    if permission is not Permission.READ and not is_partner(user):
        return False
    if permission in ROLE_PERMISSIONS[user.role]:
        return True
    return permission is Permission.SIGN and delegation_of(user) is not None


def consents(user: Reader) -> bool:
    """Say whether a reader's role decides for their organization on who reads a record, however widely."""
    return any(has_permission(user, one) for one in CONSENTING)


def delegation_of(user: Reader) -> Delegation | None:
    """Return the delegation under which a person signs now; None where their own role lets them."""
    if not user.is_authenticated or Permission.SIGN in ROLE_PERMISSIONS[user.role]:
        return None
    held: Delegation | None = user.delegations_held.in_force().first()
    return held


def hands_of(user: Reader) -> set[UUID | None]:
    """Return whose hands a signature would come from: a delegate's, and whom they sign for.

    What the one may not sign, since they wrote or carry it, the other doesn't sign in their stead.
    """
    delegation = delegation_of(user)
    return {user.pk} if delegation is None else {user.pk, delegation.signatory_id}


def organization_of(user: Reader) -> Organization:
    """Return the organization that a reader acts for, or refuse whoever acts for none."""
    if not user.is_authenticated or user.organization is None:
        raise Denied("You act for no organization, so you can't do this.")
    return user.organization


def check_has(user: Reader, permission: Permission) -> None:
    """Refuse a reader whose role at a partner does not include a permission."""
    if not has_permission(user, permission):
        raise Denied(PERMISSION_REFUSALS[permission])


def check_counts(organization: Organization) -> None:
    """Refuse a signature of a partner that does not count yet."""
    if organization.counts_since is None:
        raise WrongState(f"{organization} signs with the others from the next cycle on.")


def check_same_organization(user: Reader, owner: Organization) -> None:
    """Refuse a reader from another organization than the owner's."""
    if organization_of(user).pk != owner.pk:
        raise Denied(f"Only people of {owner.name} can do this.")


def check_works_on(user: Reader, record: Record, permission: Permission) -> None:
    """Refuse whoever lacks a permission in the organization that owns a record."""
    check_has(user, permission)
    check_same_organization(user, record.owner)


def check_state(record: Any, *allowed: str, doing: str) -> None:
    """Refuse a record that is in none of the states in which a verb works."""
    if state_of(record) not in allowed:
        wanted = " or ".join(type(record).Status(state).label.lower() for state in allowed)
        raise WrongState(
            f"Only what is {wanted} can be {doing}; "
            f"{record.reference} is {record.get_status_display().lower()}."
        )
