"""Research directions as programs read them."""

from __future__ import annotations

from rest_framework import serializers

from lessons.models import (
    ResearchDirection,
    ResearchOutput,
)
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    WithVerbs,
)


class OutputLine(serializers.ModelSerializer[ResearchOutput]):
    """Something that came out of research."""

    class Meta:
        model = ResearchOutput
        fields = ("title", "url")


class ResearchRow(Labelled, serializers.ModelSerializer[ResearchDirection]):
    """A direction for research as a list shows it."""

    owner = OrganizationCode()
    assignee = PersonLine()

    class Meta:
        model = ResearchDirection
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "assignee",
            "concluded_on",
            "illustrative",
            "created_at",
        )


class ResearchRead(WithVerbs, ResearchRow):
    """A direction for research."""

    lessons = RecordLine(many=True)
    outputs = OutputLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(ResearchRow.Meta):
        fields = (
            *ResearchRow.Meta.fields,
            "why",
            "lessons",
            "result",
            "outputs",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )
