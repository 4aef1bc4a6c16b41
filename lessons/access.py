"""Who sees and who may, on the upper floor: lessons, updates, research, practices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Q

from lessons.states import (
    LESSONS_IN_FORCE,
    PUBLIC_PRACTICES,
    LessonStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateStatus,
)
from reviews.access import check_can_share, check_may_be_carried_on, holds
from reviews.states import ReviewStatus
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
    organization_of,
    partners_only,
    records_visible_to,
)
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
    from reviews.models import Finding, Review
    from tracker.access import Reader
    from tracker.models import AISystem, Record, User

__all__ = [
    "Permission",
    "check_can_share",
    "has_permission",
    "organization_of",
    "partners_only",
    "records_visible_to",
]


# --- Who sees ---------------------------------------------------------------------------------


def practice_versions_visible_to(user: Reader) -> Q:
    """Return the public library to everyone, drafts to the partners' people."""
    return Q() if is_partner(user) else Q(status__in=PUBLIC_PRACTICES)


def is_shared(record: Record) -> bool:
    """Say whether the partners can read a record."""
    return record.label in SHARED_LABELS


def has_worded(user: Reader, signed: Lesson | PracticeVersion) -> bool:
    """Say whether a reader changed what a signature on this record would be about."""
    return signed.worded_by.filter(pk=user.pk).exists()


def check_assignee(record: Record, assignee: User | None) -> None:
    """Refuse to make someone responsible who does not belong to the record's owner."""
    if assignee is not None and assignee.organization_id != record.owner_id:
        raise ValidationError({"assignee": f"Choose someone of {record.owner}."})


# --- Lessons ----------------------------------------------------------------------------------


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
        check_may_be_carried_on(finding)


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


def check_can_tag_lesson(user: Reader, lesson: Lesson) -> None:
    """The owner's reviewers and leads tag a lesson in any state."""
    check_works_on(user, lesson, Permission.LOG)


def check_can_endorse(user: Reader, lesson: Lesson) -> None:
    """A signatory of each organization concerned endorses what they neither wrote nor carry."""
    check_has(user, Permission.SIGN)
    if lesson.scope == Scope.OWN:
        check_same_organization(user, lesson.owner)
    check_state(lesson, LessonStatus.IDENTIFIED, doing="endorsed")
    if lesson.scope == Scope.JOINT and not is_shared(lesson):
        raise WrongState(f"A lead of {lesson.owner} shares the lesson with the partners first.")
    if user.pk in {lesson.created_by_id, lesson.assignee_id} or has_worded(user, lesson):
        raise Denied("You wrote this lesson or carry it; another signatory endorses it.")
    organization = organization_of(user)
    if lesson.endorsements.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has endorsed this version already.")


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


# --- System updates ---------------------------------------------------------------------------


def check_can_propose_update(user: Reader) -> None:
    """Reviewers and leads of a partner propose updates."""
    check_has(user, Permission.LOG)


def check_updates_own_system(user: Reader, system: AISystem) -> None:
    """An organization updates the systems that it owns, develops or operates."""
    mine = {system.owner_id, system.developer_id, system.operator_id}
    if not user.is_authenticated or user.organization_id not in mine:
        raise Denied(f"{system} is another organization's system; they update it.")


def may_know_tracker(user: Reader, update: SystemUpdate) -> bool:
    """Say whether a reader belongs to the organization in whose own tracker an update is followed."""
    return user.is_authenticated and user.organization_id == update.owner_id


def check_carries(user: Reader, record: SystemUpdate | ResearchDirection) -> None:
    """Whoever is responsible for an item, or a lead of its owner, moves it on."""
    if user.is_authenticated and user.is_active and user.pk == record.assignee_id:
        return
    if not is_partner(user):
        # They may not know the person that the refusal below names.
        raise Denied("Only people of a partner can do this.")
    if record.assignee is None:
        check_works_on(user, record, Permission.LOG)
        return
    try:
        check_works_on(user, record, Permission.LEAD)
    except Denied as refusal:
        raise Denied(
            f"Only {record.assignee}, who is responsible, or a lead of {record.owner} can do this."
        ) from refusal


def check_can_edit_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update keeps it until it shipped."""
    check_state_of_update(user, update, doing="edited")


def check_state_of_update(user: Reader, update: SystemUpdate, doing: str) -> None:
    """Refuse a change of an update by others than its carriers, or after it shipped."""
    if update.status == UpdateStatus.PROPOSED:
        check_works_on(user, update, Permission.LOG)
    else:
        check_carries(user, update)
    check_state(
        update,
        UpdateStatus.PROPOSED,
        UpdateStatus.ACCEPTED,
        UpdateStatus.IN_PROGRESS,
        doing=doing,
    )


def check_can_accept_update(user: Reader, update: SystemUpdate) -> None:
    """A lead of the owner accepts an update, with someone responsible and a day."""
    check_works_on(user, update, Permission.LEAD)
    check_state(update, UpdateStatus.PROPOSED, doing="accepted")


def check_can_begin_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an accepted update begins it."""
    check_carries(user, update)
    check_state(update, UpdateStatus.ACCEPTED, doing="begun")


