"""What a person carries on the upper floor, and all that anybody carries."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from lessons import transitions, update_transitions
from lessons.models import Lesson, ResearchDirection, SystemUpdate
from lessons.states import LESSONS_IN_FORCE, OPEN_RESEARCH, OPEN_UPDATES, LessonStatus
from reviews.handing import CARRIED as BELOW
from tracker.handing import Carried
from tracker.models import User


def hand_lesson(lesson: Lesson, *, by: User, to: User, of: User) -> Lesson:
    """Make a colleague responsible for a lesson."""
    return transitions.reassign_lesson(lesson, by=by, assignee=to)


def hand_update(update: SystemUpdate, *, by: User, to: User, of: User) -> SystemUpdate:
    """Make a colleague responsible for an update."""
    return update_transitions.reassign_update(update, by=by, assignee=to)


def hand_research(
    direction: ResearchDirection, *, by: User, to: User, of: User
) -> ResearchDirection:
    """Make a colleague responsible for a direction."""
    return transitions.reassign_research(direction, by=by, assignee=to)


def assigned(*states: str) -> Any:
    """Return what narrows rows to those in some states that are assigned to somebody."""
    return lambda rows, who: rows.filter(assignee=who, status__in=states)


CARRIED = (
    *BELOW,
    Carried(
        _("Responsible for a lesson"),
        Lesson,
        assigned(LessonStatus.IDENTIFIED, *LESSONS_IN_FORCE),
        hand_lesson,
    ),
    Carried(_("Responsible for an update"), SystemUpdate, assigned(*OPEN_UPDATES), hand_update),
    Carried(
        _("Responsible for research"), ResearchDirection, assigned(*OPEN_RESEARCH), hand_research
    ),
)
