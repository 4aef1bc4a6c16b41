"""Dependencies between systems as programs read and write them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from tracker import editing
from tracker.api.fields import RecordField, visible
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    RecordInput,
    RecordLine,
    WithVerbs,
)
from tracker.models import (
    AISystem,
    SystemDependency,
)


class DependencyRow(Labelled, serializers.ModelSerializer[SystemDependency]):
    """A dependency between two systems as a list shows it."""

    owner = OrganizationCode()
    upstream = RecordLine()
    downstream = RecordLine()

    class Meta:
        model = SystemDependency
        fields: tuple[str, ...] = (
            "reference",
            "downstream",
            "kind",
            "upstream",
            "carries_lessons",
            "taken_back_at",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "source",
            "source_url",
            "illustrative",
            "created_at",
        )


class DependencyRead(WithVerbs, DependencyRow):
    """A dependency between two systems."""

    class Meta(DependencyRow.Meta):
        fields = (*DependencyRow.Meta.fields, "verbs")


class DependencyInput(RecordInput[SystemDependency]):
    """A dependency as a program writes it."""

    downstream = RecordField(rows=visible(AISystem))
    upstream = RecordField(rows=visible(AISystem))

    class Meta:
        model = SystemDependency
        fields = ("downstream", "kind", "upstream", "carries_lessons", "source", "source_url")

    def create(self, validated_data: dict[str, Any]) -> SystemDependency:
        """Record it."""
        return editing.add_dependency(by=self.by, **validated_data)
