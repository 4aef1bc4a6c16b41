"""What is open and whose it is, as one reader may see it: updates, answers, effects and conditions."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lessons.access.disposition import steward_of
from lessons.models import Disposition, EffectivenessReview, Lesson, SystemUpdate
from lessons.reports.arithmetic import Age, age_of
from lessons.reports.sheet import csv_of
from lessons.states import UpdateStatus
from reviews.models import Condition
from tracker.display import UNSEEN_SYSTEM, Text
from tracker.marking import label_for, narrowest
from tracker.models import AISystem, Organization
from tracker.people import called
from tracker.states import Label
from tracker.views.filters import ANY, one_among, one_of_rows

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.models import User

TO_SHIP = (UpdateStatus.PROPOSED, UpdateStatus.ACCEPTED, UpdateStatus.IN_PROGRESS)


class Kind(StrEnum):
    """What is open."""

    UPDATE = "update"
    ANSWER = "answer"
    EFFECT = "effect"
    CONDITION = "condition"


KINDS: Mapping[str, Any] = {
    Kind.UPDATE: _("Update to ship"),
    Kind.ANSWER: _("Answer to a lesson"),
    Kind.EFFECT: _("Effect to judge"),
    Kind.CONDITION: _("Condition to meet"),
}
AGES: Mapping[str, Any] = {
    Age.MONTH: _("up to 30 days"),
    Age.QUARTER: _("31 to 90 days"),
    Age.LONGER: _("more than 90 days"),
}


@dataclass(frozen=True)
class Loop:
    """Something open: which record, whose, since when, and by when it is due."""

    kind: Kind
    record: Any
    organization: Organization
    person: User | None
    since: datetime.date
    due_on: datetime.date | None
    today: datetime.date
    system: AISystem | None = None
    # What the reader may know of the system.
    about: Text = ""

    @property
    def name(self) -> Any:
        """Return what is open, in words."""
        return KINDS[self.kind]

    @property
    def age(self) -> Age:
        """Return for how long it has been open, in bands."""
        return age_of(self.since, self.today)

    @property
    def days_open(self) -> int:
        """Return for how many days it has been open."""
        return (self.today - self.since).days

    @property
    def days_late(self) -> int:
        """Return by how many days it is late; 0 where it is not."""
        return max((self.today - self.due_on).days, 0) if self.due_on else 0


def open_loops(reader: Reader, today: datetime.date | None = None) -> list[Loop]:
    """Return all that is open, the latest first, then the oldest; a fixed number of queries."""
    day = today or timezone.localdate()
    found = [
        *updates(reader, day),
        *answers(reader, day),
        *effects(reader, day),
        *conditions(reader, day),
    ]
    told = about_systems(reader, found)
    return sorted(told, key=lambda one: (-one.days_late, one.since, str(one.record.pk)))


def about_systems(reader: Reader, found: Sequence[Loop]) -> list[Loop]:
    """Return loops with what one reader may know of their systems; one query."""
    keys = {one.system.pk for one in found if one.system}
    seen = AISystem.objects.visible_to(reader).in_bulk(keys)
    return [
        replace(one, about=str(seen.get(one.system.pk) or UNSEEN_SYSTEM)) if one.system else one
        for one in found
    ]


def updates(reader: Reader, today: datetime.date) -> Iterator[Loop]:
    """Yield the updates that have not shipped, open since their first lesson was endorsed."""
    lessons = Lesson.objects.visible_to(reader).filter(updates=OuterRef("pk"))
    first = lessons.filter(endorsed_at__isnull=False).order_by("endorsed_at")
    rows = SystemUpdate.objects.visible_to(reader).filter(status__in=TO_SHIP)
    rows = rows.annotate(asked_at=Subquery(first.values("endorsed_at")[:1]))
    for one in rows.select_related("owner", "assignee__organization", "system"):
        since = (one.asked_at or one.created_at).date()
        yield Loop(Kind.UPDATE, one, one.owner, one.assignee, since, one.due_on, today, one.system)


def answers(reader: Reader, today: datetime.date) -> Iterator[Loop]:
    """Yield the systems that owe a lesson an answer, open since they were asked last."""
    for one in Disposition.objects.visible_to(reader).to_answer().for_list():
        since = one.asked_again_on or one.asked_on
        steward = steward_of(one)
        yield Loop(
            Kind.ANSWER, one, one.organization, steward, since, one.due_on, today, one.system
        )


def effects(reader: Reader, today: datetime.date) -> Iterator[Loop]:
    """Yield the updates that shipped and were not judged, open since they shipped.

    One of which nobody wrote by what it is judged has no day on which it is due.
    """
    reviews = EffectivenessReview.objects.visible_to(reader).filter(update=OuterRef("pk"))
    rows = SystemUpdate.objects.visible_to(reader).filter(
        Q(Exists(reviews.open())) | ~Q(Exists(reviews)), status=UpdateStatus.SHIPPED
    )
    rows = rows.annotate(judged_from=Subquery(reviews.open().values("due_on")[:1]))
    for one in rows.select_related("owner", "assignee__organization", "system"):
        yield Loop(
            Kind.EFFECT, one, one.owner, one.assignee, one.shipped_on, one.judged_from, today, one.system
        )  # fmt: skip


def conditions(reader: Reader, today: datetime.date) -> Iterator[Loop]:
    """Yield the conditions that are not met, open since they were signed."""
    for one in Condition.objects.visible_to(reader).open().for_list():
        since = one.position.signed_at.date()
        yield Loop(
            Kind.CONDITION, one, one.assignee.organization, one.assignee, since, one.due_on, today,
            one.item.system,
        )  # fmt: skip


# --- Narrowed and counted ---------------------------------------------------------------------


class LoopFilter(forms.Form):
    """What the open loops can be narrowed by; owners are those who have one."""

    owner = one_of_rows(_("Owner"))
    kind = one_among(KINDS, _("Kind"))
    age = one_among(AGES, _("Open for"))
    late = forms.BooleanField(label=_("Late"), required=False)

    def __init__(self, data: Any, found: Sequence[Loop]) -> None:
        super().__init__(data, auto_id="filter_%s")
        owners = {one.organization.code: one.organization.name for one in found}
        field = self.fields["owner"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [ANY, *sorted(owners.items())]

    @property
    def is_set(self) -> bool:
        """Say whether anything was asked for."""
        return bool(self.errors) or any(self.cleaned_data.values())

    def narrow(self, found: Sequence[Loop]) -> list[Loop]:
        """Return the loops that the answers leave; none while one of them can't be understood."""
        if not self.is_valid():
            return []
        asked = self.cleaned_data
        return [
            one
            for one in found
            if asked["owner"] in ("", one.organization.code)
            and asked["kind"] in ("", one.kind)
            and asked["age"] in ("", one.age)
            and (not asked["late"] or one.days_late)
        ]


