"""The only functions that create and edit what stands on the ground floor."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tracker import access
from tracker.account_editing import end_access
from tracker.audience import leave_to, readers_in_common
from tracker.keys import new_key, new_reference
from tracker.models import (
    LOCAL_SCHEME,
    AISystem,
    Delegation,
    Organization,
    Record,
    SystemDependency,
    SystemVersion,
    Tag,
    Taxonomy,
    User,
)
from tracker.notifying.telling import tell
from tracker.paths import hops_for
from tracker.recording import change, lock, lock_pair, recorded
from tracker.states import Label, OrganizationKind
from tracker.triggers import NO_LOOPS
from tracker.vocabularies.entries import Entry, Vocabulary, problems, version_order

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


@recorded("tracker.system.added")
def add_system(
    *, by: User, name: str, kind: str, illustrative: bool = False, **fields: Any
) -> AISystem:
    """Register a system of the writer's organization."""
    access.check_can_add_system(by)
    return create_record(AISystem, by=by, name=name, kind=kind, illustrative=illustrative, **fields)


@recorded("tracker.system.edited")
def edit_system(system: AISystem, *, by: User, **fields: Any) -> AISystem:
    """Change a system's entry."""
    system = lock(system)
    access.check_can_edit_system(by, system)
    change(system, **fields)
    return system


@recorded("tracker.systemversion.added")
def add_system_version(system: AISystem, *, by: User, label: str, **fields: Any) -> SystemVersion:
    """Record a version of a system."""
    system = lock(system)
    access.check_can_edit_system(by, system)
    version = SystemVersion(system=system, label=label, **fields)
    version.full_clean()
    version.save(force_insert=True)
    return version


def check_version_of(system: AISystem | None, **versions: SystemVersion | None) -> None:
    """Refuse a version of another system; the keywords name the fields that hold them."""
    for field, version in versions.items():
        if version is not None and version.system_id != getattr(system, "pk", None):
            raise ValidationError({field: "This version belongs to another system."})


@recorded("tracker.systemdependency.added")
def add_dependency(
    *, by: User, upstream: AISystem, downstream: AISystem, kind: str, **fields: Any
) -> SystemDependency:
    """Record that a system depends on another; the owner of the downstream system says so."""
    upstream, downstream = lock_pair(upstream, downstream)
    access.check_can_edit_system(by, downstream)
    try:
        with transaction.atomic():
            return create_record(
                SystemDependency,
                by=by,
                sources=(upstream, downstream),
                upstream=upstream,
                downstream=downstream,
                kind=kind,
                **fields,
            )
    except IntegrityError as error:
        if path := path_of_loop(error, by):
            raise ValidationError(f"A system cannot depend on itself: {path}.") from error
        raise


def path_of_loop(error: IntegrityError, reader: User) -> str:
    """Name the systems of a loop that was refused as far as a reader may know it, else nothing."""
    diagnosis = getattr(error.__cause__, "diag", None)
    if getattr(diagnosis, "constraint_name", None) != NO_LOOPS:
        return ""
    keys = [UUID(key) for key in diagnosis.message_detail.split()]  # type: ignore[union-attr]
    [hops] = hops_for(reader, [keys], along_lessons=False, stated=[(keys[0], keys[1])])
    return " → ".join(map(str, hops))


@recorded("tracker.systemdependency.removed")
def remove_dependency(dependency: SystemDependency, *, by: User) -> AISystem:
    """Take back a dependency that does not hold, and return the system that it was stated of."""
    dependency.downstream = downstream = lock(dependency.downstream)
    access.check_can_remove_dependency(by, dependency)
    lock(dependency).delete()
    return downstream


@recorded("tracker.tag.coined")
def coin_tag(*, by: User, label: str, code: str) -> Tag:
    """Add a free tag of the writer's organization to the scheme `local`."""
    access.check_can_add_tag(by)
    taxonomy, _ = Taxonomy.objects.get_or_create(
        scheme=LOCAL_SCHEME, version="1", defaults={"title": "Free tags", "is_current": True}
    )
    tag = Tag(taxonomy=taxonomy, code=code, label=label, owner=by.organization)
    tag.full_clean()
    tag.save(force_insert=True)
    return tag


@dataclass(frozen=True)
class Loaded:
    """What loading a vocabulary did: tags added, descriptions filled in, words kept as published."""

    taxonomy: Taxonomy
    is_new: bool
    added: int
    described: int
    kept: int


@recorded("tracker.taxonomy.loaded")
def load_taxonomy(vocabulary: Vocabulary) -> Loaded:
    """Load one version of a vocabulary beside the others; a new one that is the latest becomes current.

    Tags that exist keep their words, since a published version does not change; only a description
    that was empty is filled in. Loading the same again changes nothing, not even which is current.
    """
    taxonomy, is_new = Taxonomy.objects.get_or_create(
        scheme=vocabulary.scheme,
        version=vocabulary.version,
        defaults={"title": vocabulary.title[:300], "source": vocabulary.source[:500]},
    )
    known = {tag.code: tag for tag in Tag.objects.filter(taxonomy=taxonomy, owner=None)}
    if wrong := problems(vocabulary, known):
        raise ValidationError(wrong)
    added = add_tags(taxonomy, vocabulary.entries, known)
    described = describe_tags(vocabulary.entries, known)
    if is_new and is_latest(taxonomy):
        make_current(taxonomy)
    kept = sum(1 for entry in vocabulary.entries if differs(entry, known.get(entry.code)))
    return Loaded(taxonomy, is_new, added, described, kept)


def add_tags(taxonomy: Taxonomy, entries: Iterable[Entry], known: Mapping[str, Tag]) -> int:
    """Add the entries that are not there yet, children under their parents; return how many."""
    fresh = [entry for entry in entries if entry.code not in known]
    keys = {code: tag.pk for code, tag in known.items()}
    keys |= {entry.code: new_key() for entry in fresh}
    Tag.objects.bulk_create(
        [
            Tag(
                id=keys[entry.code],
                taxonomy=taxonomy,
                code=entry.code,
                label=entry.label,
                description=entry.description,
                parent_id=keys.get(entry.parent),
            )
            for entry in fresh
        ]
    )
    return len(fresh)


def describe_tags(entries: Iterable[Entry], known: Mapping[str, Tag]) -> int:
    """Fill in descriptions that are empty, as where only names were shipped; return how many."""
    bare = [
        (known[entry.code], entry.description)
        for entry in entries
        if entry.description and entry.code in known and not known[entry.code].description
    ]
    for tag, description in bare:
        tag.description = description
    Tag.objects.bulk_update([tag for tag, _ in bare], ["description"])
    return len(bare)


def differs(entry: Entry, tag: Tag | None) -> bool:
    """Say whether a file words a tag otherwise than it was loaded; no description says nothing."""
    return tag is not None and (
        entry.label != tag.label or entry.description not in {"", tag.description}
    )


def is_latest(taxonomy: Taxonomy) -> bool:
    """Say whether a version comes after the current one of its scheme, or there is none."""
    current = Taxonomy.objects.filter(scheme=taxonomy.scheme, is_current=True).first()
    return current is None or version_order(taxonomy.version) > version_order(current.version)


def make_current(taxonomy: Taxonomy) -> None:
    """Let new records be tagged with this version of its scheme."""
    Taxonomy.objects.filter(scheme=taxonomy.scheme, is_current=True).exclude(pk=taxonomy.pk).update(
        is_current=False
    )
    change(taxonomy, is_current=True)
