"""The shapes of the ground floor's nouns, as programs read and write them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from tracker import editing
from tracker.api.fields import RecordField, by_code, visible
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordInput,
    RecordLine,
    TagLine,
    VersionLine,
    WithVerbs,
)
from tracker.models import (
    AISystem,
    Consent,
    Delegation,
    DuePolicy,
    LabelChange,
    Organization,
    SystemDependency,
    SystemVersion,
    Tag,
    Taxonomy,
    User,
)
from tracker.sharing_access import content_asked

# --- Read -------------------------------------------------------------------------------------


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


class VersionRead(serializers.ModelSerializer[SystemVersion]):
    """A version of a system."""

    system = RecordLine()

    class Meta:
        model = SystemVersion
        fields = ("id", "system", "label", "released_on")


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


# --- Write ------------------------------------------------------------------------------------


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


class TagInput(RecordInput[Tag]):
    """A free tag as a program coins it."""

    class Meta:
        model = Tag
        fields = ("code", "label")

    def create(self, validated_data: dict[str, Any]) -> Tag:
        """Coin it."""
        return editing.coin_tag(by=self.by, **validated_data)
