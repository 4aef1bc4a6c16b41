"""Which nouns of the upper floor programs reach, and how their lists are narrowed."""

from __future__ import annotations

from typing import Any

from django_filters import DateFilter

from lessons.api import inputs, serializers
from lessons.api.signing import SignaturesMixin
from lessons.models import BestPractice, Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from lessons.states import (
    LessonStatus,
    PracticeStatus,
    ResearchStatus,
    Scope,
    UpdateKind,
    UpdateStatus,
)
from reviews.models import Finding
from tracker.api.filters import (
    AnyOfFilter,
    FilterSet,
    LabelFilter,
    NamedFilter,
    OwnerFilter,
    SearchFilter,
    SystemFilter,
    TagFilter,
)
from tracker.api.viewsets import CreateMixin, EditMixin, ReadViewSet, SameForList, WriteViewSet


class LessonFilter(FilterSet):
    """Lessons."""

    status = AnyOfFilter(LessonStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    scope = AnyOfFilter(Scope.choices)
    system = SystemFilter("about__system")
    tag = TagFilter()
    finding = NamedFilter(Finding, "findings")
    q = SearchFilter()


class LessonViewSet(SignaturesMixin, WriteViewSet):
    """What was learned."""

    queryset = Lesson.objects.none()
    serializer_class = serializers.LessonRow
    detail_class = serializers.LessonRead
    input_class = inputs.LessonInput
    filterset_class = LessonFilter

    def for_list(self, rows: Any) -> Any:
        """Return the plan of the list."""
        return rows.for_list(self.request.user)


class UpdateFilter(FilterSet):
    """System updates."""

    status = AnyOfFilter(UpdateStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    kind = AnyOfFilter(UpdateKind.choices)
    system = SystemFilter("system")
    lesson = NamedFilter(Lesson, "lessons")
    due_from = DateFilter("due_on", "gte")
    due_to = DateFilter("due_on", "lte")
    q = SearchFilter()


class UpdateViewSet(WriteViewSet):
    """What changes in systems because of lessons."""

    queryset = SystemUpdate.objects.none()
    serializer_class = serializers.UpdateRow
    detail_class = serializers.UpdateRead
    input_class = inputs.UpdateInput
    filterset_class = UpdateFilter


class ResearchFilter(FilterSet):
    """Directions for research."""

    status = AnyOfFilter(ResearchStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    lesson = NamedFilter(Lesson, "lessons")
    q = SearchFilter()


class ResearchViewSet(WriteViewSet):
    """Questions that lessons leave open."""

    queryset = ResearchDirection.objects.none()
    serializer_class = serializers.ResearchRow
    detail_class = serializers.ResearchRead
    input_class = inputs.ResearchInput
    filterset_class = ResearchFilter


class PracticeFilter(FilterSet):
    """Practices."""


class PracticeViewSet(CreateMixin, SameForList):
    """Best practices, each under its number for life."""

    queryset = BestPractice.objects.none()
    serializer_class = serializers.PracticeRead
    input_class = inputs.PracticeInput
    filterset_class = PracticeFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"

    def for_list(self, rows: Any) -> Any:
        """Return the plan of the list."""
        return rows.for_list(self.request.user)


class StatusFilter(AnyOfFilter):
    """Versions in one of the states named, at this instant."""

    def filter(self, qs: Any, value: list[str]) -> Any:
        """Narrow to the versions in one of the states."""
        return qs.in_state(*value) if value else qs


class VersionFilter(FilterSet):
    """Versions of practices."""

    practice = NamedFilter(BestPractice, "practice")
    status = StatusFilter(PracticeStatus.choices)
    system = SystemFilter()
    tag = TagFilter()
    lesson = NamedFilter(Lesson, "lessons")
    published_from = DateFilter("published_at", "date__gte")
    published_to = DateFilter("published_at", "date__lte")
    q = SearchFilter()


class PracticeVersionViewSet(SignaturesMixin, EditMixin, ReadViewSet):
    """What practices say, version by version; a new one comes of the verb `revise`."""

    queryset = PracticeVersion.objects.none()
    serializer_class = serializers.VersionRow
    detail_class = serializers.PracticeVersionRead
    input_class = inputs.PracticeVersionInput
    filterset_class = VersionFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"

    def for_list(self, rows: Any) -> Any:
        """Return the plan of the list."""
        return rows.for_list(self.request.user)
