"""Who may add and change systems and tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.access.refusals import WrongState
from tracker.access.roles import Permission, check_has, check_works_on
from tracker.states import Label

if TYPE_CHECKING:
    from tracker.access.roles import Reader
    from tracker.models import AISystem, SystemDependency


def check_can_add_system(user: Reader) -> None:
    """Reviewers and leads register systems of their organization."""
    check_has(user, Permission.LOG)


def check_can_edit_system(user: Reader, system: AISystem) -> None:
    """Reviewers and leads of the owner keep a system's entry; what is public, a lead alone."""
    is_public = system.label_now == Label.CLEAR
    check_works_on(user, system, Permission.LEAD if is_public else Permission.LOG)


def check_can_take_back_dependency(user: Reader, dependency: SystemDependency) -> None:
    """Who keeps the entry of the downstream system takes back what it is said to depend on."""
    check_can_edit_system(user, dependency.downstream)
    if dependency.taken_back_at is not None:
        raise WrongState(f"{dependency.reference} was taken back already.")


def check_can_add_tag(user: Reader) -> None:
    """Anyone who logs may coin a free tag in the scheme `local`."""
    check_has(user, Permission.LOG)
