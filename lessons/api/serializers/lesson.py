"""Lessons as programs read them, with how far they are learned."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons.api.lines import PracticeLine
from lessons.api.signatures import EndorsementLine
from lessons.models import (
    Lesson,
    LessonSystem,
)
from lessons.progress import Progress, missing_for, progress_for
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    TagLine,
    WithVerbs,
)


class LessonSystemLine(serializers.ModelSerializer[LessonSystem]):
    """A system that a lesson is about, and why."""

    system = RecordLine()

    class Meta:
        model = LessonSystem
        fields = ("role", "system")


class LessonRow(Labelled, serializers.ModelSerializer[Lesson]):
    """A lesson as a list shows it."""

    owner = OrganizationCode()
    about = LessonSystemLine(many=True, read_only=True)
    tags = TagLine(many=True, read_only=True)
    assignee = PersonLine()

    class Meta:
        model = Lesson
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "scope",
            "insight",
            "about",
            "tags",
            "assignee",
            "endorsed_at",
            "learned_on",
            "illustrative",
            "created_at",
        )


class ProgressLine(serializers.Serializer[Progress]):
    """In how many systems a lesson is learned, and how many it asks besides those it does not apply to."""

    asked = serializers.IntegerField()
    in_effect = serializers.IntegerField()
    not_applicable = serializers.IntegerField()
    inside = serializers.IntegerField(
        help_text="More that the reader's side alone knows of, which count for nobody."
    )


class LessonRead(WithVerbs, LessonRow):
    """A lesson; `finding_count` also counts findings not shared with the reader, and
    `organization_count` the organizations whose findings these are."""

    findings = RecordLine(many=True)
    finding_count = serializers.IntegerField(read_only=True)
    organization_count = serializers.IntegerField(read_only=True)
    endorsements = EndorsementLine(many=True, read_only=True)
    updates = RecordLine(many=True)
    research = RecordLine(many=True)
    practice_versions = PracticeLine(many=True, read_only=True)
    superseded_by = RecordLine()
    created_by = PersonLine()

    entered_later = serializers.BooleanField(
        read_only=True,
        help_text="It was entered after it was endorsed, so it counts in no headline.",
    )
    progress = serializers.SerializerMethodField(
        help_text="In how many of the systems asked it is learned; null outside of the partners."
    )
    missing = serializers.SerializerMethodField(
        help_text="What stands in the way of `learned`, in sentences."
    )

    class Meta(LessonRow.Meta):
        fields = (
            *LessonRow.Meta.fields,
            "context",
            "recommendation",
            "findings",
            "finding_count",
            "organization_count",
            "content_version",
            "endorsements",
            "updates",
            "research",
            "practice_versions",
            "superseded_by",
            "closing_reason",
            "source",
            "source_url",
            "entered_later",
            "progress",
            "missing",
            "created_by",
            "verbs",
        )

    @extend_schema_field(ProgressLine(allow_null=True))
    def get_progress(self, lesson: Lesson) -> Any:
        """Return how far it has come."""
        found = progress_for(lesson, self.context["request"].user)
        return ProgressLine(found).data if found is not None else None

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_missing(self, lesson: Lesson) -> list[str]:
        """Return what stands in the way."""
        return list(missing_for(lesson, self.context["request"].user))
