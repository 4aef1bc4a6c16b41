"""Who may change accounts, their tokens and factors, and who signs for whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError

from tracker.access.refusals import Denied, WrongState
from tracker.access.roles import (
    ROLE_PERMISSIONS,
    Permission,
    check_has,
    check_same_organization,
    delegation_of,
    has_permission,
    is_partner,
    organization_of,
)
from tracker.states import OrganizationKind, Role

if TYPE_CHECKING:
    from tracker.access.roles import Reader
    from tracker.models import Delegation, Organization, User


def check_can_enter_admin(user: Reader) -> None:
    """Let partners' people and superusers into the admin; it shows each only what they may see."""
    if not (is_partner(user) or (user.is_active and user.is_superuser)):
        raise Denied("Only people of a partner work in the admin.")


def check_can_administer(user: Reader) -> None:
    """Organizations and taxonomies belong to whoever runs the installation."""
    if not (user.is_active and user.is_superuser):
        raise Denied("Only a superuser of this installation can do this.")


def check_can_manage_users_of(user: Reader, organization: Organization | None) -> None:
    """A lead manages their own organization's users; a superuser manages no partner's people.

    Until a partner has its first lead, a superuser makes one; that ends with the first, for the
    last lead can't be taken away. Community organizations have no leads of their own.
    """
    if has_permission(user, Permission.LEAD) and organization is not None:
        check_same_organization(user, organization)
        return
    check_can_administer(user)
    if organization is None or organization.kind != OrganizationKind.PARTNER:
        return
    if organization.has_lead:
        raise Denied(f"Only a lead of {organization.name} can manage its users.")


def check_can_edit_user(user: Reader, other: User, changes: Mapping[str, Any]) -> None:
    """Whoever manages an organization's users edits them; nobody their own role, nor the last lead's."""
    check_can_manage_users_of(user, other.organization)
    decisive = [
        name
        for name in ("role", "is_active")
        if changes.get(name, getattr(other, name)) != getattr(other, name)
    ]
    if decisive and user.pk == other.pk:
        raise Denied("Nobody changes their own role; another lead does.")
    leads = is_partner(other) and other.role == Role.LEAD
    if decisive and leads and not organization_of(other).has_lead_besides(other):
        raise WrongState(
            f"{other} is the last lead of {other.organization}; make another one first."
        )


def check_can_read_account_history(user: Reader, other: User) -> None:
    """What became of an account is read by the leads of its organization, and by superusers."""
    if user.is_active and user.is_superuser:
        return
    check_has(user, Permission.LEAD)
    check_same_organization(user, organization_of(other))


def check_is_self(user: User, other: User | None) -> None:
    """Nobody but its owner changes an account's password, tokens and sessions."""
    if other is None or user.pk != other.pk:
        raise Denied("Only whose account it is can do this.")


def check_can_keep_tokens_of(user: User, other: User) -> None:
    """Tokens are their owner's; those of a program's account, a lead's of its organization."""
    if user.pk != other.pk and not other.is_service:
        raise Denied("Only whose account it is can do this.")
    if user.pk != other.pk:
        check_can_manage_users_of(user, other.organization)


def check_can_hand_over(user: Reader, other: User) -> None:
    """A lead hands over what their own people carry, also their own."""
    check_has(user, Permission.LEAD)
    check_same_organization(user, organization_of(other))


def check_can_take_over(person: User, to: User) -> None:
    """Refuse to hand over to whoever can't carry it."""
    if to.pk == person.pk:
        raise ValidationError({"to": "Choose somebody else than whose items they are."})
    if to.organization_id != person.organization_id or not to.is_active or to.is_service:
        raise ValidationError({"to": f"Choose someone of {person.organization}."})


def check_can_reset_second_factor(user: User, other: User) -> None:
    """A lead takes away a lost second factor of their own people, never their own nor a partner's."""
    check_can_manage_users_of(user, other.organization)
    if user.pk == other.pk:
        raise Denied(
            "Nobody resets their own second factor; another lead does, or a spare code helps."
        )


def check_can_delegate(user: Reader) -> None:
    """A signatory lets someone else sign for a period; a delegate does not delegate on."""
    check_has(user, Permission.SIGN)
    if delegation_of(user) is not None:
        raise Denied("Signing was delegated to you; only a signatory can delegate it.")


def check_can_sign_for(signatory: User, delegate: User) -> None:
    """Refuse a delegate who could not sign, or who signs anyway."""
    if delegate.organization_id != signatory.organization_id or not delegate.is_active:
        raise ValidationError({"delegate": f"Choose someone of {signatory.organization}."})
    if Permission.SIGN in ROLE_PERMISSIONS[delegate.role]:
        raise ValidationError({"delegate": f"{delegate} is a signatory already."})


def check_can_revoke_delegation(user: Reader, delegation: Delegation) -> None:
    """Whoever delegated takes it back, or a lead of their organization."""
    if not user.is_authenticated or not user.is_active or user.pk != delegation.signatory_id:
        check_has(user, Permission.LEAD)
        check_same_organization(user, organization_of(delegation.signatory))
    if delegation.is_over:
        raise WrongState("This delegation has ended already.")
