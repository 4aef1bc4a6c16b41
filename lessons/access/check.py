"""Who sees checks that run, who lets a lesson or a practice carry one, and who records results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from lessons.states import LESSONS_IN_FORCE, PracticeStatus
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_state,
    organization_of,
    partners_only,
    records_visible_to,
)

if TYPE_CHECKING:
    from lessons.models import Check, Lesson, PracticeVersion
    from tracker.access import Reader
    from tracker.models import AISystem


def checks_visible_to(user: Reader, at: str = "") -> Q:
    """Return the checks of which a partner's reader sees the record and the system.

    Every partner sees the practices; `at` leads to the check.
    """
    carried = records_visible_to(user, at=f"{at}lesson") | Q(**{f"{at}lesson__isnull": True})
    return partners_only(user) & carried & records_visible_to(user, at=f"{at}system")


def check_can_let_lesson_carry(user: Reader, lesson: Lesson) -> None:
    """Reviewers and leads of a partner that sees a lesson in force measure it on their systems."""
    check_has(user, Permission.LOG)
    check_state(lesson, *LESSONS_IN_FORCE, doing="checked")


def check_can_let_practice_carry(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner measure a practice in force on their systems."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.PUBLISHED, doing="checked")


def check_runs_on(user: Reader, system: AISystem) -> None:
    """Refuse a check on a system that another organization owns and operates."""
    if organization_of(user).pk not in {system.owner_id, system.operator_id}:
        raise Denied(f"Only who owns or operates {system} checks it.")


def check_can_record_result(user: Reader, check: Check) -> None:
    """Reviewers and leads of the partner that runs a check record its results."""
    check_has(user, Permission.LOG)
    check_same_organization(user, check.organization)
    check_is_in_use(check)


def check_can_retire_check(user: Reader, check: Check) -> None:
    """Who set a check up, or a lead of the partner that runs it, retires it, once."""
    has_set_up = user.is_authenticated and user.pk == check.created_by_id
    check_has(user, Permission.LOG if has_set_up else Permission.LEAD)
    check_same_organization(user, check.organization)
    check_is_in_use(check)


def check_is_in_use(check: Check) -> None:
    """Refuse what concerns a check that somebody retired."""
    if check.retired_at is not None:
        raise WrongState(f"{check.reference} is retired; set up another check.")
