"""The shapes of a cycle's items, with their positions and conditions, as programs read them."""

from __future__ import annotations

from rest_framework import serializers

from reviews.api.serializers.lines import CycleLine, ItemLine
from reviews.models import Condition, ConditionWaiver, CycleItem, Position
from tracker.api.shapes import OrganizationCode, PersonLine, RecordLine, VersionLine, WithVerbs
from tracker.api.signatures import SignatureLine


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
