"""What the rule of learning is asked about: a lesson's outcomes, answers and signatures as they stand.

Only what all partners who read a lesson may know of counts for it (docs/adr, 22).
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from lessons.access import is_shared
from lessons.access.disposition import counting_for
from lessons.learning import Case, Effect, Outcome, Reply, Signer, Verdict, verdict
from lessons.models import (
    Disposition,
    Lesson,
    NoAction,
    OptionalOutcome,
    PracticeVersion,
    ResearchDirection,
    SystemUpdate,
)
from lessons.states import (
    DispositionStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateStatus,
)
from tracker.models import Organization

UPDATE_EFFECTS: dict[str, Effect] = {
    UpdateStatus.VERIFIED: Effect.IN_EFFECT,
    UpdateStatus.SUPERSEDED: Effect.ENDED,
    UpdateStatus.DECLINED: Effect.ENDED,
}
RESEARCH_EFFECTS: dict[str, Effect] = {
    ResearchStatus.CONCLUDED: Effect.IN_EFFECT,
    ResearchStatus.DROPPED: Effect.ENDED,
}


def signers_of(lesson: Lesson) -> Any:
    """Return the organizations whose signatures a lesson needs."""
    if lesson.scope == Scope.OWN:
        return Organization.objects.filter(pk=lesson.owner_id)
    return Organization.objects.counting()


def verdict_on(lesson: Lesson) -> Verdict:
    """Return whether a lesson is learned, and what stands in the way."""
    return verdict(case_of(lesson))


def case_of(lesson: Lesson) -> Case:
    """Return all that decides whether a lesson is learned; a fixed number of queries."""
    optional = OptionalOutcome.objects.filter(lesson=lesson)
    spared = {key for row in optional for key in (row.update_id, row.research_id, row.practice_id)}
    return Case(
        outcomes=[
            *(of_update(one, spared) for one in counted(SystemUpdate, lesson).with_credit()),
            *(of_research(one, spared) for one in counted(ResearchDirection, lesson)),
            *of_practices(lesson, spared),
        ],
        replies=[reply_of(one) for one in Disposition.objects.counting(lesson).for_list()],
        signers=signers(lesson),
    )


def counted(model: Any, lesson: Lesson) -> Any:
    """Return the outcomes of a kind that count for a lesson."""
    return model.objects.filter(counting_for(lesson), lessons=lesson).order_by("id")


def of_update(update: SystemUpdate, spared: Collection[UUID]) -> Outcome:
    """Return what an update does for its lessons; one that doesn't work, or was taken out, is open."""
    return Outcome(
        name=update.reference,
        effect=UPDATE_EFFECTS.get(update.status, Effect.OPEN),
        state=update.get_status_display().lower(),
        since=update.verified_on,
        is_required=update.pk not in spared,
    )


def of_research(direction: ResearchDirection, spared: Collection[UUID]) -> Outcome:
    """Return what a direction does for its lessons."""
    return Outcome(
        name=direction.reference,
        effect=RESEARCH_EFFECTS.get(direction.status, Effect.OPEN),
        state=direction.get_status_display().lower(),
        since=direction.concluded_on,
        is_required=direction.pk not in spared,
    )


# --- Practices --------------------------------------------------------------------------------


def of_practices(lesson: Lesson, spared: Collection[UUID]) -> list[Outcome]:
    """Return what practices do for a lesson, by the version in force, or the newest where none is.

    A draft of the next version holds nothing back; what is withdrawn has ended.
    """
    if not is_shared(lesson):
        return []
    versions = PracticeVersion.objects.filter(lessons=lesson).select_related("practice")
    ruling: dict[UUID, PracticeVersion] = {}
    for version in versions.order_by("major", "minor"):
        before = ruling.get(version.practice_id)
        if before is None or before.status != PracticeStatus.PUBLISHED:
            ruling[version.practice_id] = version
    adopted = adopted_where_they_apply(ruling.values())
    return [of_practice(version, adopted, spared) for version in ruling.values()]


def of_practice(
    version: PracticeVersion,
    adopted: dict[UUID, datetime.date],
    spared: Collection[UUID],
) -> Outcome:
    """Return what one practice does for a lesson: published is not enough, it is adopted too."""
    state = version.get_status_display().lower()
    effect = Effect.OPEN
    if version.status in (PracticeStatus.WITHDRAWN, PracticeStatus.SUPERSEDED):
        effect = Effect.ENDED
    elif version.status == PracticeStatus.PUBLISHED and version.pk in adopted:
        effect = Effect.IN_EFFECT
    elif version.status == PracticeStatus.PUBLISHED:
        state = _("published, but not adopted yet wherever it applies")
    return Outcome(
        name=version.reference,
        effect=effect,
        state=state,
        since=adopted.get(version.pk),
        is_required=version.practice_id not in spared,
    )


def adopted_where_they_apply(versions: Iterable[PracticeVersion]) -> dict[UUID, datetime.date]:
    """Return the versions that every system they apply to adopted, with the day of the last.

    Adoption is not recorded yet, so none is: here is where it will be asked.
    """
    return {}


# --- Answers and signatures -------------------------------------------------------------------


def reply_of(disposition: Disposition) -> Reply:
    """Return what one system that was asked says."""
    states = {
        DispositionStatus.ASKED: _("%s has not answered"),
        DispositionStatus.RETURNED: _("%s has to answer again"),
        DispositionStatus.ANSWERED: _("the answer of %s is not judged yet"),
    }
    said = states.get(DispositionStatus(disposition.status), "%s")
    return Reply(
        system=str(disposition.system),
        is_accepted=disposition.status == DispositionStatus.ACCEPTED,
        state=said % disposition.organization,
        since=disposition.judged_on,
    )


def signers(lesson: Lesson) -> list[Signer]:
    """Return who signs a lesson, and when each signed that nothing has to be done."""
    signed = {one.organization_id: one for one in NoAction.objects.current().filter(lesson=lesson)}
    return [
        Signer(one.name, signed[one.pk].signed_at.date() if one.pk in signed else None)
        for one in signers_of(lesson)
    ]