@dataclass(frozen=True)
class Holder:
    """How much of one organization's is open, by age, and how much of that is late."""

    organization: Organization
    ages: Mapping[Age, int]
    late: int

    @property
    def total(self) -> int:
        """Return how much is open."""
        return sum(self.ages.values())


def holders(found: Sequence[Loop]) -> list[Holder]:
    """Return who holds how much, by name."""
    known = {one.organization.pk: one.organization for one in found}
    rows = {key: [one for one in found if one.organization.pk == key] for key in known}
    held = [
        Holder(
            known[key],
            {age: sum(one.age == age for one in loops) for age in Age},
            sum(bool(one.days_late) for one in loops),
        )
        for key, loops in rows.items()
    ]
    return sorted(held, key=lambda one: one.organization.name)


@dataclass(frozen=True)
class Hand:
    """What lies with one person, as the reader may know them, or with nobody of an organization yet."""

    organization: Organization
    person: str
    is_own: bool
    loops: Sequence[Loop]
    # The first of them, as many as a page takes.
    shown: Sequence[Loop] = ()

    @property
    def late(self) -> int:
        """Return how much of it is late."""
        return sum(bool(one.days_late) for one in self.loops)


def by_hand(reader: User, found: Sequence[Loop], most: int) -> list[Hand]:
    """Return loops by whose they are: the reader's own, then their side's, nobody's before the others'.

    No more are shown than a page takes, in all; those of one hand stay in their order.
    """
    held: dict[tuple[bool, bool, str, str], list[Loop]] = {}
    for one in found:
        key = (
            one.person != reader,
            one.organization.pk != reader.organization_id,
            one.organization.name,
            called(reader, one.person) if one.person else "",
        )
        held.setdefault(key, []).append(one)
    hands, left = [], most
    for (is_others, _side, _name, person), loops in sorted(held.items(), key=lambda one: one[0]):
        shown = loops[: max(left, 0)]
        hands.append(Hand(loops[0].organization, person, not is_others, loops, shown))
        left -= len(loops)
    return hands


def label_of_loops(reader: Reader, found: Sequence[Loop]) -> Label:
    """Return the narrowest label of what is shown, its systems among it; at least the partners'."""
    return narrowest([Label.AMBER, label_for(reader, [one.record for one in found])])


COLUMNS = ("kind", "reference", "title", "system", "owner", "responsible", "open_since",
           "due_on", "days_late", "address")  # fmt: skip


def loops_as_csv(reader: Reader, found: Sequence[Loop], base: str, head: str) -> str:
    """Write one row for each open loop."""
    rows = (
        (one.name, one.record.reference, one.record, one.about, one.organization.code,
         called(reader, one.person) if one.person else "", one.since, one.due_on or "",
         one.days_late, base + one.record.get_absolute_url())
        for one in found
    )  # fmt: skip
    return csv_of(label_of_loops(reader, found), head, COLUMNS, rows)
