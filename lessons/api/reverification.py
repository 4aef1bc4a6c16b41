"""Lessons to verify again, as programs read them."""

from __future__ import annotations

from rest_framework import serializers

from lessons.models import Lesson, Reverification
from lessons.states import ReverificationStatus
from tracker.api.filters import AnyOfFilter, FilterSet, NamedFilter, SystemFilter
from tracker.api.shapes import PersonLine, RecordLine, SystemLine, VersionLine, WithVerbs
from tracker.api.viewsets import ReadViewSet


class ReverificationRow(serializers.ModelSerializer[Reverification]):
    """A lesson that a new version of a system puts in question."""

    lesson = RecordLine()
    system = SystemLine()
    version = VersionLine()
    answered_by = PersonLine()

    class Meta:
        model = Reverification
        fields: tuple[str, ...] = (
            "reference",
            "lesson",
            "system",
            "version",
            "status",
            "words",
            "answered_by",
            "answered_at",
            "created_at",
        )


class ReverificationRead(WithVerbs, ReverificationRow):
    """A lesson to verify again, and what can be done."""

    class Meta(ReverificationRow.Meta):
        fields = (*ReverificationRow.Meta.fields, "verbs")


class ReverificationFilter(FilterSet):
    """Lessons to verify again."""

    status = AnyOfFilter(ReverificationStatus.choices)
    system = SystemFilter("system")
    lesson = NamedFilter(Lesson, "lesson")


class ReverificationViewSet(ReadViewSet):
    """Lessons that new versions of systems put in question."""

    queryset = Reverification.objects.none()
    serializer_class = ReverificationRow
    detail_class = ReverificationRead
    filterset_class = ReverificationFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
