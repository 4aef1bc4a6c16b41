"""Who may read, word, sign and publish versions of best practices."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, Expression, Q
from django.db.models.functions import Now

from lessons.access.common import has_hand_in
from lessons.states import PUBLIC_PRACTICES, PracticeStatus
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_counts,
    check_has,
    check_state,
    is_partner,
    organization_of,
)
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from lessons.models import PracticeVersion
    from tracker.access import Reader


def practice_versions_visible_to(
    user: Reader, now: datetime.datetime | Expression | None = None
) -> Q:
    """Return the public library to everyone, drafts and what is to be published to the partners' people.

    `now` is the instant for which an embargo is asked about where it isn't this one.
    """
    return Q() if is_partner(user) else Q(status__in=PUBLIC_PRACTICES) | come_out(now)


def come_out(now: datetime.datetime | Expression | None = None) -> Q:
    """Return the versions that an instant published, which nobody wrote yet.

    The database's clock decides, as with the embargo of a label.
    """
    return Q(status=PracticeStatus.APPROVED, published_at__lte=now or Now())


def in_state(state: str, replaced: Exists) -> Q:
    """Return the versions that are in a state at this instant, as `PracticeVersion.status_now` says it.

    `replaced` says of a version that an instant published one in its place.
    """
    stored = Q(status=state)
    match state:
        case PracticeStatus.APPROVED:
            return stored & ~come_out()
        case PracticeStatus.PUBLISHED:
            return stored & ~Q(replaced) | come_out()
        case PracticeStatus.SUPERSEDED:
            return stored | Q(status=PracticeStatus.PUBLISHED) & Q(replaced)
    return stored


def check_can_edit_practice(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner word a draft together."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.DRAFT, doing="edited")


def check_lessons_still_stand(version: PracticeVersion) -> None:
    """Refuse to go on with a version while a lesson behind it is out of force or not shared."""
    standing = version.lessons.labelled(*SHARED_LABELS).in_force()
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
    check_counts(organization_of(user))
    check_state(version, PracticeStatus.JOINT_REVIEW, doing="approved")
    if has_hand_in(user, version):
        raise Denied("You wrote this version; another signatory approves it.")
    check_lessons_still_stand(version)
    organization = organization_of(user)
    if version.approvals.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has approved this version already.")


def check_can_publish_practice(user: Reader, version: PracticeVersion) -> None:
    """A lead of any partner publishes what every partner approved, at once or from another instant."""
    check_has(user, Permission.LEAD)
    check_state(version, PracticeStatus.APPROVED, doing="published")


def check_can_call_off_publication(user: Reader, version: PracticeVersion) -> None:
    """A lead of any partner calls off a publication whose instant is still to come."""
    check_has(user, Permission.LEAD)
    if not version.is_under_embargo:
        raise WrongState(f"{version.reference} waits for no instant to be published.")


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
