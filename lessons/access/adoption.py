"""Who sees how far systems are with practices, who says it, and who confirms its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from lessons.access.common import is_shared
from lessons.states import ADOPTIONS_WITH_EVIDENCE, AdoptionStatus, PracticeStatus
from tracker.access import (
    Denied,
    Permission,
    WrongState,
    check_has,
    check_same_organization,
    check_state,
    has_permission,
    is_partner,
    labelled,
    organization_of,
    partners_only,
    records_visible_to,
)
from tracker.states import SHARED_LABELS

if TYPE_CHECKING:
    from lessons.models import Adoption, PracticeVersion
    from tracker.access import Reader


def adoptions_visible_to(user: Reader) -> Q:
    """Return what is said of a system to the partners' people who see it; they see every version."""
    return partners_only(user) & records_visible_to(user, at="system")


def is_kept_inside(adoption: Adoption) -> bool:
    """Say whether no other partner may know of the system, and so of what is said of it."""
    return not is_shared(adoption.system)


def counted() -> Q:
    """Return what counts in figures that every partner reads alike: systems that all may know of."""
    return labelled(SHARED_LABELS, at="system")


def speaks_for(user: Reader) -> Q:
    """Return what a person may say: of their organization's systems, or of those they are steward of."""
    if not is_partner(user):
        return Q(pk__in=[])
    ours = Q(organization=organization_of(user))
    logs = has_permission(user, Permission.LOG)
    return ours if logs else ours & Q(system__steward=user.pk)


def check_can_say(user: Reader, adoption: Adoption) -> None:
    """The system's steward says it, or a reviewer or lead of the partner that operates it."""
    is_steward = is_partner(user) and user.pk == adoption.system.steward_id
    if not is_steward:
        check_has(user, Permission.LOG)
    check_same_organization(user, adoption.organization)
    check_version_in_force(adoption)


def check_can_ask_systems(user: Reader, version: PracticeVersion) -> None:
    """Reviewers and leads of any partner ask further systems about a version in force."""
    check_has(user, Permission.LOG)
    check_state(version, PracticeStatus.PUBLISHED, doing="asked about")


def check_version_in_force(adoption: Adoption) -> None:
    """Refuse what concerns a version that another one took the place of, or that was withdrawn."""
    version = adoption.version
    if version.status_now != PracticeStatus.PUBLISHED:
        raise WrongState(
            f"{version.reference} is {version.get_status_display().lower()}; say it of the version "
            "in force."
        )


def check_can_confirm_adoption(user: Reader, adoption: Adoption) -> None:
    """Another reviewer or lead, of any partner that sees the system, confirms what the evidence shows."""
    check_has(user, Permission.LOG)
    check_version_in_force(adoption)
    if adoption.status not in ADOPTIONS_WITH_EVIDENCE:
        raise WrongState(
            f"It is {AdoptionStatus(adoption.status).label.lower()}; only what is adopted, wholly or "
            "partly, has evidence to confirm."
        )
    if not (adoption.evidence or adoption.evidence_url):
        raise WrongState("No evidence is given yet; whoever says that it is adopted adds it first.")
    if adoption.confirmed_by_id is not None:
        raise WrongState("The evidence is confirmed already.")
    if user.pk == adoption.said_by_id:
        raise Denied("You said this; somebody else confirms the evidence.")
