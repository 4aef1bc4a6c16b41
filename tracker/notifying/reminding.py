"""Who is reminded of what is due, and when: first who carries it, then a lead, then a signatory."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from tracker.access import Permission
from tracker.models import User
from tracker.notifying.telling import tell


class Level(StrEnum):
    """Who is told, from who carries it upwards."""

    CARRIER = auto()
    LEADS = auto()
    SIGNATORIES = auto()


@dataclass(frozen=True)
class Step:
    """How many days after the day it was due whom is told; before it the days are negative."""

    days: int
    level: Level

    @property
    def is_late(self) -> bool:
        """Say whether the day is over."""
        return self.days > 0


STEPS: tuple[Step, ...] = (
    Step(-7, Level.CARRIER),
    Step(-1, Level.CARRIER),
    Step(0, Level.CARRIER),
    Step(1, Level.CARRIER),
    Step(8, Level.CARRIER),
    Step(8, Level.LEADS),
    Step(22, Level.SIGNATORIES),
)
# So long before something is due, nobody is told.
FIRST = datetime.timedelta(days=-min(step.days for step in STEPS))


def steps_reached(due_on: datetime.date, today: datetime.date) -> list[Step]:
    """Return the last step that each level has reached; what was missed before it is not made up for."""
    days = (today - due_on).days
    reached = {step.level: step for step in STEPS if step.days <= days}
    return list(reached.values())


@dataclass(frozen=True)
class Due:
    """A record that is due: who carries it, and under whose lead.

    `about` is what has the day, where that is a part of the record.
    """

    record: Any
    due_on: datetime.date
    carrier: User | None
    organization_id: Any
    about: Any = None


def remind(found: Iterable[Due], today: datetime.date, *, due: str, late: str) -> int:
    """Tell whoever is to know of each by now, once for each step; return of how many.

    `due` and `late` are the kinds of what is told. What nobody carries is told to the leads.
    """
    leads, signatories = people_with(Permission.LEAD), people_with(Permission.SIGN)
    count = 0
    for one in found:
        above = {
            Level.CARRIER: [one.carrier] if one.carrier else leads.get(one.organization_id, ()),
            Level.LEADS: leads.get(one.organization_id, ()),
            Level.SIGNATORIES: signatories.get(one.organization_id, ()),
        }
        for step in steps_reached(one.due_on, today):
            key = f"reminder:{(one.about or one.record).pk}:{one.due_on}:{step.days}"
            tell(above[step.level], late if step.is_late else due, one.record, key)
        count += 1
    return count


def people_with(permission: Permission) -> dict[Any, Sequence[User]]:
    """Return the people of each partner whose role includes a permission; one query."""
    found: dict[Any, list[User]] = {}
    for person in User.objects.who_may(permission).order_by("id"):
        found.setdefault(person.organization_id, []).append(person)
    return dict(found)
