"""System updates as programs read them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons import access
from lessons.api.effect import EffectLine
from lessons.models import (
    SystemUpdate,
)
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    SystemLine,
    VersionLine,
    WithVerbs,
)


class UpdateRow(Labelled, serializers.ModelSerializer[SystemUpdate]):
    """A system update as a list shows it."""

    owner = OrganizationCode()
    system = SystemLine()
    to_version = VersionLine()
    assignee = PersonLine()

    class Meta:
        model = SystemUpdate
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "kind",
            "system",
            "to_version",
            "assignee",
            "due_on",
            "shipped_on",
            "illustrative",
            "created_at",
        )


class UpdateRead(WithVerbs, UpdateRow):
    """A system update."""

    tracker_url = serializers.SerializerMethodField()
    entered_later = serializers.BooleanField(
        read_only=True,
        help_text="It was entered after it had shipped, so it counts in no headline.",
    )
    from_version = VersionLine()
    lessons = RecordLine(many=True)
    verified_by = PersonLine()
    findings = RecordLine(many=True)
    observations = RecordLine(many=True)
    supersedes = RecordLine()
    effectiveness_reviews = EffectLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(UpdateRow.Meta):
        fields = (
            *UpdateRow.Meta.fields,
            "description",
            "from_version",
            "lessons",
            "findings",
            "observations",
            "supersedes",
            "entered_later",
            "effectiveness_reviews",
            "tracker_url",
            "verified_on",
            "verified_by",
            "verification",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )

    @extend_schema_field({"type": ["string", "null"]})
    def get_tracker_url(self, update: SystemUpdate) -> str | None:
        """Return where its organization follows it, or null outside that organization."""
        knows = access.may_know_tracker(self.context["request"].user, update)
        return update.tracker_url if knows else None
