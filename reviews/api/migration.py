"""Reviews that new versions ask for, as programs of those whom they concern read them."""

from __future__ import annotations

from rest_framework import serializers

from reviews.api.serializers.lines import CycleLine
from reviews.models import MigrationProposal
from reviews.states import MigrationStatus
from tracker.api.filters import AnyOfFilter, FilterSet, SystemFilter
from tracker.api.shapes import PersonLine, RecordLine, SystemLine, VersionLine, WithVerbs
from tracker.api.viewsets import ReadViewSet


class MigrationRow(serializers.ModelSerializer[MigrationProposal]):
    """A review that a new version asks for."""

    system = SystemLine()
    version = VersionLine()
    review = RecordLine()
    cycle = CycleLine()
    answered_by = PersonLine()

    class Meta:
        model = MigrationProposal
        fields: tuple[str, ...] = (
            "reference",
            "system",
            "version",
            "status",
            "review",
            "cycle",
            "reason",
            "answered_by",
            "answered_at",
            "created_at",
        )


class MigrationRead(WithVerbs, MigrationRow):
    """A review that a new version asks for, and what can be done."""

    class Meta(MigrationRow.Meta):
        fields = (*MigrationRow.Meta.fields, "verbs")


class MigrationFilter(FilterSet):
    """Reviews that new versions ask for."""

    status = AnyOfFilter(MigrationStatus.choices)
    system = SystemFilter("system")


class MigrationViewSet(ReadViewSet):
    """Reviews that new versions of systems ask for."""

    queryset = MigrationProposal.objects.none()
    serializer_class = MigrationRow
    detail_class = MigrationRead
    filterset_class = MigrationFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
