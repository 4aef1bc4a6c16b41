"""Who sees and who may on the upper floor: what several of its nouns share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from tracker.access import Denied, Permission, check_works_on, hands_of, is_partner
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
    from tracker.access import Reader
    from tracker.models import Record, User


def is_shared(record: Record) -> bool:
    """Say whether the partners can read a record."""
    return record.label_now in SHARED_LABELS


def has_hand_in(user: Reader, signed: Lesson | PracticeVersion) -> bool:
    """Say whether a reader, or whom they sign for, wrote, changed or carries what would be signed."""
    hands = hands_of(user)
    if hands & {signed.created_by_id, getattr(signed, "assignee_id", None)}:
        return True
    return signed.worded_by.filter(pk__in=hands).exists()


def check_assignee(record: Record, assignee: User | None) -> None:
    """Refuse to make someone responsible who does not belong to the record's owner."""
    if assignee is not None and assignee.organization_id != record.owner_id:
        raise ValidationError({"assignee": f"Choose someone of {record.owner}."})


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
