"""What a signature says of itself inside the record that it is under."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework import serializers

from tracker.api.shapes import OrganizationCode, PersonLine


class SignatureLine(serializers.ModelSerializer[Any]):
    """A signature: who, on which version, and whether it still counts."""

    # The signature's key to the record, which came with it.
    under: ClassVar[str]

    organization = OrganizationCode()
    signed_by = PersonLine()
    current = serializers.SerializerMethodField(
        help_text="Whether it counts: it was not withdrawn, and the content is as it was signed."
    )

    def get_current(self, signature: Any) -> bool:
        """Say whether it is live."""
        return bool(signature.is_current(getattr(signature, self.under).content_version))
