"""The only functions that create and edit organizations, accounts and delegations."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from tracker import access
from tracker.account_editing import end_access
from tracker.keys import new_reference
from tracker.models import (
    Delegation,
    Organization,
    User,
)
from tracker.notifying.telling import tell
from tracker.recording import change, lock, recorded
from tracker.states import OrganizationKind


@recorded("tracker.organization.added")
def add_organization(*, by: User, code: str, name: str, kind: str) -> Organization:
    """Register an organization; a superuser's task."""
    access.check_can_administer(by)
    organization = Organization(code=code, name=name, kind=kind)
    # Nothing is joint before there are two; whoever joins later counts from the next cycle on.
    if kind == OrganizationKind.PARTNER and Organization.objects.counting().count() < 2:
        organization.counts_since = timezone.now()
    organization.full_clean()
    organization.save(force_insert=True)
    return organization


@recorded("tracker.organization.edited")
def edit_organization(organization: Organization, *, by: User, **fields: Any) -> Organization:
    """Change an organization's name; a superuser's task."""
    access.check_can_administer(by)
    organization = lock(organization)
    change(organization, **fields)
    return organization


@recorded("tracker.user.added")
def add_user(
    *,
    by: User,
    organization: Organization,
    username: str,
    role: str,
    password: str | None = None,
    **fields: Any,
) -> User:
    """Give a person an account in an organization."""
    access.check_can_manage_users_of(by, organization)
    user = User(username=username, organization=organization, role=role, **fields)
    user.is_staff = access.is_partner(user)
    user.set_password(None if user.is_service else password)
    user.full_clean()
    user.save(force_insert=True)
    return user


@recorded("tracker.user.edited")
def edit_user(user: User, *, by: User, **fields: Any) -> User:
    """Change a person's role, names or whether the account is active; a closed one is signed out.

    An account is closed once its person carries nothing that waits for somebody.
    """
    if user.organization is not None:
        lock(user.organization)  # two leads could otherwise take each other's role away at once
    user = lock(user)
    access.check_can_edit_user(by, user, fields)
    if user.is_active and not fields.get("is_active", True):
        check_carries_nothing(user, by)
    if "is_active" in change(user, **fields) and not user.is_active:
        end_access(user)
    return user


def check_carries_nothing(person: User, by: User) -> None:
    """Refuse to close the account of somebody who carries what is open, as far as its lead sees it."""
    from tracker.handing import (
        carried_by,  # the floors' lists are made from functions of this module
    )

    items = carried_by(person, by)
    if items:
        some = ", ".join([*(one.record.reference for one in items[:3]), "…"][: len(items)])
        count = f"{len(items)} open item{'s' if len(items) > 1 else ''}"
        raise access.WrongState(
            f"{person} still carries {count} ({some}); hand over what they carry first."
        )


@recorded("tracker.delegation.given")
def delegate_signing(
    *,
    by: User,
    delegate: User,
    ends_at: datetime.datetime,
    starts_at: datetime.datetime | None = None,
    reason: str = "",
) -> Delegation:
    """Let someone of the signatory's organization sign in their stead for a period."""
    access.check_can_delegate(by)
    access.check_can_sign_for(by, delegate)
    organization = access.organization_of(by)
    delegation = Delegation(
        reference=new_reference(Delegation, organization.code, Delegation.reference_prefix),
        signatory=by,
        delegate=delegate,
        starts_at=starts_at or timezone.now(),
        ends_at=ends_at,
        reason=reason.strip(),
    )
    if delegation.is_over:
        raise ValidationError({"ends_at": "Choose an end that is still to come."})
    delegation.clean_fields()
    delegation.save(force_insert=True)
    tell([delegate], "delegated", delegation, f"delegated:{delegation.pk}", by=by)
    return delegation
