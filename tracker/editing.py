"""The only functions that create and edit what stands on the ground floor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.core.exceptions import ValidationError

from tracker import access
from tracker.keys import new_key, new_reference
from tracker.models import (
    LOCAL_SCHEME,
    AISystem,
    Organization,
    Record,
    SystemDependency,
    SystemVersion,
    Tag,
    Taxonomy,
    User,
)
from tracker.recording import change, lock, recorded

R = TypeVar("R", bound=Record)


def create_record(model: type[R], *, by: User, illustrative: bool = False, **fields: Any) -> R:
    """Create a labelled record of the writer's organization, AMBER+STRICT as everything starts."""
    organization = by.organization
    assert organization is not None, "checks let nobody without an organization create"
    record = model(
        id=new_key(),
        reference=new_reference(model, organization.code, model.reference_prefix),
        owner=organization,
        created_by=by,
        illustrative=illustrative,
        **fields,
    )
    record.clean_fields()
    record.save(force_insert=True)
    return record


@recorded("tracker.organization.added")
def add_organization(*, by: User, code: str, name: str, kind: str) -> Organization:
    """Register an organization; a superuser's task."""
    access.check_can_administer(by)
    organization = Organization(code=code, name=name, kind=kind)
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
    user.set_password(password)
    user.full_clean()
    user.save(force_insert=True)
    return user


@recorded("tracker.user.edited")
def edit_user(user: User, *, by: User, **fields: Any) -> User:
    """Change a person's role, names or whether the account is active."""
    access.check_can_manage_users_of(by, user.organization)
    user = lock(user)
    change(user, **fields)
    return user


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
    *, by: User, upstream: AISystem, downstream: AISystem, kind: str, carries_lessons: bool = True
) -> SystemDependency:
    """Record that a system depends on another; the owner of the downstream system says so."""
    access.check_can_edit_system(by, downstream)
    dependency = SystemDependency(
        upstream=upstream, downstream=downstream, kind=kind, carries_lessons=carries_lessons
    )
    dependency.full_clean()
    dependency.save(force_insert=True)
    return dependency


@recorded("tracker.systemdependency.removed")
def remove_dependency(dependency: SystemDependency, *, by: User) -> None:
    """Take back a dependency that does not hold."""
    access.check_can_edit_system(by, dependency.downstream)
    dependency.delete()


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


@recorded("tracker.taxonomy.loaded")
def load_taxonomy(
    *, scheme: str, version: str, title: str, source: str, entries: Iterable[dict[str, str]]
) -> tuple[Taxonomy, int]:
    """Load one version of a vocabulary beside the older ones; return it and how many tags are new.

    `entries` are dicts with `code`, `label` and, where there is one, `description` and `parent` (a
    code). Tags that exist keep their words: a version that was published does not change.
    """
    taxonomy, _ = Taxonomy.objects.get_or_create(
        scheme=scheme, version=version, defaults={"title": title, "source": source}
    )
    rows = list(entries)
    known = dict(Tag.objects.filter(taxonomy=taxonomy).values_list("code", "pk"))
    fresh = [row for row in rows if row["code"] not in known]
    keys = known | {row["code"]: new_key() for row in fresh}
    Tag.objects.bulk_create(
        [
            Tag(
                id=keys[row["code"]],
                taxonomy=taxonomy,
                code=row["code"],
                label=row["label"],
                description=row.get("description", ""),
                parent_id=keys.get(row.get("parent", "")),
            )
            for row in fresh
        ]
    )
    make_current(taxonomy)
    return taxonomy, len(fresh)


def make_current(taxonomy: Taxonomy) -> None:
    """Let new records be tagged with this version of its scheme."""
    Taxonomy.objects.filter(scheme=taxonomy.scheme, is_current=True).exclude(pk=taxonomy.pk).update(
        is_current=False
    )
    change(taxonomy, is_current=True)
