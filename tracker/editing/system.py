"""The only functions that create and edit systems, their versions and what they depend on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from tracker import access
from tracker.editing.record import create_record
from tracker.models import (
    AISystem,
    SystemDependency,
    SystemVersion,
    User,
)
from tracker.paths import hops_for
from tracker.recording import change, lock, lock_pair, recorded
from tracker.triggers import NO_LOOPS


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
    # The first step is what was just stated; the way back to where it begins is what was there.
    [back] = hops_for(reader, [keys[1:]], along_lessons=False)
    return " → ".join(map(str, [back[-1], *back]))


@recorded("tracker.systemdependency.taken_back")
def take_back_dependency(dependency: SystemDependency, *, by: User) -> SystemDependency:
    """Say that a dependency does not hold any more; what was asked along it stays asked."""
    downstream = lock(dependency.downstream)
    dependency = lock(dependency)
    dependency.downstream = downstream
    access.check_can_take_back_dependency(by, dependency)
    change(dependency, taken_back_at=timezone.now())
    return dependency
