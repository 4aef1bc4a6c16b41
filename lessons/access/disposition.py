"""Who sees what systems answer to a lesson, who answers, and who judges that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from lessons.access.common import is_shared
from lessons.states import LESSONS_IN_FORCE, DispositionStatus, LessonStatus, Scope
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_state,
    check_works_on,
    has_permission,
    is_partner,
    labelled,
    organization_of,
    records_visible_to,
)
from tracker.sharing_access import check_may_be_reworded
from tracker.states import OWN_LABELS, SHARED_LABELS, OrganizationKind

if TYPE_CHECKING:
    from lessons.models import Disposition, Lesson
    from tracker.access import Reader
    from tracker.models import AISystem, Organization, User


def dispositions_visible_to(user: Reader) -> Q:
    """Return what is said of a lesson about one system: to the partners' people who see both."""
    if not is_partner(user):
        return Q(pk__in=[])
    return records_visible_to(user, at="lesson") & records_visible_to(user, at="system")


def is_inside(disposition: Disposition) -> bool:
    """Say whether no other partner may know of a disposition: of its lesson, or of its system."""
    return not (is_shared(disposition.lesson) and is_shared(disposition.system))


def labels_that_count(lesson: Lesson) -> tuple[str, ...]:
    """Return the labels of what counts for a lesson: what all who read it may know of.

    What one partner keeps to itself neither holds a shared lesson back nor carries it on, else its
    existence would leak.
    """
    return SHARED_LABELS if is_shared(lesson) else OWN_LABELS


def counting_for(lesson: Lesson, at: str = "") -> Q:
    """Return the rows that count for a lesson, by their own label or that of what `at` leads to."""
    return labelled(labels_that_count(lesson), at=at)


def who_speaks_for(system: AISystem) -> Organization:
    """Return who says what a system does: its operator, or its owner.

    The owner where the operator is no partner, or may not know of the system.
    """
    operator = system.operator
    known = operator is not None and (is_shared(system) or operator.pk == system.owner_id)
    is_asked = operator is not None and known and operator.kind == OrganizationKind.PARTNER
    return operator if is_asked and operator is not None else system.owner


def who_answers(lesson: Lesson, system: AISystem) -> Organization | None:
    """Return the partner that answers for a system, or None where the lesson is not its own to answer.

    A lesson of one organization asks that one's systems alone.
    """
    chosen = who_speaks_for(system)
    signed = lesson.scope == Scope.JOINT and is_shared(lesson)
    return chosen if signed or chosen.pk == lesson.owner_id else None


def is_steward(user: Reader, disposition: Disposition) -> bool:
    """Say whether a person answers for the system asked, within the organization that is asked."""
    if not is_partner(user) or user.pk != disposition.system.steward_id:
        return False
    return organization_of(user).pk == disposition.organization_id


def steward_of(disposition: Disposition) -> User | None:
    """Return the person who answers for a system; None leaves it to the leads of who is asked."""
    steward = disposition.system.steward
    return steward if steward is not None and is_steward(steward, disposition) else None


def check_can_answer(user: Reader, disposition: Disposition) -> None:
    """The system's steward answers, or a lead of the partner that operates it."""
    if not is_steward(user, disposition):
        check_has(user, Permission.LEAD)
        check_same_organization(user, disposition.organization)
    check_lesson_stands(disposition.lesson)
    check_state(
        disposition,
        DispositionStatus.ASKED,
        DispositionStatus.RETURNED,
        DispositionStatus.ACCEPTED,
        doing="answered",
    )


def check_lesson_stands(lesson: Lesson) -> None:
    """Refuse an answer to a lesson that is no longer in force."""
    check_state(lesson, *LESSONS_IN_FORCE, doing="answered")


def check_can_judge_answer(user: Reader, disposition: Disposition) -> None:
    """A reviewer or lead of another partner judges an answer; of what is inside, another person does."""
    check_has(user, Permission.LOG)
    if is_inside(disposition):
        check_same_organization(user, disposition.organization)
    elif organization_of(user).pk == disposition.organization_id:
        raise Denied(f"{disposition.organization} answers; another partner judges the answer.")
    check_state(disposition, DispositionStatus.ANSWERED, doing="judged")
    if user.pk == disposition.answered_by_id:
        raise Denied("You gave this answer; somebody else judges it.")


def answers_for(user: Reader) -> Q:
    """Return the dispositions that a person may answer, whatever their state."""
    if not is_partner(user):
        return Q(pk__in=[])
    ours = Q(organization=organization_of(user))
    leads = has_permission(user, Permission.LEAD)
    return ours if leads else ours & Q(system__steward=user.pk)


def judges(user: Reader) -> Q:
    """Return the dispositions that a person may judge, whatever their state."""
    if not has_permission(user, Permission.LOG):
        return Q(pk__in=[])
    ours = Q(organization=organization_of(user))
    shared = labelled(SHARED_LABELS, at="lesson") & labelled(SHARED_LABELS, at="system")
    return (ours & ~shared | ~ours & shared) & ~Q(answered_by=user.pk)


# --- Before a lesson is endorsed --------------------------------------------------------------


def check_can_prune(user: Reader, lesson: Lesson) -> None:
    """The owner's reviewers and leads leave a system out until the lesson is endorsed."""
    check_works_on(user, lesson, Permission.LOG)
    check_state(lesson, LessonStatus.IDENTIFIED, doing="pruned")
    check_may_be_reworded(lesson)


def check_can_ask_after_all(user: Reader, lesson: Lesson) -> None:
    """Who leaves a system out takes that back."""
    check_can_prune(user, lesson)
    if not lesson.pruned.visible_to(user).exists():
        raise WrongState("No system is left out.")
