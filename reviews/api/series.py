"""Series of cycles, as programs read and write them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from reviews import editing
from reviews.api.inputs import several
from reviews.api.serializers.lines import CycleLine
from reviews.models import CycleSeries
from tracker.api.shapes import PersonLine, RecordInput, RecordLine, WithVerbs
from tracker.models import AISystem, User


class SeriesRow(serializers.ModelSerializer[CycleSeries]):
    """A series as a list shows it."""

    leads = PersonLine(many=True)

    class Meta:
        model = CycleSeries
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "kind",
            "rule",
            "begins_on",
            "time_zone",
            "window_days",
            "next_on",
            "leads",
            "illustrative",
            "created_at",
        )


class SeriesRead(WithVerbs, SeriesRow):
    """A series, with the systems it is about and the cycles that it made."""

    systems = RecordLine(many=True)
    cycles = CycleLine(many=True)
    coming = serializers.SerializerMethodField()
    created_by = PersonLine()

    class Meta(SeriesRow.Meta):
        fields = (
            *SeriesRow.Meta.fields,
            "scope",
            "systems",
            "coming",
            "cycles",
            "created_by",
            "verbs",
        )

    @extend_schema_field(serializers.ListField(child=serializers.DateField()))
    def get_coming(self, series: CycleSeries) -> Any:
        """Return the days of the next cycles."""
        return [day.isoformat() for day in series.coming]


class SeriesInput(RecordInput[CycleSeries]):
    """A series as a program writes it."""

    systems = several(AISystem)
    leads = several(User)

    class Meta:
        model = CycleSeries
        fields = (
            "title",
            "kind",
            "rule",
            "begins_on",
            "time_zone",
            "window_days",
            "scope",
            "systems",
            "leads",
        )

    def create(self, validated_data: dict[str, Any]) -> CycleSeries:
        """Set it up."""
        return editing.set_up_series(by=self.by, **validated_data)

    def update(self, instance: CycleSeries, validated_data: dict[str, Any]) -> CycleSeries:
        """Change it."""
        return editing.edit_series(instance, by=self.by, **validated_data)
