"""Who is asked about a lesson: before it is endorsed, when it is, and when a system comes later."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy, ngettext

from lessons.access.disposition import who_answers
from lessons.downstream import Way, downstream_of
from lessons.due import due_of_answer
from lessons.models import Disposition, Endorsement, Lesson, LessonSystem, PrunedSystem
from lessons.states import LESSONS_THAT_ASK, LessonStatus, SystemRole
from tracker.access import is_partner
from tracker.keys import new_key, new_references
from tracker.models import AISystem, Organization, User
from tracker.recording import lock, recorded

if TYPE_CHECKING:
    from tracker.access import Reader

# How many lessons are looked at in one go by the job.
BATCH = 100


@dataclass(frozen=True)
class Asked:
    """A system that is asked about a lesson, the partner that answers for it, and the way to it."""

    system: AISystem
    organization: Organization
    way: Way

    @property
    def steward(self) -> User | None:
        """Return the person who answers for the system, within the partner that is asked."""
        steward = self.system.steward
        ours = steward is not None and steward.organization_id == self.organization.pk
        return steward if ours else None


def asked_by(lesson: Lesson) -> list[Asked]:
    """Return all that a lesson asks, causes first: what it reaches, without those left out."""
    ways = downstream_of([lesson.pk])[lesson.pk]
    pruned = set(lesson.pruned.values_list("system", flat=True))
    return among(lesson, ways, pruned)


def among(lesson: Lesson, ways: dict[UUID, Way], without: Collection[UUID]) -> list[Asked]:
    """Return which systems of those reached are asked, with the partner that answers for each."""
    wanted = [key for key in ways if key not in without]
    rows = AISystem.objects.select_related("owner", "operator", "steward__organization")
    systems = rows.in_bulk(wanted)
    answering = [(systems[key], who_answers(lesson, systems[key]), ways[key]) for key in wanted]
    return [Asked(system, who, way) for system, who, way in answering if who is not None]


@dataclass(frozen=True)
class Preview:
    """Who will be asked when a lesson is endorsed, and who is left out, as one reader may know it."""

    asked: Sequence[Asked]
    pruned: Sequence[PrunedSystem] = ()

    def __str__(self) -> str:
        systems, people = len(self.asked), len(self.stewards)
        said = [ngettext("%d system", "%d systems", systems) % systems]
        if people:
            said.append(ngettext("%d steward", "%d stewards", people) % people)
        if alone := len(self.without_steward):
            said.append(ngettext("%d without a steward", "%d without a steward", alone) % alone)
        return ", ".join(said)

    @property
    def stewards(self) -> list[User]:
        """Return the people who will be asked."""
        return list({one.steward.pk: one.steward for one in self.asked if one.steward}.values())

    @property
    def without_steward(self) -> list[Asked]:
        """Return the systems for which a lead has to answer."""
        return [one for one in self.asked if one.steward is None]


def preview(lesson: Lesson, reader: Reader) -> Preview:
    """Return who will be asked, without the systems that are not shared with the reader."""
    asked = asked_by(lesson)
    keys = [one.system.pk for one in asked]
    seen = set(AISystem.objects.visible_to(reader).filter(pk__in=keys).values_list("pk", flat=True))
    pruned = list(lesson.pruned.visible_to(reader).for_list())
    return Preview([one for one in asked if one.system.pk in seen], pruned)


NOBODY_ASKED = gettext_lazy(
    "As far as you may read, it names no system in which the cause lies; then no system is asked and"
    " none has to be fixed. Where the cause is known, name it first: what is endorsed is not worded anew."
)


def names_no_cause(about: Iterable[LessonSystem]) -> bool:
    """Say whether a lesson is about no system as its cause, among those that a reader may see."""
    return all(one.role != SystemRole.CAUSE_IN for one in about)


def doubt_about(reader: Reader, lesson: Lesson) -> str:
    """Return why endorsing a lesson may be a mistake: it would ask nobody; "" where it would."""
    about = LessonSystem.objects.visible_to(reader).filter(lesson=lesson)
    return str(NOBODY_ASKED) if names_no_cause(about) else ""


def preview_of(lesson: Lesson, reader: Reader) -> Preview | None:
    """Return to the partners' people who will be asked, until a lesson is endorsed."""
    if lesson.status != LessonStatus.IDENTIFIED or not is_partner(reader):
        return None
    return preview(lesson, reader)


# --- Asking -----------------------------------------------------------------------------------


def ask_downstream(lesson: Lesson, on: datetime.date) -> list[Disposition]:
    """Ask each system that a locked lesson reaches and that was not asked yet."""
    known = set(lesson.dispositions.values_list("system", flat=True))
    fresh = [one for one in asked_by(lesson) if one.system.pk not in known]
    illustrative = lesson.illustrative or was_signed_illustratively(lesson)
    heads = [f"{one.organization.code}-{Disposition.reference_prefix}" for one in fresh]
    references = new_references(Disposition, heads)
    partners = {one.organization.pk for one in fresh}
    due = {partner: due_of_answer(lesson, partner, on) for partner in partners}
    made = [
        Disposition(
            id=new_key(),
            reference=reference,
            lesson=lesson,
            system=one.system,
            organization=one.organization,
            path=list(one.way),
            asked_on=on,
            due_on=due[one.organization.pk],
            illustrative=illustrative,
        )
        for one, reference in zip(fresh, references, strict=True)
    ]
    return Disposition.objects.bulk_create(made)


def was_signed_illustratively(lesson: Lesson) -> bool:
    """Say whether a signature under a lesson shows what signing is like, and is not in the record."""
    return Endorsement.objects.filter(lesson=lesson, illustrative=True).exists()


@recorded("lessons.lesson.asked_later_systems")
def ask_later(lesson: Lesson) -> list[Disposition]:
    """Ask the systems that came downstream of an endorsed lesson later; again, it asks nobody."""
    lesson = lock(lesson)
    if lesson.status not in LESSONS_THAT_ASK:
        return []
    return ask_downstream(lesson, on=timezone.localdate())


def ask_all_later() -> int:
    """Ask, for every lesson that asks, each system that came later; return how many were asked."""
    asking = Lesson.objects.filter(status__in=LESSONS_THAT_ASK, about__role="cause_in")
    keys = list(asking.order_by("pk").values_list("pk", flat=True).distinct())
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    return sum(len(ask_later(lesson)) for batch in batches for lesson in with_more(batch))


def with_more(keys: Sequence[UUID]) -> list[Lesson]:
    """Return the lessons that reach a system which was neither asked nor left out; few queries."""
    known: dict[UUID, set[UUID]] = {key: set() for key in keys}
    for rows in (Disposition.objects.all(), PrunedSystem.objects.all()):
        for lesson, system in rows.filter(lesson__in=keys).values_list("lesson", "system"):
            known[lesson].add(system)
    more = [key for key, ways in downstream_of(keys).items() if ways.keys() - known[key]]
    return list(Lesson.objects.filter(pk__in=more).order_by("pk"))
