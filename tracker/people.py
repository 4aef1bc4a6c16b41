"""What a person is called, for one reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tracker import access

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import Organization, User


def called(reader: Reader, person: User) -> str:
    """Name a person to those who may know them, and to others their organization only."""
    if access.may_know_person(reader, person):
        return str(person)
    return someone_at(reader, person.organization)


def someone_at(reader: Reader, organization: Organization | None) -> str:
    """Name an organization instead of its person, as far as the reader may know of it."""
    if organization is None or not access.may_know_organization(reader, organization):
        return _("someone")
    return _("someone at %(organization)s") % {"organization": organization}
