"""Organizations, people and delegations as programs read and write them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from tracker import editing
from tracker.api.shapes import (
    OrganizationCode,
    PersonLine,
    RecordInput,
    WithVerbs,
)
from tracker.models import (
    Delegation,
    Organization,
    User,
)


class DelegationRead(WithVerbs, serializers.ModelSerializer[Delegation]):
    """A period in which someone signs in a signatory's stead."""

    signatory = PersonLine()
    delegate = PersonLine()

    class Meta:
        model = Delegation
        fields = (
            "reference",
            "signatory",
            "delegate",
            "starts_at",
            "ends_at",
            "reason",
            "revoked_at",
            "verbs",
        )


class OrganizationRead(serializers.ModelSerializer[Organization]):
    """An organization."""

    class Meta:
        model = Organization
        fields = ("code", "name", "kind")


class UserRead(serializers.ModelSerializer[User]):
    """A person: who, of which organization, in which role; nothing more."""

    name = serializers.CharField(source="__str__", read_only=True)
    organization = OrganizationCode()

    class Meta:
        model = User
        fields = ("id", "name", "organization", "role")


class DelegationInput(RecordInput[Delegation]):
    """A delegation as its signatory gives it; it starts at once where nothing else is said."""

    delegate = serializers.PrimaryKeyRelatedField(queryset=User.objects.none())
    starts_at = serializers.DateTimeField(required=False)

    class Meta:
        model = Delegation
        fields = ("delegate", "starts_at", "ends_at", "reason")

    def get_fields(self) -> Any:
        """Offer the people of the writer's own organization."""
        fields = super().get_fields()
        if "request" in self.context:
            own: Any = fields["delegate"]
            own.queryset = User.objects.assignable_by(self.by)
        return fields

    def create(self, validated_data: dict[str, Any]) -> Delegation:
        """Delegate."""
        return editing.delegate_signing(by=self.by, **validated_data)
