"""Who may word, share, sign and end lessons, and start what follows from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from lessons.access.common import has_hand_in, is_shared
from lessons.states import LESSONS_IN_FORCE, LessonStatus, Scope
from reviews.access import holds
from reviews.states import ReviewStatus
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
from tracker.audience import check_may_rest_on
from tracker.sharing_access import check_may_be_reworded

if TYPE_CHECKING:
    from lessons.models import Lesson
    from reviews.models import Finding, Review
    from tracker.access import Reader
    from tracker.models import User


def check_can_write_lesson(user: Reader) -> None:
    """Reviewers and leads of a partner write lessons down."""
    check_has(user, Permission.LOG)


def check_can_draft_lesson(user: Reader, findings: Iterable[Finding]) -> None:
    """Whoever logs drafts a lesson from findings that a review stands behind."""
    check_can_write_lesson(user)
    chosen = list(findings)
    if not chosen:
        raise WrongState("Choose the findings that the lesson is drawn from.")
    for finding in chosen:
        if not holds(finding):
            raise WrongState(
                f"{finding.reference} is {finding.get_status_display().lower()}; "
                "a lesson is drawn from confirmed findings."
            )
    check_may_rest_on(user, chosen)


def check_can_draft_lesson_from(user: Reader, finding: Finding) -> None:
    """Whoever logs drafts a lesson from one finding that a review stands behind."""
    check_can_draft_lesson(user, [finding])


def check_can_draft_lesson_from_review(user: Reader, review: Review) -> None:
    """Whoever logs drafts a lesson from the findings of an accepted review."""
    check_can_write_lesson(user)
    if review.status != ReviewStatus.ACCEPTED:
        raise WrongState(
            f"{review.reference} is {review.get_status_display().lower()}; "
            "a lesson is drawn from findings that a lead accepted."
        )


def check_can_edit_lesson(user: Reader, lesson: Lesson) -> None:
    """The owner's reviewers and leads word a lesson until it is endorsed."""
    check_works_on(user, lesson, Permission.LOG)
    check_state(lesson, LessonStatus.IDENTIFIED, doing="edited")
    check_may_be_reworded(lesson)


def check_can_tag_lesson(user: Reader, lesson: Lesson) -> None:
    """The owner's reviewers and leads tag a lesson in any state."""
    check_works_on(user, lesson, Permission.LOG)


def check_can_endorse(user: Reader, lesson: Lesson) -> None:
    """A signatory of each organization concerned endorses what they neither wrote nor carry."""
    check_has(user, Permission.SIGN)
    if lesson.scope == Scope.OWN:
        check_same_organization(user, lesson.owner)
    else:
        check_counts(organization_of(user))
    check_state(lesson, LessonStatus.IDENTIFIED, doing="endorsed")
    if lesson.scope == Scope.JOINT and not is_shared(lesson):
        raise WrongState(f"A lead of {lesson.owner} shares the lesson with the partners first.")
    if has_hand_in(user, lesson):
        raise Denied("You wrote this lesson or carry it; another signatory endorses it.")
    organization = organization_of(user)
    if lesson.endorsements.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has endorsed this version already.")


def check_can_reassign_lesson(user: Reader, lesson: Lesson) -> None:
    """A lead of the owner makes someone else responsible while a lesson is open."""
    check_works_on(user, lesson, Permission.LEAD)
    check_state(lesson, LessonStatus.IDENTIFIED, *LESSONS_IN_FORCE, doing="reassigned")


def check_has_not_signed(lesson: Lesson, assignee: User | None) -> None:
    """Refuse to make someone responsible for what they signed: nobody signs what they carry."""
    if assignee is not None and lesson.endorsements.current().filter(signed_by=assignee).exists():
        raise ValidationError({"assignee": f"{assignee} signed this lesson; choose someone else."})


def check_can_reject_lesson(user: Reader, lesson: Lesson) -> None:
    """A lead of the owner rejects a lesson before it is endorsed."""
    check_works_on(user, lesson, Permission.LEAD)
    check_state(lesson, LessonStatus.IDENTIFIED, doing="rejected")


def check_can_supersede_lesson(user: Reader, lesson: Lesson) -> None:
    """A lead of the owner points from a lesson to the one that takes its place."""
    check_works_on(user, lesson, Permission.LEAD)
    check_state(lesson, LessonStatus.IDENTIFIED, *LESSONS_IN_FORCE, doing="superseded")


def check_can_take_the_place_of(lesson: Lesson, other: Lesson) -> None:
    """Refuse a lesson that stands on weaker feet than the one it takes the place of."""
    ended = {LessonStatus.REJECTED, LessonStatus.SUPERSEDED}
    if other.pk == lesson.pk or other.status in ended:
        raise ValidationError({"other": "Choose another lesson, one that still stands."})
    if lesson.status in LESSONS_IN_FORCE and other.status not in LESSONS_IN_FORCE:
        raise ValidationError({"other": f"{other.reference} is not endorsed yet."})
    if is_shared(lesson) and not is_shared(other):
        raise ValidationError({"other": f"{other.reference} is not shared with the partners yet."})


def check_can_start_outcome(user: Reader, lesson: Lesson) -> None:
    """Whoever logs starts an outcome from an endorsed lesson."""
    check_has(user, Permission.LOG)
    check_state(lesson, *LESSONS_IN_FORCE, doing="acted on")


def check_can_start_practice(user: Reader, lesson: Lesson) -> None:
    """Whoever logs drafts a joint practice from an endorsed lesson that the partners can read."""
    check_can_start_outcome(user, lesson)
    if not is_shared(lesson):
        raise WrongState(f"A lead of {lesson.owner} shares the lesson with the partners first.")
