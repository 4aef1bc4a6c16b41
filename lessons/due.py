"""When an update is due that nobody said a day for: by the severity of what it answers."""

from __future__ import annotations

import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from lessons.models import Lesson, SystemUpdate
from reviews.models import Finding
from reviews.severity import worst_of
from tracker.access import labelled
from tracker.due_dates import due_on
from tracker.states import SHARED_LABELS


def severity_of_lesson(lesson: Lesson) -> str:
    """Return the highest severity of a lesson's findings, those that its owner may know."""
    return worst_of(known_to(lesson.owner_id).filter(lessons=lesson))


def severity_of_update(update: SystemUpdate) -> str:
    """Return the highest severity of what an update answers, as far as its owner may know."""
    answered = Q(lessons__updates=update) | Q(contained_by=update)
    return worst_of(known_to(update.owner_id).filter(answered).distinct())


def due_of_answer(lesson: Lesson, organization_id: Any, asked_on: datetime.date) -> datetime.date:
    """Return the day by which a partner answers to a lesson: by the worst of its findings they may know.

    What is entered with a day of the past can be answered from today on.
    """
    severity = worst_of(known_to(organization_id).filter(lessons=lesson))
    return due_on(severity, max(asked_on, timezone.localdate()))


def known_to(organization_id: Any) -> Any:
    """Return the findings that an organization's people may know of: a day must not tell of others."""
    return Finding.objects.filter(Q(owner=organization_id) | labelled(SHARED_LABELS))


def due_of_update(update: SystemUpdate) -> datetime.date:
    """Return the day by which an update is due: as proposed, or by the policy."""
    return update.due_on or due_on(severity_of_update(update), timezone.localdate())
