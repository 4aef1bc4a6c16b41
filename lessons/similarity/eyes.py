"""Through whose eyes a job compares that works for nobody in particular.

Whatever people of several organizations are shown is compared through eyes that see only what all of
them see; what one organization keeps to itself, through the eyes of anyone there. What is for people
by name is compared by nobody but them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.models import Organization, User
from tracker.states import OrganizationKind, Role


def anyone_at(organization: Organization) -> User:
    """Return a reader who is nobody by name and sees what everyone at an organization sees."""
    return User(organization=organization, role=Role.OBSERVER, is_active=True)


def anyone_at_any_partner() -> User:
    """Return a reader who sees what every partner sees: somebody of a partner that owns nothing."""
    return anyone_at(Organization(kind=OrganizationKind.PARTNER))


def all_eyes() -> Iterator[User]:
    """Yield the readers to compare for, those who see least first."""
    yield anyone_at_any_partner()
    for organization in Organization.objects.partners().order_by("code"):
        yield anyone_at(organization)
