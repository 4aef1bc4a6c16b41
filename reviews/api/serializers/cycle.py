"""The shapes of cycles, as programs read them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from reviews.api.serializers.item import ItemRow
from reviews.api.serializers.lines import SeriesLine
from reviews.carried import carried_into
from reviews.models import Briefing, ReviewCycle
from tracker.api.shapes import OrganizationCode, PersonLine, RecordLine, WithVerbs


class BriefingLine(serializers.ModelSerializer[Briefing]):
    """Whether a partner answered its briefing; what it says there is its own."""

    organization = OrganizationCode()

    class Meta:
        model = Briefing
        fields = ("organization", "is_complete")


class CarriedLine(serializers.Serializer[Any]):
    """A record that was still open when a cycle of a series began."""

    noun = serializers.CharField()
    reference = serializers.CharField()
    title = serializers.CharField()


class CycleRow(serializers.ModelSerializer[ReviewCycle]):
    """A cycle as a list shows it."""

    leads = PersonLine(many=True)

    class Meta:
        model = ReviewCycle
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "kind",
            "starts_on",
            "ends_on",
            "leads",
            "illustrative",
            "created_at",
        )


class CycleRead(WithVerbs, CycleRow):
    """A cycle with its items and reviews."""

    items = ItemRow(many=True, read_only=True)
    signers = serializers.ListField(child=OrganizationCode(), source="signers.all", read_only=True)
    attended_by = PersonLine(many=True)
    reviews = RecordLine(many=True)
    created_by = PersonLine()
    series = SeriesLine()
    briefings = BriefingLine(many=True, read_only=True)
    carried_over = serializers.SerializerMethodField()

    class Meta(CycleRow.Meta):
        fields = (
            *CycleRow.Meta.fields,
            "signers",
            "attended_by",
            "agenda",
            "items",
            "reviews",
            "series",
            "occurrence",
            "briefings",
            "carried_over",
            "minutes",
            "decisions",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )

    @extend_schema_field(CarriedLine(many=True))
    def get_carried_over(self, cycle: ReviewCycle) -> Any:
        """Return what the cycle of a series took over, as far as the reader may see it."""
        if cycle.series_id is None:
            return []
        lines = [
            {"noun": found.kind, "reference": one.reference, "title": str(one)}
            for found in carried_into(cycle, self.context["request"].user)
            for one in found.records
        ]
        return CarriedLine(lines, many=True).data
