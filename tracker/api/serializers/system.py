"""Systems and their versions as programs read and write them."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from tracker import editing
from tracker.api.fields import RecordField, by_code, visible
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordInput,
    RecordLine,
    VersionLine,
    WithVerbs,
)
from tracker.models import (
    AISystem,
    Organization,
    SystemDependency,
    SystemVersion,
    User,
)


class SystemRow(Labelled, serializers.ModelSerializer[AISystem]):
    """A system as a list shows it."""

    owner = OrganizationCode()
    developer = OrganizationCode()
    operator = OrganizationCode()
    steward = PersonLine()

    class Meta:
        model = AISystem
        fields: tuple[str, ...] = (
            "reference",
            "name",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "kind",
            "workload",
            "developer",
            "operator",
            "steward",
            "illustrative",
            "created_at",
        )


class UpstreamLink(Labelled, serializers.ModelSerializer[SystemDependency]):
    """A system that this one depends on, and how."""

    system = RecordLine(source="upstream")

    class Meta:
        model = SystemDependency
        fields = ("reference", "kind", "system", "carries_lessons", "label")


class DownstreamLink(Labelled, serializers.ModelSerializer[SystemDependency]):
    """A system that depends on this one, and how."""

    system = RecordLine(source="downstream")

    class Meta:
        model = SystemDependency
        fields = ("reference", "kind", "system", "carries_lessons", "label")


class SystemRead(WithVerbs, SystemRow):
    """A system."""

    versions = VersionLine(many=True)
    upstream = UpstreamLink(source="upstream_links", many=True, read_only=True)
    downstream = DownstreamLink(source="downstream_links", many=True, read_only=True)

    class Meta(SystemRow.Meta):
        fields = (
            *SystemRow.Meta.fields,
            "aliases",
            "description",
            "versions",
            "upstream",
            "downstream",
            "source",
            "source_url",
            "verbs",
        )


class VersionRead(serializers.ModelSerializer[SystemVersion]):
    """A version of a system."""

    system = RecordLine()

    class Meta:
        model = SystemVersion
        fields = ("id", "system", "label", "released_on")


def organization_field() -> RecordField:
    """Return a field that names an organization by its code."""
    return RecordField(rows=visible(Organization), finder=by_code, required=False, allow_null=True)


def steward_rows(user: User, _: Any) -> Any:
    """Return the people who can answer for a system."""
    return User.objects.visible_to(user)


class SystemInput(RecordInput[AISystem]):
    """A system as a program writes it."""

    developer = organization_field()
    operator = organization_field()
    steward = RecordField(rows=steward_rows, required=False, allow_null=True)

    class Meta:
        model = AISystem
        fields = (
            "name",
            "kind",
            "workload",
            "developer",
            "operator",
            "steward",
            "aliases",
            "description",
            "source",
            "source_url",
        )

    def create(self, validated_data: dict[str, Any]) -> AISystem:
        """Register it."""
        return editing.add_system(by=self.by, **validated_data)

    def update(self, instance: AISystem, validated_data: dict[str, Any]) -> AISystem:
        """Change its entry."""
        return editing.edit_system(instance, by=self.by, **validated_data)


class VersionInput(RecordInput[SystemVersion]):
    """A version as a program writes it."""

    system = RecordField(rows=visible(AISystem))

    class Meta:
        model = SystemVersion
        fields = ("system", "label", "released_on")

    def create(self, validated_data: dict[str, Any]) -> SystemVersion:
        """Record it."""
        return editing.add_system_version(by=self.by, **validated_data)
