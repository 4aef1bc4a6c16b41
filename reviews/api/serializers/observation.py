"""The shapes of observations, as programs read them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from reviews import access
from reviews.api.serializers.evidence import EvidenceLine
from reviews.models import Observation
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    TagLine,
    WithVerbs,
)


class ObservationRow(Labelled, serializers.ModelSerializer[Observation]):
    """An observation as a list shows it."""

    owner = OrganizationCode()
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = Observation
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "systems",
            "occurred_on",
            "occurred_precision",
            "source_kind",
            "confidence",
            "tags",
            "illustrative",
            "created_at",
        )


class ObservationRead(WithVerbs, ObservationRow):
    """An observation."""

    reporter = serializers.SerializerMethodField()
    duplicate_of = RecordLine()
    created_by = PersonLine()
    findings = RecordLine(many=True)
    evidence = EvidenceLine(many=True, read_only=True)

    class Meta(ObservationRow.Meta):
        fields = (
            *ObservationRow.Meta.fields,
            "description",
            "unmatched_systems",
            "reporter",
            "source",
            "source_url",
            "duplicate_of",
            "dismissal_reason",
            "created_by",
            "findings",
            "evidence",
            "verbs",
        )

    @extend_schema_field({"type": ["string", "null"]})
    def get_reporter(self, observation: Observation) -> str | None:
        """Return who reported it, or null outside their organization."""
        knows = access.may_know_reporter(self.context["request"].user, observation)
        return observation.reporter if knows else None
