"""Who sees and who may, on the ground floor; the two refusals that every surface turns into a response."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

from django.core.exceptions import ValidationError
from django.db.models import Case, Expression, F, Q, When
from django.db.models.functions import Now

from tracker.states import RELEASED_LABELS, SHARED_LABELS, Label, OrganizationKind, Role, state_of

if TYPE_CHECKING:
    from uuid import UUID

    from django.contrib.auth.models import AnonymousUser

    from tracker.models import AISystem, Delegation, Organization, Record, User

    Reader: TypeAlias = User | AnonymousUser


class Refusal(Exception):
    """A rule said no; the message is a sentence to the person who asked."""


class Denied(Refusal):
    """This person may not do this (403)."""


class WrongState(Refusal):
    """Nobody may do this while the record is in this state (409)."""


# What a verb refuses with: a rule said no, or what was given is not right.
REFUSING = (Refusal, ValidationError)


def words_of(refusal: Refusal | ValidationError) -> str:
    """Return a refusal as one text, where several records are gone through one by one."""
    return " ".join(refusal.messages) if isinstance(refusal, ValidationError) else str(refusal)


@dataclass(frozen=True)
class Verdict:
    """The answer of a check: truthy when allowed, otherwise with the reason to show.

    `by_state` says that the reader may, only not while the record is as it is.
    """

    allowed: bool
    reason: str = ""
    by_state: bool = False

    def __bool__(self) -> bool:
        return self.allowed


def judge(check: Callable[..., None], *args: Any) -> Verdict:
    """Return what a check says instead of raising it, for a button or a menu."""
    try:
        check(*args)
    except Refusal as refusal:
        return Verdict(False, str(refusal), by_state=isinstance(refusal, WrongState))
    return Verdict(True)


# --- Roles are data ---------------------------------------------------------------------------


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


# --- Who sees ---------------------------------------------------------------------------------


def records_visible_to(
    user: Reader, at: str = "", key: str = "pk", now: datetime.datetime | Expression | None = None
) -> Q:
    """Return the rows of any labelled record that a reader may see (TLP 2.0).

    `at` names the foreign key to a record whose audience the rows inherit, `key` the column with the
    record's key where the rows are its past versions, and `now` the instant for which an embargo is
    asked about where it isn't this one. The subquery starts at the reader, so that rows are never
    doubled and this file needs no models.
    """
    label, owner, named = (f"{at}__{name}" if at else name for name in ("label", "owner", key))
    visible = open_to(labels_open_to(user), at, now)
    if not user.is_authenticated or not user.is_active:
        return visible
    if user.organization_id is not None:
        visible |= Q(**{owner: user.organization_id}) & ~Q(**{label: Label.RED})
    return visible | Q(**{label: Label.RED, f"{named}__in": user.named_for.values("record_id")})


def labels_open_to(user: Reader) -> Sequence[Label]:
    """Return the labels that let a reader in whoever owns what bears them."""
    if not user.is_authenticated or not user.is_active:
        return [Label.CLEAR]
    return SHARED_LABELS if is_partner(user) else RELEASED_LABELS


def ways_to_see(user: Reader) -> list[tuple[str, Q]]:
    """Return each way of `records_visible_to` by itself, with the column whose index leads along it.

    A column stands between two equal values instead of being equal to one: else the database takes
    the key's own index, and walks past all that is not for this reader. No column is "".
    """
    labels = labels_open_to(user)
    ways = [("label", Q(label__gte=label, label__lte=label)) for label in labels]
    ways.append(("", Q(coming_at__lte=Now(), coming_label__in=labels)))
    if not user.is_authenticated or not user.is_active:
        return ways
    if own := user.organization_id:
        ways.append(("owner_id", Q(owner__gte=own, owner__lte=own) & ~Q(label=Label.RED)))
    named = user.named_for.values("record_id")
    return [*ways, ("", Q(label=Label.RED, pk__in=named))]


def open_to(
    labels: Sequence[Label], at: str = "", now: datetime.datetime | Expression | None = None
) -> Q:
    """Return the rows that bear one of the widest labels, or whose embargo with one is over.

    The database's clock decides, so what ends at an instant needs no write.
    """
    label, coming, instant = columns_of_label(at)
    over = Q(**{f"{instant}__lte": now or Now(), f"{coming}__in": labels})
    return Q(**{f"{label}__in": labels}) | over


def labelled(labels: Iterable[str], at: str = "") -> Q:
    """Return the rows whose label at this instant is one of some, as `Record.label_now` says it."""
    label, coming, instant = columns_of_label(at)
    over, chosen = Q(**{f"{instant}__lte": Now()}), list(labels)
    return over & Q(**{f"{coming}__in": chosen}) | ~over & Q(**{f"{label}__in": chosen})


def current_label(at: str = "") -> Expression:
    """Return the label that holds at this instant, for a column of a query."""
    label, coming, instant = columns_of_label(at)
    return Case(When(**{f"{instant}__lte": Now()}, then=F(coming)), default=F(label))


def columns_of_label(at: str) -> tuple[str, str, str]:
    """Return the lookups of a label, of the one to come and of its instant."""
    prefix = f"{at}__" if at else ""
    return f"{prefix}label", f"{prefix}coming_label", f"{prefix}coming_at"


def tags_visible_to(user: Reader) -> Q:
    """Return public vocabulary, and the free tags that a reader's own organization coined."""
    visible = Q(owner=None)
    if user.is_authenticated and user.is_active and user.organization_id is not None:
        visible |= Q(owner=user.organization_id)
    return visible