def check_can_ship_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update says when it shipped."""
    check_carries(user, update)
    check_state(update, UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS, doing="shipped")


def check_can_judge_update(user: Reader, update: SystemUpdate) -> None:
    """A reviewer or lead of any partner judges the effect, but not whoever carried the update."""
    check_has(user, Permission.LOG)
    check_state(update, UpdateStatus.SHIPPED, doing="judged")
    hands = {update.assignee_id, update.created_by_id, update.shipped_by_id}
    if user.pk in hands or update.carried_by.filter(pk=user.pk).exists():
        raise Denied("You proposed this update or carried it; somebody else judges its effect.")


def check_can_roll_back_update(user: Reader, update: SystemUpdate) -> None:
    """Whoever carries an update rolls it back."""
    check_carries(user, update)
    check_state(
        update,
        UpdateStatus.SHIPPED,
        UpdateStatus.VERIFIED,
        UpdateStatus.NOT_EFFECTIVE,
        doing="rolled back",
    )


def check_can_decline_update(user: Reader, update: SystemUpdate) -> None:
    """A lead of the owner declines an update that has not shipped."""
    check_works_on(user, update, Permission.LEAD)
    check_state(
        update,
        UpdateStatus.PROPOSED,
        UpdateStatus.ACCEPTED,
        UpdateStatus.IN_PROGRESS,
        doing="declined",
    )


# --- Research directions ----------------------------------------------------------------------


def check_can_propose_research(user: Reader) -> None:
    """Reviewers and leads of a partner propose directions for research."""
    check_has(user, Permission.LOG)


def check_can_edit_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries a direction keeps it until it ends."""
    check_carries(user, direction)
    check_state(
        direction,
        ResearchStatus.PROPOSED,
        ResearchStatus.ADOPTED,
        ResearchStatus.ACTIVE,
        doing="edited",
    )


def check_can_adopt_research(user: Reader, direction: ResearchDirection) -> None:
    """A lead of the owner adopts a direction."""
    check_works_on(user, direction, Permission.LEAD)
    check_state(direction, ResearchStatus.PROPOSED, doing="adopted")


def check_can_begin_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries an adopted direction begins it."""
    check_carries(user, direction)
    check_state(direction, ResearchStatus.ADOPTED, doing="begun")


def check_can_conclude_research(user: Reader, direction: ResearchDirection) -> None:
    """Whoever carries a direction concludes it with its result."""
    check_carries(user, direction)
    check_state(direction, ResearchStatus.ACTIVE, doing="concluded")


def check_can_drop_research(user: Reader, direction: ResearchDirection) -> None:
    """A lead of the owner drops a direction."""
    check_works_on(user, direction, Permission.LEAD)
    check_state(
        direction,
        ResearchStatus.PROPOSED,
        ResearchStatus.ADOPTED,
        ResearchStatus.ACTIVE,
        doing="dropped",
    )


# --- Practices --------------------------------------------------------------------------------


def check_can_edit_practice(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner word a draft together."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.DRAFT, doing="edited")


def check_lessons_still_stand(version: PracticeVersion) -> None:
    """Refuse to go on with a version while a lesson behind it is out of force or not shared."""
    standing = version.lessons.filter(status__in=LESSONS_IN_FORCE, label__in=SHARED_LABELS)
    if standing.count() != version.lessons.count():
        raise WrongState(
            "A lesson behind this version is no longer in force, or not shared with the partners; "
            "take it out of the draft first."
        )


def check_can_propose_practice(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner put a draft up for joint review."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.DRAFT, doing="put up for joint review")
    check_lessons_still_stand(version)


def check_can_return_practice(user: Reader, version: PracticeVersion) -> None:
    """A lead of any partner sends a version back to draft."""
    check_has(user, Permission.LEAD)
    check_state(version, PracticeStatus.JOINT_REVIEW, doing="returned")


def check_can_approve_practice(user: Reader, version: PracticeVersion) -> None:
    """A signatory of each partner approves what they did not write."""
    check_has(user, Permission.SIGN)
    check_state(version, PracticeStatus.JOINT_REVIEW, doing="approved")
    if user.pk == version.created_by_id or has_worded(user, version):
        raise Denied("You wrote this version; another signatory approves it.")
    check_lessons_still_stand(version)
    organization = organization_of(user)
    if version.approvals.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has approved this version already.")


def check_can_publish_practice(user: Reader, version: PracticeVersion) -> None:
    """A lead of any partner publishes what every partner approved."""
    check_has(user, Permission.LEAD)
    check_state(version, PracticeStatus.APPROVED, doing="published")


def check_can_revise_practice(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner draft the next version of a published practice."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.PUBLISHED, doing="revised")


def check_can_withdraw_practice(user: Reader, version: PracticeVersion) -> None:
    """A lead of any partner withdraws a version, with the reason."""
    check_has(user, Permission.LEAD)
    check_state(
        version,
        PracticeStatus.DRAFT,
        PracticeStatus.JOINT_REVIEW,
        PracticeStatus.APPROVED,
        PracticeStatus.PUBLISHED,
        doing="withdrawn",
    )
