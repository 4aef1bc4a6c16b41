"""Changes of labels and consents as programs read them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from tracker.api.shapes import (
    OrganizationCode,
    PersonLine,
    WithVerbs,
)
from tracker.models import (
    Consent,
    LabelChange,
)
from tracker.sharing_access import content_asked


class ConsentRead(serializers.ModelSerializer[Consent]):
    """An organization that is asked, and its answer."""

    organization = OrganizationCode()
    given_by = PersonLine()
    withdrawn_by = PersonLine()

    class Meta:
        model = Consent
        fields = ("organization", "given_by", "given_at", "withdrawn_by", "withdrawn_at")


class LabelChangeRow(serializers.ModelSerializer[LabelChange]):
    """A change of a record's label."""

    record = serializers.CharField(source="record_reference", read_only=True)
    owner = OrganizationCode()
    asked_by = PersonLine()

    class Meta:
        model = LabelChange
        fields: tuple[str, ...] = (
            "reference",
            "record",
            "owner",
            "kind",
            "from_label",
            "to_label",
            "takes_effect_at",
            "status",
            "asked_by",
            "asked_at",
            "settled_at",
        )


class LabelChangeRead(WithVerbs, LabelChangeRow):
    """A change of a record's label, with the consents it takes and what they are to."""

    consents = ConsentRead(many=True, read_only=True)
    content = serializers.SerializerMethodField()

    class Meta(LabelChangeRow.Meta):
        fields = (*LabelChangeRow.Meta.fields, "reason", "digest", "content", "consents", "verbs")

    @extend_schema_field({"type": ["object", "null"], "additionalProperties": True})
    def get_content(self, asked: LabelChange) -> dict[str, Any] | None:
        """Return what is asked to be shared while it waits; null once it was changed since."""
        return content_asked(asked)