def partners_only(user: Reader) -> Q:
    """Return every row to a partner's people and none to anyone else (cycles, practice drafts)."""
    return Q() if is_partner(user) else Q(pk__in=[])


def due_policies_visible_to(user: Reader) -> Q:
    """Return every row to the partners' people and to superusers, who edit it."""
    runs = user.is_authenticated and user.is_active and user.is_superuser
    return Q() if runs else partners_only(user)


def own_at_partner(user: Reader) -> Q:
    """Return the rows that a partner's organization keeps for its own people (legal holds)."""
    if not user.is_authenticated or not is_partner(user):
        return Q(pk__in=[])
    return Q(organization=user.organization_id)


def organizations_visible_to(user: Reader, key: str = "pk") -> Q:
    """Return the organizations a reader may know of: their own and the partners; all to a superuser.

    `key` is the column with the organization's key where the rows are its past versions.
    """
    if not user.is_authenticated or not user.is_active:
        return Q(kind=OrganizationKind.PARTNER)
    if user.is_superuser:
        return Q()
    return Q(kind=OrganizationKind.PARTNER) | Q(**{key: user.organization_id})


def users_visible_to(user: Reader) -> Q:
    """Return the accounts a reader may know of: a partner sees partners' people, others their own side."""
    if not user.is_authenticated or not user.is_active:
        return Q(pk__in=[])
    if user.is_superuser:
        return Q()
    if is_partner(user):
        return Q(organization__kind=OrganizationKind.PARTNER)
    return Q(organization=user.organization_id)


def accounts_told_to(user: Reader) -> Q:
    """Return the past versions of accounts that a reader gets: a lead their own people's."""
    if not user.is_authenticated or not user.is_active:
        return Q(pk__in=[])
    if user.is_superuser:
        return Q()
    return (
        Q(organization=user.organization_id)
        if has_permission(user, Permission.LEAD)
        else Q(pk__in=[])
    )


def may_see(user: Reader, record: Record) -> bool:
    """Say of one loaded record what `records_visible_to` says in SQL; only a RED one costs a query.

    It is for a record that another names: the system of a shared review may still be a secret.
    """
    label = record.label_now
    if label == Label.CLEAR:
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    if label == Label.RED:
        return user.named_for.filter(record_id=record.pk).exists()
    shared = label == Label.AMBER and is_partner(user)
    return label == Label.GREEN or shared or record.owner_id == user.organization_id


def may_know_inside(user: Reader, record: Record) -> bool:
    """Say whether a reader belongs to the organization that owns a record, for what stays inside it."""
    return user.is_authenticated and user.is_active and user.organization_id == record.owner_id


def may_know_organization(user: Reader, organization: Organization) -> bool:
    """Say of one loaded organization what `organizations_visible_to` says in SQL."""
    if organization.kind == OrganizationKind.PARTNER:
        return True
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or organization.pk == user.organization_id


def may_know_person(user: Reader, person: User) -> bool:
    """Say of one loaded account what `users_visible_to` says in SQL."""
    if not user.is_authenticated or not user.is_active:
        return False
    if user.is_superuser:
        return True
    if is_partner(user):
        organization = person.organization
        return organization is not None and organization.kind == OrganizationKind.PARTNER
    return person.organization_id == user.organization_id


# --- Who may ----------------------------------------------------------------------------------


def delegations_visible_to(user: Reader) -> Q:
    """Return the delegations within a reader's own organization."""
    if not is_partner(user):
        return Q(pk__in=[])
    return Q(signatory__organization=organization_of(user))


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


def check_can_add_system(user: Reader) -> None:
    """Reviewers and leads register systems of their organization."""
    check_has(user, Permission.LOG)


def check_can_edit_system(user: Reader, system: AISystem) -> None:
    """Reviewers and leads of the owner keep a system's entry; what is public, a lead alone."""
    is_public = system.label_now == Label.CLEAR
    check_works_on(user, system, Permission.LEAD if is_public else Permission.LOG)


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


def check_can_add_tag(user: Reader) -> None:
    """Anyone who logs may coin a free tag in the scheme `local`."""
    check_has(user, Permission.LOG)
