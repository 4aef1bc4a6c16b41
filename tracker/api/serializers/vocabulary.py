"""Vocabularies, tags and due policies as programs read and write them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from tracker import editing
from tracker.api.shapes import (
    RecordInput,
    TagLine,
)
from tracker.models import (
    DuePolicy,
    Tag,
    Taxonomy,
)


class TaxonomyRead(serializers.ModelSerializer[Taxonomy]):
    """One version of a vocabulary."""

    class Meta:
        model = Taxonomy
        fields = ("id", "scheme", "version", "title", "source", "is_current")


class DuePolicyRead(serializers.ModelSerializer[DuePolicy]):
    """Within how many days what is of one severity is to be done."""

    class Meta:
        model = DuePolicy
        fields = ("id", "severity", "days")


class TagRead(TagLine):
    """A tag with its description and the tag above it."""

    parent = TagLine(read_only=True, allow_null=True)

    class Meta(TagLine.Meta):
        fields = (*TagLine.Meta.fields, "description", "parent")


class TagInput(RecordInput[Tag]):
    """A free tag as a program coins it."""

    class Meta:
        model = Tag
        fields = ("code", "label")

    def create(self, validated_data: dict[str, Any]) -> Tag:
        """Coin it."""
        return editing.coin_tag(by=self.by, **validated_data)
