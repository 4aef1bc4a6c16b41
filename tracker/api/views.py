"""Which nouns of the ground floor programs reach, and how their lists are narrowed."""

from __future__ import annotations

from typing import Any

from django_filters import BooleanFilter, CharFilter
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import access, editing
from tracker.api import serializers
from tracker.api.filters import (
    AnyOfFilter,
    FilterSet,
    LabelFilter,
    OwnerFilter,
    SearchFilter,
    SystemFilter,
    WordsFilter,
)
from tracker.api.viewsets import CreateMixin, ReadViewSet, SameForList, WriteViewSet
from tracker.confirmation import check_confirmed
from tracker.models import (
    AISystem,
    Delegation,
    DuePolicy,
    LabelChange,
    Organization,
    SystemDependency,
    SystemVersion,
    Tag,
    Taxonomy,
)
from tracker.states import (
    DependencyKind,
    LabelChangeKind,
    LabelChangeStatus,
    OrganizationKind,
    SystemKind,
)


class OrganizationFilter(FilterSet):
    """Organizations."""

    kind = AnyOfFilter(OrganizationKind.choices)


class OrganizationViewSet(SameForList):
    """Organizations that the reader may know of."""

    has_labels = False
    queryset = Organization.objects.none()
    serializer_class = serializers.OrganizationRead
    filterset_class = OrganizationFilter
    lookup_field = "code"
    lookup_value_converter = "slug"

    def for_list(self, rows: Any) -> Any:
        """Return the rows as they are."""
        return rows


class DelegationFilter(FilterSet):
    """Delegations."""


class DelegationViewSet(CreateMixin, SameForList):
    """Who signs in whose stead within the reader's organization."""

    posts_sign = True
    queryset = Delegation.objects.none()
    serializer_class = serializers.DelegationRead
    input_class = serializers.DelegationInput
    filterset_class = DelegationFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"

    def create(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Delegate; whoever can't is told so first."""
        access.check_can_delegate(request.user)
        check_confirmed(request)
        return super().create(request, *args, **kwargs)


class SystemFilterSet(FilterSet):
    """Systems."""

    owner = OwnerFilter()
    label = LabelFilter()
    kind = AnyOfFilter(SystemKind.choices)
    q = SearchFilter()


class SystemViewSet(WriteViewSet):
    """AI systems."""

    queryset = AISystem.objects.none()
    serializer_class = serializers.SystemRow
    detail_class = serializers.SystemRead
    input_class = serializers.SystemInput
    filterset_class = SystemFilterSet


class LabelChangeFilter(FilterSet):
    """Changes of labels."""

    status = AnyOfFilter(LabelChangeStatus.choices)
    kind = AnyOfFilter(LabelChangeKind.choices)
    record = CharFilter("record_reference", help_text="A record's reference.")


class LabelChangeViewSet(ReadViewSet):
    """Who decided about the audience of which record; and what waits for consent."""

    queryset = LabelChange.objects.none()
    serializer_class = serializers.LabelChangeRow
    detail_class = serializers.LabelChangeRead
    filterset_class = LabelChangeFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"


class VersionFilter(FilterSet):
    """Versions."""

    system = SystemFilter("system")


class VersionViewSet(CreateMixin, SameForList):
    """Versions of systems."""

    queryset = SystemVersion.objects.none()
    serializer_class = serializers.VersionRead
    input_class = serializers.VersionInput
    filterset_class = VersionFilter


class DependencyFilter(FilterSet):
    """Dependencies."""

    owner = OwnerFilter()
    label = LabelFilter()
    downstream = SystemFilter("downstream")
    upstream = SystemFilter("upstream")
    kind = AnyOfFilter(DependencyKind.choices)
    holds = BooleanFilter("taken_back_at", "isnull", label="Whether nobody took it back.")


class DependencyViewSet(CreateMixin, ReadViewSet):
    """Dependencies between systems."""

    queryset = SystemDependency.objects.none()
    serializer_class = serializers.DependencyRow
    detail_class = serializers.DependencyRead
    input_class = serializers.DependencyInput
    filterset_class = DependencyFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"

    def destroy(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take back a dependency that does not hold."""
        by: Any = request.user
        editing.take_back_dependency(self.get_object(), by=by)
        return Response(status=204)


class TaxonomyFilter(FilterSet):
    """Vocabularies."""

    scheme = CharFilter()


class TaxonomyViewSet(SameForList):
    """Versions of vocabularies."""

    has_labels = False
    queryset = Taxonomy.objects.none()
    serializer_class = serializers.TaxonomyRead
    filterset_class = TaxonomyFilter

    def for_list(self, rows: Any) -> Any:
        """Return the rows as they are."""
        return rows


class DuePolicyViewSet(SameForList):
    """How soon something is due, by severity."""

    has_labels = False
    queryset = DuePolicy.objects.none()
    serializer_class = serializers.DuePolicyRead


class TagFilterSet(FilterSet):
    """Tags."""

    scheme = CharFilter("taxonomy__scheme")
    version = CharFilter("taxonomy__version")
    code = CharFilter()
    q = WordsFilter("code", "label")


class TagViewSet(CreateMixin, SameForList):
    """Tags of public vocabularies and of the reader's organization."""

    has_labels = False
    queryset = Tag.objects.none()
    serializer_class = serializers.TagRead
    input_class = serializers.TagInput
    filterset_class = TagFilterSet

    def for_list(self, rows: Any) -> Any:
        """Fetch what a tag shows, its parent's scheme included."""
        return rows.for_list().select_related("parent__taxonomy")
