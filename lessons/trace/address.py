"""Which record a reference names, for pages that take any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Case, When

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from reviews.models import Finding, Observation, Review, ReviewCycle

if TYPE_CHECKING:
    from tracker.access import Reader

RECORDS = (Observation, Review, Finding, Lesson, SystemUpdate, ResearchDirection)
NOUNS: dict[str, Any] = {noun.reference_prefix: noun for noun in RECORDS}


def find_record(reference: str, user: Reader) -> Any | None:
    """Return the visible record that a reference names, or None; one query.

    `BP-7` names the published version of the practice, or else its newest visible one.
    """
    head, _, rest = reference.partition("-")
    if head == "BP":
        return _find_version(reference, user)
    if head == "CYC":
        return ReviewCycle.objects.visible_to(user).filter(reference=reference).first()
    noun = NOUNS.get(rest.partition("-")[0])
    if noun is None:
        return None
    rows = noun.objects.visible_to(user).filter(reference=reference)
    return rows.select_related("owner").first()


def _find_version(reference: str, user: Reader) -> PracticeVersion | None:
    rows = PracticeVersion.objects.visible_to(user).select_related(
        "practice", "created_by__organization"
    )
    named = models.Q(reference=reference) | models.Q(practice__reference=reference)
    in_force = PracticeVersion.objects.published().filter(named)
    published_first = Case(When(pk__in=in_force.values("pk"), then=0), default=1)
    version: PracticeVersion | None = (
        rows.filter(named).order_by(published_first, "-major", "-minor").first()
    )
    return version
