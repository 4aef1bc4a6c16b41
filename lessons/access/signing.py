"""Who reads what was signed, and who takes a signature back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lessons.states import LessonStatus, PracticeStatus, Scope
from tracker.access import (
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_state,
    is_partner,
    organization_of,
)

if TYPE_CHECKING:
    from lessons.models import Lesson, PracticeVersion
    from tracker.access import Reader
    from tracker.models import SignOff


def may_read_signed(user: Reader, record: Lesson | PracticeVersion, signature: SignOff) -> bool:
    """Say whether a reader was among those who could read what was signed when it was.

    What is joint the partners' people could; the words of an own lesson only its organization's.
    """
    if not is_partner(user) or not signature.content:
        return False
    return not was_own(signature) or organization_of(user).pk == getattr(record, "owner_id", None)


def was_own(signature: SignOff) -> bool:
    """Say whether what was signed was an organization's own when it was signed."""
    return bool(json.loads(signature.content).get("scope") == Scope.OWN)


def check_can_withdraw_endorsement(user: Reader, lesson: Lesson) -> None:
    """A signatory takes their organization's endorsement back while others have still to sign."""
    check_has(user, Permission.SIGN)
    if lesson.scope == Scope.OWN:
        check_same_organization(user, lesson.owner)
    check_state(lesson, LessonStatus.IDENTIFIED, doing="taken back a signature from")
    check_has_signed(user, lesson)


def check_can_withdraw_approval(user: Reader, version: PracticeVersion) -> None:
    """A signatory takes their organization's approval back while others have still to sign."""
    check_has(user, Permission.SIGN)
    check_state(version, PracticeStatus.JOINT_REVIEW, doing="taken back a signature from")
    check_has_signed(user, version)


def check_has_signed(user: Reader, record: Lesson | PracticeVersion) -> None:
    """Refuse where an organization has no signature on what stands."""
    organization = organization_of(user)
    if not record.signatures.current().filter(organization=organization).exists():
        raise WrongState(f"{organization} has no signature on this version.")
