"""The verbs of adoptions: systems are asked once a practice is published, their operators say how far."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lessons.access import adoption as access
from lessons.access.disposition import who_speaks_for
from lessons.models import Adoption, PracticeVersion
from lessons.states import AdoptionStatus, PracticeStatus
from tracker.keys import new_key, new_references
from tracker.models import AISystem, User
from tracker.recording import change, check_not_in_the_future, lock, recorded
from tracker.states import OrganizationKind

UNCONFIRMED: dict[str, Any] = {"confirmation": "", "confirmed_on": None, "confirmed_by": None}


@recorded("lessons.adoption.said")
def say_adoption(
    adoption: Adoption,
    *,
    by: User,
    how_far: str,
    reason: str,
    evidence: str = "",
    evidence_url: str = "",
    said_on: datetime.date | None = None,
) -> Adoption:
    """Say how far a system is with a version, with reason and evidence; a confirmation of before goes."""
    adoption = lock(adoption)
    access.check_can_say(by, adoption)
    day = said_on or timezone.localdate()
    check_not_in_the_future("said_on", day)
    change(
        adoption,
        **UNCONFIRMED,
        status=AdoptionStatus(how_far),
        reason=reason.strip(),
        evidence=evidence.strip(),
        evidence_url=evidence_url,
        said_on=day,
        said_by=by,
    )
    return adoption


@recorded("lessons.adoption.evidence_confirmed")
def confirm_adoption(
    adoption: Adoption, *, by: User, reason: str = "", confirmed_on: datetime.date | None = None
) -> Adoption:
    """Confirm that the evidence shows what was said."""
    adoption = lock(adoption)
    access.check_can_confirm_adoption(by, adoption)
    day = confirmed_on or timezone.localdate()
    check_not_in_the_future("confirmed_on", day)
    change(adoption, confirmation=reason.strip(), confirmed_on=day, confirmed_by=by)
    return adoption


@recorded("lessons.adoption.asked")
def ask_systems(version: PracticeVersion) -> list[Adoption]:
    """Ask each system that a version in force is for how far it is; again, it asks nobody."""
    version = lock(version)
    if version.status_now != PracticeStatus.PUBLISHED:
        return []
    return ask(version, systems_to_ask(version))


def systems_to_ask(version: PracticeVersion) -> Any:
    """Return the systems that a version names, and those asked about an earlier one, not asked yet."""
    earlier = Adoption.objects.filter(version__practice=version.practice_id)
    wanted = Q(practice_versions=version) | Q(pk__in=earlier.values("system"))
    asked = Adoption.objects.filter(version=version).values("system")
    rows = AISystem.objects.filter(wanted).exclude(pk__in=asked).distinct()
    return rows.select_related("owner", "operator").order_by("pk")


def ask(version: PracticeVersion, systems: Iterable[AISystem]) -> list[Adoption]:
    """Ask systems about a version, each through the partner that speaks for it."""
    speaking = [(one, who_speaks_for(one)) for one in systems]
    fresh = [(one, who) for one, who in speaking if who.kind == OrganizationKind.PARTNER]
    heads = [f"{who.code}-{Adoption.reference_prefix}" for _system, who in fresh]
    references = new_references(Adoption, heads)
    assert version.published_at is not None, "a version in force was published"
    illustrative = version.illustrative or version.approvals.filter(illustrative=True).exists()
    made = [
        Adoption(
            id=new_key(),
            reference=reference,
            version=version,
            system=system,
            organization=who,
            asked_on=timezone.localdate(version.published_at),
            illustrative=illustrative,
        )
        for (system, who), reference in zip(fresh, references, strict=True)
    ]
    return Adoption.objects.bulk_create(made)


@recorded("lessons.practiceversion.more_systems_asked")
def ask_more_systems(
    version: PracticeVersion, *, by: User, systems: Iterable[AISystem]
) -> PracticeVersion:
    """Ask systems that a version does not name; those that were asked already are left alone."""
    version = lock(version)
    access.check_can_ask_systems(by, version)
    asked = set(version.adoptions.values_list("system", flat=True))
    ask(version, [one for one in systems if one.pk not in asked])
    return version


def systems_not_asked(user: User, version: PracticeVersion) -> Any:
    """Return the systems that a person sees and that nobody asked about a version."""
    asked = Adoption.objects.filter(version=version).values("system")
    systems = AISystem.objects.visible_to(user).exclude(pk__in=asked)
    return systems.select_related("owner", "operator")


def ask_of_all_practices() -> int:
    """Ask, for every version in force, each system that was not asked yet; return how many were."""
    versions = PracticeVersion.objects.published().order_by("pk")
    return sum(
        len(ask_systems(version)) for version in versions if systems_to_ask(version).exists()
    )


def last_said_by(person: User) -> Adoption | None:
    """Return what a person said last of a system, to offer its reason again."""
    said = Adoption.objects.visible_to(person).filter(said_by=person)
    found: Adoption | None = said.order_by("-said_on", "-id").first()
    return found
