"""The lists that people can follow, each with its noun and filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from lessons.models import Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.views.lessons import LessonFilter
from lessons.views.observations import FollowedObservationFilter
from lessons.views.outcomes import ResearchFilter, UpdateFilter
from lessons.views.practices import filters_for
from reviews.models import Finding, Observation, Review, ReviewCycle
from reviews.views.cycles import CycleFilter
from reviews.views.findings import FindingFilter
from reviews.views.reviews import ReviewFilter
from tracker.notifying.lists import ListOf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.access import Reader
    from tracker.views.filters import RecordFilter


def same(filters: type[RecordFilter]) -> Callable[[Reader], type[RecordFilter]]:
    """Give every reader the same filters."""
    return lambda reader: filters


LISTS: Mapping[str, ListOf] = {
    "observation-list": ListOf(Observation, _("Observations"), same(FollowedObservationFilter)),
    "cycle-list": ListOf(ReviewCycle, _("Cycles"), same(CycleFilter)),
    "review-list": ListOf(Review, _("Reviews"), same(ReviewFilter)),
    "finding-list": ListOf(Finding, _("Findings"), same(FindingFilter)),
    "lesson-list": ListOf(Lesson, _("Lessons"), same(LessonFilter)),
    "update-list": ListOf(SystemUpdate, _("Updates"), same(UpdateFilter)),
    "research-list": ListOf(ResearchDirection, _("Research"), same(ResearchFilter)),
    "practice-list": ListOf(PracticeVersion, _("Practices"), filters_for),
}
