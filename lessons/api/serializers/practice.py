"""Best practices and their versions as programs read them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from lessons.api.signatures import ApprovalLine
from lessons.models import (
    BestPractice,
    PracticeVersion,
)
from lessons.states import PracticeStatus
from tracker.api.shapes import (
    PersonLine,
    RecordLine,
    TagLine,
    WithVerbs,
)


class StatusNow(serializers.ChoiceField):
    """The state of a practice's version at this instant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            PracticeStatus.choices, **{"source": "status_now", "read_only": True, **kwargs}
        )


class VersionRow(serializers.ModelSerializer[PracticeVersion]):
    """A version of a practice as a list shows it.

    While it is `approved` with a `published_at` to come, the partners alone read it.
    """

    status = StatusNow()
    practice = serializers.CharField(source="practice.reference", read_only=True)
    number = serializers.CharField(read_only=True)
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = PracticeVersion
        fields: tuple[str, ...] = (
            "reference",
            "practice",
            "number",
            "title",
            "status",
            "systems",
            "tags",
            "published_at",
            "illustrative",
            "created_at",
        )


class PracticeVersionRead(WithVerbs, VersionRow):
    """A version of a practice; `lesson_count` also counts what is not shared with the reader.

    `has_come_back`: a lesson shown here has regressed, so what the practice is against was seen again.
    """

    lessons = RecordLine(many=True)
    has_come_back = serializers.BooleanField(read_only=True)
    lesson_count = serializers.IntegerField(read_only=True)
    approvals = ApprovalLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(VersionRow.Meta):
        fields = (
            *VersionRow.Meta.fields,
            "guidance",
            "applicability",
            "how_to_verify",
            "change_note",
            "lessons",
            "lesson_count",
            "has_come_back",
            "content_version",
            "approvals",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )


class NumberedLine(serializers.ModelSerializer[PracticeVersion]):
    """A version as its practice names it."""

    status = StatusNow()
    number = serializers.CharField(read_only=True)

    class Meta:
        model = PracticeVersion
        fields = ("reference", "number", "title", "status", "published_at")


class PracticeRead(serializers.ModelSerializer[BestPractice]):
    """A practice under its number for life, with the versions that the reader may see."""

    versions = NumberedLine(many=True, read_only=True)

    class Meta:
        model = BestPractice
        fields = ("reference", "number", "versions", "created_at")
