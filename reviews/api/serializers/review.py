"""The shapes of reviews and their findings, as programs read them."""

from __future__ import annotations

from rest_framework import serializers

from reviews.api.serializers.evidence import EvidenceLine
from reviews.api.serializers.lines import CycleLine, ItemLine
from reviews.models import Finding, Review
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    SystemLine,
    TagLine,
    VersionLine,
    WithVerbs,
)


class FindingRow(Labelled, serializers.ModelSerializer[Finding]):
    """A finding as a list shows it."""

    owner = OrganizationCode()
    review = RecordLine()
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = Finding
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "severity",
            "is_positive",
            "review",
            "systems",
            "tags",
            "illustrative",
            "created_at",
        )


class FindingRead(WithVerbs, FindingRow):
    """A finding; `observation_count` also counts what is not shared with the reader."""

    observations = RecordLine(many=True)
    observation_count = serializers.IntegerField(read_only=True)
    duplicate_of = RecordLine()
    created_by = PersonLine()
    evidence = EvidenceLine(many=True, read_only=True)

    class Meta(FindingRow.Meta):
        fields = (
            *FindingRow.Meta.fields,
            "detail",
            "severity_justification",
            "cause",
            "cause_status",
            "why_missed",
            "observations",
            "observation_count",
            "source",
            "source_url",
            "duplicate_of",
            "closing_reason",
            "waived_until",
            "created_by",
            "evidence",
            "verbs",
        )


class ReviewRow(Labelled, serializers.ModelSerializer[Review]):
    """A review as a list shows it."""

    owner = OrganizationCode()
    system = SystemLine()
    version = VersionLine()
    cycle = CycleLine()

    class Meta:
        model = Review
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "system",
            "version",
            "cycle",
            "method",
            "held_on",
            "illustrative",
            "created_at",
        )


class ReviewRead(WithVerbs, ReviewRow):
    """A review with its findings and evidence."""

    item = ItemLine()
    reviewers = PersonLine(many=True)
    findings = FindingRow(many=True, read_only=True)
    evidence = EvidenceLine(many=True, read_only=True)
    created_by = PersonLine()
    submitted_by = PersonLine()
    accepted_by = PersonLine()

    class Meta(ReviewRow.Meta):
        fields = (
            *ReviewRow.Meta.fields,
            "item",
            "reviewers",
            "summary",
            "recommendation",
            "findings",
            "evidence",
            "source",
            "source_url",
            "created_by",
            "submitted_at",
            "submitted_by",
            "accepted_at",
            "accepted_by",
            "return_reason",
            "verbs",
        )
