"""The verbs of practice versions, from a draft to the public library."""

from __future__ import annotations

import datetime

from django.db.models import Max
from django.utils import timezone

from lessons import access
from lessons.following import mark_actioned, settle_lessons
from lessons.models import PracticeApproval, PracticeVersion
from lessons.practice_editing import create_version
from lessons.states import PracticeStatus
from tracker.instants import check_to_come
from tracker.models import Organization, User
from tracker.notifying.telling import tell_signed
from tracker.recording import change, lock, noon_of, recorded
from tracker.signing import sign, withdraw


@recorded("lessons.practiceversion.put_up_for_review")
def propose_practice(version: PracticeVersion, *, by: User) -> PracticeVersion:
    """Put a draft before the partners' signatories."""
    version = lock(version)
    access.check_can_propose_practice(by, version)
    change(version, status=PracticeStatus.JOINT_REVIEW, return_reason="")
    return version


@recorded("lessons.practiceversion.returned")
def return_practice(version: PracticeVersion, *, by: User, reason: str) -> PracticeVersion:
    """Send a version back to draft; signatures given so far are for what it said then."""
    version = lock(version)
    access.check_can_return_practice(by, version)
    change(
        version,
        status=PracticeStatus.DRAFT,
        content_version=version.content_version + 1,
        return_reason=reason.strip(),
    )
    return version


@recorded("lessons.practiceversion.signed")
def approve_practice(
    version: PracticeVersion,
    *,
    by: User,
    statement: str = "",
    digest: str | None = None,
    illustrative: bool = False,
    signed_on: datetime.date | None = None,
) -> PracticeVersion:
    """Sign a version for the signatory's organization; the last partner's signature approves it."""
    version = lock(version)
    access.check_can_approve_practice(by, version)
    sign(
        PracticeApproval,
        version,
        by=by,
        version=version,
        digest=digest,
        statement=statement,
        illustrative=illustrative,
        signed_on=signed_on,
    )
    signed = set(version.approvals.current().values_list("organization", flat=True))
    if signed >= set(Organization.objects.counting().values_list("pk", flat=True)):
        change(version, status=PracticeStatus.APPROVED)
        tell_signed([version.created_by], version, by=by)
    return version


@recorded("lessons.practiceversion.signature_withdrawn")
def withdraw_approval(version: PracticeVersion, *, by: User, reason: str) -> PracticeVersion:
    """Take an organization's signature back while others have still to sign."""
    version = lock(version)
    access.check_can_withdraw_approval(by, version)
    withdraw(version.approvals.current().get(organization=by.organization), by=by, reason=reason)
    return version


@recorded("lessons.practiceversion.published")
def publish_practice(
    version: PracticeVersion,
    *,
    by: User,
    published_on: datetime.date | None = None,
    takes_effect_at: datetime.datetime | None = None,
) -> PracticeVersion:
    """Put an approved version into the public library; it takes the place of the one before.

    With an instant it does so from then on, without a write; until then the partners alone read it,
    and the one before stays in force. A practice that the world had before this tracker did carries
    the day of that publication.
    """
    version = lock_settled(version)
    access.check_can_publish_practice(by, version)
    check_to_come("takes_effect_at", takes_effect_at)
    if takes_effect_at is not None:
        change(version, published_at=takes_effect_at)
    else:
        put_in_force(version, timezone.now() if published_on is None else noon_of(published_on))
    mark_actioned(list(version.lessons.all()))
    settle_lessons(version.lessons.values_list("pk", flat=True))
    return version


@recorded("lessons.practiceversion.publication_called_off")
def call_off_publication(version: PracticeVersion, *, by: User) -> PracticeVersion:
    """Take back the instant from which an approved version was to be published."""
    version = lock_settled(version)
    access.check_can_call_off_publication(by, version)
    change(version, published_at=None)
    return version


def lock_settled(version: PracticeVersion) -> PracticeVersion:
    """Return a version locked after its practice, on which is written what an instant brought about."""
    practice = lock(version.practice)
    for out in practice.versions.select_for_update().filter(access.come_out()):
        put_in_force(out, out.published_at)
    return lock(version)


def put_in_force(version: PracticeVersion, published_at: datetime.datetime | None) -> None:
    """Write that a version is published and the one before superseded; their practice is locked."""
    for older in version.practice.versions.filter(status=PracticeStatus.PUBLISHED):
        change(older, status=PracticeStatus.SUPERSEDED)
    change(version, status=PracticeStatus.PUBLISHED, published_at=published_at)


@recorded("lessons.practiceversion.revised")
def revise_practice(version: PracticeVersion, *, by: User) -> PracticeVersion:
    """Draft the next version from the published one."""
    version = lock_settled(version)
    access.check_can_revise_practice(by, version)
    practice = version.practice
    newest = practice.versions.filter(major=version.major).aggregate(minor=Max("minor"))["minor"]
    return create_version(
        practice,
        by=by,
        major=version.major,
        minor=newest + 1,
        title=version.title,
        guidance=version.guidance,
        applicability=version.applicability,
        how_to_verify=version.how_to_verify,
        source=version.source,
        source_url=version.source_url,
        illustrative=version.illustrative,
        lessons=version.lessons.all(),
        tags=version.tags.all(),
        systems=version.systems.all(),
    )


@recorded("lessons.practiceversion.withdrawn")
def withdraw_practice(version: PracticeVersion, *, by: User, reason: str) -> PracticeVersion:
    """Take a version back, with the reason; one that was still to be published never was."""
    version = lock_settled(version)
    access.check_can_withdraw_practice(by, version)
    change(
        version,
        status=PracticeStatus.WITHDRAWN,
        closing_reason=reason.strip(),
        published_at=None if version.is_under_embargo else version.published_at,
    )
    settle_lessons(version.lessons.values_list("pk", flat=True))
    return version
