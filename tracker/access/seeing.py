"""Who sees a record, an organization or a person, in SQL and of one that is loaded."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db.models import Case, Expression, F, Q, When
from django.db.models.functions import Now

from tracker.access.roles import Permission, has_permission, is_partner, organization_of
from tracker.states import RELEASED_LABELS, SHARED_LABELS, Label, OrganizationKind

if TYPE_CHECKING:
    from tracker.access.roles import Reader
    from tracker.models import Organization, Record, User


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
    return label_lets_in(user, record) and all(may_see(user, one) for one in record.beneath)


def label_lets_in(user: Reader, record: Record) -> bool:
    """Say whether a record's own label lets a reader in."""
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


def delegations_visible_to(user: Reader) -> Q:
    """Return the delegations within a reader's own organization."""
    if not is_partner(user):
        return Q(pk__in=[])
    return Q(signatory__organization=organization_of(user))
