"""The shapes of the middle floor's nouns, as programs read them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.reverse import reverse

from reviews import access
from reviews.carried import carried_into
from reviews.models import (
    Briefing,
    Condition,
    ConditionWaiver,
    CycleItem,
    Evidence,
    Finding,
    Observation,
    Position,
    Review,
    ReviewCycle,
)
from tracker.access import is_partner, may_see
from tracker.api.shapes import (
    Labelled,
    Line,
    OrganizationCode,
    PersonLine,
    RecordLine,
    SystemLine,
    TagLine,
    VersionLine,
    WithVerbs,
)
from tracker.api.signatures import SignatureLine


class CycleLine(Line):
    """A cycle; it is the partners'."""

    reference = serializers.CharField()
    title = serializers.CharField()

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader is a partner's."""
        return is_partner(user)


class ItemLine(Line):
    """An item of a cycle."""

    reference = serializers.CharField()
    title = serializers.CharField(source="change")

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader is a partner's and may see the item's system."""
        return is_partner(user) and may_see(user, instance.system)


class SeriesLine(CycleLine):
    """A series of cycles; it is the partners'."""


class BriefingLine(serializers.ModelSerializer[Briefing]):
    """Whether a partner answered its briefing; what it says there is its own."""

    organization = OrganizationCode()

    class Meta:
        model = Briefing
        fields = ("organization", "is_complete")


class CarriedLine(serializers.Serializer[Any]):
    """A record that was still open when a cycle of a series began."""

    noun = serializers.CharField()
    reference = serializers.CharField()
    title = serializers.CharField()


# --- Evidence ---------------------------------------------------------------------------------


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


# --- Observations -----------------------------------------------------------------------------


class ObservationRow(Labelled, serializers.ModelSerializer[Observation]):
    """An observation as a list shows it."""

    owner = OrganizationCode()
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = Observation
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "systems",
            "occurred_on",
            "occurred_precision",
            "source_kind",
            "confidence",
            "tags",
            "illustrative",
            "created_at",
        )


class ObservationRead(WithVerbs, ObservationRow):
    """An observation."""

    reporter = serializers.SerializerMethodField()
    duplicate_of = RecordLine()
    created_by = PersonLine()
    findings = RecordLine(many=True)
    evidence = EvidenceLine(many=True, read_only=True)

    class Meta(ObservationRow.Meta):
        fields = (
            *ObservationRow.Meta.fields,
            "description",
            "unmatched_systems",
            "reporter",
            "source",
            "source_url",
            "duplicate_of",
            "dismissal_reason",
            "created_by",
            "findings",
            "evidence",
            "verbs",
        )

    @extend_schema_field({"type": ["string", "null"]})
    def get_reporter(self, observation: Observation) -> str | None:
        """Return who reported it, or null outside their organization."""
        knows = access.may_know_reporter(self.context["request"].user, observation)
        return observation.reporter if knows else None


# --- Cycles -----------------------------------------------------------------------------------


class PositionLine(SignatureLine):
    """A partner's position on an item; it counts for the content version that it names."""

    under = "item"

    class Meta:
        model = Position
        fields = (
            "id",
            "organization",
            "stance",
            "signed_by",
            "signed_at",
            "content_version",
            "digest",
            "current",
            "statement",
            "dissent",
            "withdrawn_at",
            "withdrawal_reason",
            "illustrative",
        )


class ConditionLine(serializers.ModelSerializer[Condition]):
    """A condition as the item that it is for shows it."""

    organization = OrganizationCode(source="position.organization")
    assignee = PersonLine()

    class Meta:
        model = Condition
        fields: tuple[str, ...] = (
            "reference",
            "text",
            "test",
            "organization",
            "assignee",
            "due_on",
            "status",
            "illustrative",
        )


class WaiverLine(SignatureLine):
    """A partner's word that it gives a condition up."""

    under = "condition"

    class Meta:
        model = ConditionWaiver
        fields = (
            "id",
            "organization",
            "signed_by",
            "signed_at",
            "content_version",
            "digest",
            "current",
            "statement",
            "withdrawn_at",
            "illustrative",
        )


class ConditionRow(ConditionLine):
    """A condition as a list shows it."""

    item = ItemLine()
    cycle = CycleLine(source="item.cycle")

    class Meta(ConditionLine.Meta):
        fields = (*ConditionLine.Meta.fields, "item", "cycle")


class ConditionRead(WithVerbs, ConditionRow):
    """A condition."""

    met_by = PersonLine()
    waivers = WaiverLine(many=True, read_only=True)

    class Meta(ConditionRow.Meta):
        fields = (
            *ConditionRow.Meta.fields,
            "content_version",
            "met_on",
            "met_by",
            "evidence_note",
            "waivers",
            "verbs",
        )


