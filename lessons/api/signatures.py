"""What signatures under lessons and practices say inside the record, to who could read what was signed."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from lessons.access import may_read_signed
from lessons.models import Endorsement, PracticeApproval
from tracker.api.signatures import SignatureLine

FIELDS = (
    "organization",
    "signed_by",
    "signed_at",
    "content_version",
    "digest",
    "current",
    "statement",
    "withdrawn_at",
    "withdrawal_reason",
    "illustrative",
)


class LessonsSignatureLine(SignatureLine):
    """A signature whose words may have been an organization's own when it was given."""

    digest = serializers.SerializerMethodField(
        help_text="SHA-256 of what was signed; empty for who could not read it then."
    )
    withdrawal_reason = serializers.SerializerMethodField()

    def get_digest(self, signature: Any) -> str:
        """Return the digest of what was signed."""
        return signature.digest if self.is_readable(signature) else ""

    def get_withdrawal_reason(self, signature: Any) -> str:
        """Return why it was taken back."""
        return signature.withdrawal_reason if self.is_readable(signature) else ""

    def is_readable(self, signature: Any) -> bool:
        """Say whether the reader was among those who could read what was signed."""
        return may_read_signed(
            self.context["request"].user, getattr(signature, self.under), signature
        )


class EndorsementLine(LessonsSignatureLine):
    """A signature under a lesson."""

    under = "lesson"

    class Meta:
        model = Endorsement
        fields = FIELDS


class ApprovalLine(LessonsSignatureLine):
    """A signature under a practice version."""

    under = "version"

    class Meta:
        model = PracticeApproval
        fields = FIELDS
