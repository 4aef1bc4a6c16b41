"""Lines of briefings, as programs of the partner that answers them read them."""

from __future__ import annotations

from rest_framework import serializers

from lessons.models import BriefingLine
from lessons.states import BriefingAnswer
from reviews.api.serializers.lines import CycleLine
from reviews.models import ReviewCycle
from tracker.api.filters import AnyOfFilter, FilterSet, NamedFilter
from tracker.api.shapes import PersonLine, RecordLine, WithVerbs
from tracker.api.viewsets import ReadViewSet


class BriefingLineRow(serializers.ModelSerializer[BriefingLine]):
    """A lesson of a briefing as it was when the cycle opened, and the answer to it."""

    cycle = CycleLine(source="briefing.cycle")
    lesson = RecordLine()
    reasons = serializers.ListField(child=serializers.CharField(), source="why", read_only=True)
    answered_by = PersonLine()

    class Meta:
        model = BriefingLine
        fields: tuple[str, ...] = (
            "reference",
            "cycle",
            "rank",
            "lesson",
            "lesson_version",
            "lesson_digest",
            "reasons",
            "status",
            "words",
            "answered_by",
            "answered_at",
            "illustrative",
        )


class BriefingLineRead(WithVerbs, BriefingLineRow):
    """A line of a briefing."""

    class Meta(BriefingLineRow.Meta):
        fields = (*BriefingLineRow.Meta.fields, "verbs")


class BriefingLineFilter(FilterSet):
    """Lines of briefings."""

    status = AnyOfFilter(BriefingAnswer.choices)
    cycle = NamedFilter(ReviewCycle, "briefing__cycle")


class BriefingLineViewSet(ReadViewSet):
    """What one's own organization looks at before it signs in a cycle."""

    queryset = BriefingLine.objects.none()
    serializer_class = BriefingLineRow
    detail_class = BriefingLineRead
    filterset_class = BriefingLineFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
