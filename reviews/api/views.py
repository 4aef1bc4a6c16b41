"""Which nouns of the middle floor programs reach, and how their lists are narrowed."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django_filters import DateFilter
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request

from reviews.api import inputs, serializers, series
from reviews.downloads import attachment
from reviews.models import (
    Condition,
    CycleItem,
    CycleSeries,
    Evidence,
    Finding,
    Observation,
    Review,
    ReviewCycle,
)
from reviews.states import (
    ConditionStatus,
    Confidence,
    CycleKind,
    CycleStatus,
    FindingStatus,
    ItemStatus,
    ObservationStatus,
    ReviewMethod,
    ReviewStatus,
    SeriesStatus,
    SourceKind,
)
from tracker.api.filters import (
    AnyOfFilter,
    FilterSet,
    LabelFilter,
    NamedFilter,
    OwnerFilter,
    SearchFilter,
    SystemFilter,
    TagFilter,
    WordsFilter,
)
from tracker.api.parsers import LimitedJSONParser, LimitedMultiPartParser
from tracker.api.viewsets import CreateMixin, ReadViewSet, SameForList, WriteViewSet
from tracker.states import Severity


class ObservationFilter(FilterSet):
    """Observations."""

    status = AnyOfFilter(ObservationStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    system = SystemFilter()
    tag = TagFilter()
    source_kind = AnyOfFilter(SourceKind.choices)
    confidence = AnyOfFilter(Confidence.choices)
    occurred_from = DateFilter("occurred_on", "gte")
    occurred_to = DateFilter("occurred_on", "lte")
    q = SearchFilter()


class ObservationViewSet(WriteViewSet):
    """What was seen in real-world use or in tests."""

    queryset = Observation.objects.none()
    serializer_class = serializers.ObservationRow
    detail_class = serializers.ObservationRead
    input_class = inputs.ObservationInput
    filterset_class = ObservationFilter

    def for_list(self, rows: Any) -> Any:
        """Return the plan of the list."""
        return rows.for_list(self.request.user)


class CycleFilter(FilterSet):
    """Cycles."""

    status = AnyOfFilter(CycleStatus.choices)
    kind = AnyOfFilter(CycleKind.choices)
    held_from = DateFilter("ends_on", "gte")
    held_to = DateFilter("starts_on", "lte")
    q = SearchFilter()


class CycleViewSet(WriteViewSet):
    """Joint review cycles."""

    queryset = ReviewCycle.objects.none()
    serializer_class = serializers.CycleRow
    detail_class = serializers.CycleRead
    input_class = inputs.CycleInput
    filterset_class = CycleFilter


class SeriesFilter(FilterSet):
    """Series of cycles."""

    status = AnyOfFilter(SeriesStatus.choices)
    kind = AnyOfFilter(CycleKind.choices)
    q = SearchFilter()


class SeriesViewSet(WriteViewSet):
    """Recurring cadences that open joint cycles by themselves."""

    queryset = CycleSeries.objects.none()
    serializer_class = series.SeriesRow
    detail_class = series.SeriesRead
    input_class = series.SeriesInput
    filterset_class = SeriesFilter


class ItemFilter(FilterSet):
    """Items of cycles."""

    cycle = NamedFilter(ReviewCycle, "cycle")
    system = SystemFilter("system")
    status = AnyOfFilter(ItemStatus.choices)


class ItemViewSet(WriteViewSet):
    """Changes of systems in the scope of cycles, each decided by itself."""

    queryset = CycleItem.objects.none()
    serializer_class = serializers.ItemRow
    detail_class = serializers.ItemRead
    input_class = inputs.ItemInput
    filterset_class = ItemFilter


class ConditionFilter(FilterSet):
    """Conditions."""

    status = AnyOfFilter(ConditionStatus.choices)
    cycle = NamedFilter(ReviewCycle, "item__cycle")
    item = NamedFilter(CycleItem, "item")
    due_from = DateFilter("due_on", "gte")
    due_to = DateFilter("due_on", "lte")


class ConditionViewSet(ReadViewSet):
    """What partners ask for before an item is approved without more."""

    queryset = Condition.objects.none()
    serializer_class = serializers.ConditionRow
    detail_class = serializers.ConditionRead
    filterset_class = ConditionFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"


class ReviewFilter(FilterSet):
    """Reviews."""

    status = AnyOfFilter(ReviewStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    system = SystemFilter("system")
    cycle = NamedFilter(ReviewCycle, "cycle")
    method = AnyOfFilter(ReviewMethod.choices)
    held_from = DateFilter("held_on", "gte")
    held_to = DateFilter("held_on", "lte")
    q = SearchFilter()


class ReviewViewSet(WriteViewSet):
    """Reviews of systems."""

    queryset = Review.objects.none()
    serializer_class = serializers.ReviewRow
    detail_class = serializers.ReviewRead
    input_class = inputs.ReviewInput
    filterset_class = ReviewFilter


class FindingFilter(FilterSet):
    """Findings."""

    status = AnyOfFilter(FindingStatus.choices)
    label = LabelFilter()
    owner = OwnerFilter()
    severity = AnyOfFilter(Severity.choices)
    system = SystemFilter()
    tag = TagFilter()
    review = NamedFilter(Review, "review")
    observation = NamedFilter(Observation, "observations")
    q = SearchFilter()


class FindingViewSet(WriteViewSet):
    """What reviews established."""

    queryset = Finding.objects.none()
    serializer_class = serializers.FindingRow
    detail_class = serializers.FindingRead
    input_class = inputs.FindingInput
    filterset_class = FindingFilter

    def for_list(self, rows: Any) -> Any:
        """Return the plan of the list."""
        return rows.for_list(self.request.user)


class EvidenceFilter(FilterSet):
    """Evidence."""

    observation = NamedFilter(Observation, "observation")
    review = NamedFilter(Review, "review")
    finding = NamedFilter(Finding, "finding")
    q = WordsFilter("title", "file_name")


class EvidenceViewSet(CreateMixin, SameForList):
    """Files and links under observations, reviews and findings."""

    queryset = Evidence.objects.none()
    serializer_class = serializers.EvidenceRead
    input_class = inputs.EvidenceInput
    filterset_class = EvidenceFilter
    parser_classes = [LimitedJSONParser, LimitedMultiPartParser]

    @extend_schema(
        operation_id="evidence_file",
        summary="Fetch the file",
        responses={(200, "application/octet-stream"): OpenApiTypes.BINARY},
    )
    @action(detail=True, url_path="file", url_name="file")
    def file(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Return the file's bytes as they were handed in."""
        return attachment(self.get_object(), request.user)