class ItemRow(serializers.ModelSerializer[CycleItem]):
    """One change of one system in a cycle's scope, with the partners' positions."""

    cycle = CycleLine()
    system = RecordLine()
    version = VersionLine()
    positions = PositionLine(many=True, read_only=True)
    conditions = ConditionLine(many=True, read_only=True)

    class Meta:
        model = CycleItem
        fields: tuple[str, ...] = (
            "reference",
            "cycle",
            "system",
            "version",
            "change",
            "needs_approval",
            "status",
            "content_version",
            "positions",
            "conditions",
        )


class ItemRead(WithVerbs, ItemRow):
    """One item, with the accepted reviews behind it and what can be done."""

    reviews = RecordLine(many=True, source="reviews_behind")

    class Meta(ItemRow.Meta):
        fields = (*ItemRow.Meta.fields, "reviews", "verbs")


class CycleRow(serializers.ModelSerializer[ReviewCycle]):
    """A cycle as a list shows it."""

    leads = PersonLine(many=True)

    class Meta:
        model = ReviewCycle
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "kind",
            "starts_on",
            "ends_on",
            "leads",
            "illustrative",
            "created_at",
        )


class CycleRead(WithVerbs, CycleRow):
    """A cycle with its items and reviews."""

    items = ItemRow(many=True, read_only=True)
    signers = serializers.ListField(child=OrganizationCode(), source="signers.all", read_only=True)
    attended_by = PersonLine(many=True)
    reviews = RecordLine(many=True)
    created_by = PersonLine()
    series = SeriesLine()
    briefings = BriefingLine(many=True, read_only=True)
    carried_over = serializers.SerializerMethodField()

    class Meta(CycleRow.Meta):
        fields = (
            *CycleRow.Meta.fields,
            "signers",
            "attended_by",
            "agenda",
            "items",
            "reviews",
            "series",
            "occurrence",
            "briefings",
            "carried_over",
            "minutes",
            "decisions",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )

    @extend_schema_field(CarriedLine(many=True))
    def get_carried_over(self, cycle: ReviewCycle) -> Any:
        """Return what the cycle of a series took over, as far as the reader may see it."""
        if cycle.series_id is None:
            return []
        lines = [
            {"noun": found.kind, "reference": one.reference, "title": str(one)}
            for found in carried_into(cycle, self.context["request"].user)
            for one in found.records
        ]
        return CarriedLine(lines, many=True).data


# --- Reviews and findings ---------------------------------------------------------------------


class FindingRow(Labelled, serializers.ModelSerializer[Finding]):
    """A finding as a list shows it."""

    owner = OrganizationCode()
    review = RecordLine()
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = Finding
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "severity",
            "is_positive",
            "review",
            "systems",
            "tags",
            "illustrative",
            "created_at",
        )


class FindingRead(WithVerbs, FindingRow):
    """A finding; `observation_count` also counts what is not shared with the reader."""

    observations = RecordLine(many=True)
    observation_count = serializers.IntegerField(read_only=True)
    duplicate_of = RecordLine()
    created_by = PersonLine()
    evidence = EvidenceLine(many=True, read_only=True)

    class Meta(FindingRow.Meta):
        fields = (
            *FindingRow.Meta.fields,
            "detail",
            "severity_justification",
            "cause",
            "cause_status",
            "why_missed",
            "observations",
            "observation_count",
            "source",
            "source_url",
            "duplicate_of",
            "closing_reason",
            "waived_until",
            "created_by",
            "evidence",
            "verbs",
        )


class ReviewRow(Labelled, serializers.ModelSerializer[Review]):
    """A review as a list shows it."""

    owner = OrganizationCode()
    system = SystemLine()
    version = VersionLine()
    cycle = CycleLine()

    class Meta:
        model = Review
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "system",
            "version",
            "cycle",
            "method",
            "held_on",
            "illustrative",
            "created_at",
        )


class ReviewRead(WithVerbs, ReviewRow):
    """A review with its findings and evidence."""

    item = ItemLine()
    reviewers = PersonLine(many=True)
    findings = FindingRow(many=True, read_only=True)
    evidence = EvidenceLine(many=True, read_only=True)
    created_by = PersonLine()
    submitted_by = PersonLine()
    accepted_by = PersonLine()

    class Meta(ReviewRow.Meta):
        fields = (
            *ReviewRow.Meta.fields,
            "item",
            "reviewers",
            "summary",
            "recommendation",
            "findings",
            "evidence",
            "source",
            "source_url",
            "created_by",
            "submitted_at",
            "submitted_by",
            "accepted_at",
            "accepted_by",
            "return_reason",
            "verbs",
        )


# What a verb answers with.
SHAPES = {
    Observation: ObservationRead,
    ReviewCycle: CycleRead,
    CycleItem: ItemRead,
    Condition: ConditionRead,
    Review: ReviewRead,
    Finding: FindingRead,
}
