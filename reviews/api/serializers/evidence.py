"""The shapes of evidence, as programs read them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from reviews.models import Evidence
from tracker.api.shapes import PersonLine, RecordLine


class EvidenceLine(serializers.ModelSerializer[Evidence]):
    """Evidence as the record that it hangs under shows it."""

    file = serializers.SerializerMethodField()
    added_by = PersonLine()

    class Meta:
        model = Evidence
        fields: tuple[str, ...] = (
            "id",
            "title",
            "url",
            "file",
            "file_name",
            "sha256",
            "dated_on",
            "added_at",
            "added_by",
        )

    @extend_schema_field({"type": ["string", "null"], "format": "uri"})
    def get_file(self, evidence: Evidence) -> str | None:
        """Return where the file is fetched, or null for a link."""
        if not evidence.file:
            return None
        return reverse("api-evidence-file", args=[evidence.pk], request=self.context["request"])


class EvidenceRead(EvidenceLine):
    """A file or a link under a record."""

    observation = RecordLine()
    review = RecordLine()
    finding = RecordLine()
    revision_of = serializers.UUIDField(source="revision_of_id", read_only=True, allow_null=True)

    class Meta(EvidenceLine.Meta):
        fields = (
            *EvidenceLine.Meta.fields,
            "observation",
            "review",
            "finding",
            "revision_of",
        )
