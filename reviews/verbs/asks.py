"""What several verbs ask for and say alike."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from tracker.material import digest_now
from tracker.models import User
from tracker.states import OrganizationKind
from tracker.verbs import Ask

SEEN = Ask(
    "digest",
    "Digest of what was read",
    "seen",
    required=False,
    initial=digest_now,
    help="SHA-256 of the content; refused when the content was changed since.",
)
STATEMENT = Ask("statement", "Statement", required=False, help="Shown beside the signature.")


def today(_: Any) -> Any:
    """Return today, for dates that mostly are."""
    return timezone.localdate()


def partners_people(user: User, _: Any) -> Any:
    """Return the people of the partners who can carry a condition."""
    people = User.objects.visible_to(user).filter(is_active=True)
    return people.filter(organization__kind=OrganizationKind.PARTNER)


def own_people(user: User, _: Any) -> Any:
    """Return the people who can carry a task."""
    return User.objects.assignable_by(user)
