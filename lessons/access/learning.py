"""Who says that a lesson needs no action, and which outcomes it can do without."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lessons.access.common import has_hand_in
from lessons.states import LESSONS_BEING_LEARNED, Scope
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_counts,
    check_has,
    check_same_organization,
    check_state,
    check_works_on,
    organization_of,
)

if TYPE_CHECKING:
    from lessons.models import Lesson
    from tracker.access import Reader


def check_can_sign_no_action(user: Reader, lesson: Lesson) -> None:
    """A signatory of each organization that endorsed signs that nothing has to be done, and why."""
    check_has(user, Permission.SIGN)
    organization = organization_of(user)
    if lesson.scope == Scope.OWN:
        check_same_organization(user, lesson.owner)
    else:
        check_counts(organization)
    check_state(lesson, *LESSONS_BEING_LEARNED, doing="left without action")
    if has_hand_in(user, lesson):
        raise Denied("You wrote this lesson or carry it; another signatory signs.")
    if lesson.no_actions.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has signed this already.")


def check_can_withdraw_no_action(user: Reader, lesson: Lesson) -> None:
    """A signatory takes that back while others have still to sign."""
    check_has(user, Permission.SIGN)
    if lesson.scope == Scope.OWN:
        check_same_organization(user, lesson.owner)
    check_state(lesson, *LESSONS_BEING_LEARNED, doing="taken back a signature from")
    organization = organization_of(user)
    if not lesson.no_actions.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has not signed that nothing has to be done.")


def check_can_weigh_outcome(user: Reader, outcome: Any) -> None:
    """A lead says which outcomes a lesson of their organization can do without; which lesson is asked."""
    check_has(user, Permission.LEAD)


def check_can_weigh_for(user: Reader, lesson: Lesson) -> None:
    """A lead of a lesson's owner says what it can do without, until it is learned."""
    check_works_on(user, lesson, Permission.LEAD)
    check_state(lesson, *LESSONS_BEING_LEARNED, doing="weighed")
