"""The shapes of the middle floor's nouns, as programs write them; the editing functions do it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from reviews import editing
from reviews.models import CycleItem, Evidence, Finding, Observation, Review, ReviewCycle
from tracker.api.fields import RecordField, RecordsField, by_tag, visible
from tracker.api.shapes import RecordInput
from tracker.models import AISystem, SystemVersion, Tag, User


def tags_field() -> RecordsField:
    """Return a field that names tags by `scheme:code` or by key."""
    return RecordsField(rows=visible(Tag), finder=by_tag, required=False)


def optional(model: Any) -> RecordField:
    """Return a field that names one record of a noun, or none."""
    return RecordField(rows=visible(model), required=False, allow_null=True)


def several(model: Any) -> RecordsField:
    """Return a field that names any number of records of a noun."""
    return RecordsField(rows=visible(model), required=False)


class ObservationInput(RecordInput[Observation]):
    """An observation as a program writes it."""

    systems = several(AISystem)
    tags = tags_field()

    class Meta:
        model = Observation
        fields = (
            "title",
            "systems",
            "occurred_on",
            "occurred_precision",
            "description",
            "unmatched_systems",
            "source_kind",
            "confidence",
            "reporter",
            "source",
            "source_url",
            "tags",
        )

    def create(self, validated_data: dict[str, Any]) -> Observation:
        """Capture it."""
        return editing.capture_observation(by=self.by, **validated_data)

    def update(self, instance: Observation, validated_data: dict[str, Any]) -> Observation:
        """Change it."""
        return editing.edit_observation(instance, by=self.by, **validated_data)


class CycleInput(RecordInput[ReviewCycle]):
    """A cycle as a program writes it."""

    leads = several(User)
    attended_by = several(User)

    class Meta:
        model = ReviewCycle
        fields = (
            "title",
            "kind",
            "starts_on",
            "ends_on",
            "leads",
            "attended_by",
            "agenda",
            "minutes",
            "decisions",
            "source",
            "source_url",
        )

    def create(self, validated_data: dict[str, Any]) -> ReviewCycle:
        """Plan it."""
        return editing.plan_cycle(by=self.by, **validated_data)

    def update(self, instance: ReviewCycle, validated_data: dict[str, Any]) -> ReviewCycle:
        """Change it."""
        return editing.edit_cycle(instance, by=self.by, **validated_data)


class ItemInput(RecordInput[CycleItem]):
    """An item of a cycle as a program writes it; cycle and system are named once and stay."""

    cycle = RecordField(rows=visible(ReviewCycle))
    system = RecordField(rows=visible(AISystem))
    version = optional(SystemVersion)
    # Left out, it follows from the cycle's kind.
    needs_approval = serializers.BooleanField(required=False, allow_null=True, default=None)

    class Meta:
        model = CycleItem
        fields = ("cycle", "system", "version", "change", "needs_approval")

    def create(self, validated_data: dict[str, Any]) -> CycleItem:
        """Put it into the cycle's scope."""
        return editing.add_item(by=self.by, **validated_data)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse to make an item one of another cycle or system."""
        moved = [name for name in ("cycle", "system") if self.moves(name, attrs)]
        if moved:
            raise serializers.ValidationError(dict.fromkeys(moved, "This stays as it is."))
        return attrs

    def moves(self, name: str, attrs: dict[str, Any]) -> bool:
        """Say whether another record is named than the item is under."""
        return bool(self.instance and name in attrs and attrs[name] != getattr(self.instance, name))

    def update(self, instance: CycleItem, validated_data: dict[str, Any]) -> CycleItem:
        """Word it anew."""
        words = {
            name: value
            for name, value in validated_data.items()
            if name in {"version", "change"} or (name == "needs_approval" and value is not None)
        }
        return editing.edit_item(instance, by=self.by, **words)


class ReviewInput(RecordInput[Review]):
    """A review as a program writes it."""

    system = RecordField(rows=visible(AISystem))
    version = optional(SystemVersion)
    cycle = optional(ReviewCycle)
    item = optional(CycleItem)
    reviewers = several(User)

    class Meta:
        model = Review
        fields = (
            "title",
            "system",
            "version",
            "cycle",
            "item",
            "method",
            "reviewers",
            "held_on",
            "summary",
            "recommendation",
            "source",
            "source_url",
        )

    def create(self, validated_data: dict[str, Any]) -> Review:
        """Log it."""
        return editing.log_review(by=self.by, **validated_data)

    def update(self, instance: Review, validated_data: dict[str, Any]) -> Review:
        """Change it."""
        return editing.edit_review(instance, by=self.by, **validated_data)


class FindingInput(RecordInput[Finding]):
    """A finding as a program writes it; its review is named when it is added and stays."""

    review = RecordField(rows=visible(Review))
    systems = several(AISystem)
    observations = several(Observation)
    tags = tags_field()

    class Meta:
        model = Finding
        fields: tuple[str, ...] = (
            "review",
            "title",
            "detail",
            "is_positive",
            "severity",
            "severity_justification",
            "systems",
            "observations",
            "tags",
            "cause",
            "cause_status",
            "why_missed",
            "source",
            "source_url",
        )

    def create(self, validated_data: dict[str, Any]) -> Finding:
        """Add it to its review."""
        return editing.add_finding(by=self.by, **validated_data)

    def validate_review(self, review: Review) -> Review:
        """Refuse to move a finding."""
        if self.instance is not None and self.instance.review_id != review.pk:
            raise serializers.ValidationError("A finding stays in its review.")
        return review

    def update(self, instance: Finding, validated_data: dict[str, Any]) -> Finding:
        """Change it; tags alone may change in any state."""
        validated_data.pop("review", None)
        if set(validated_data) == {"tags"}:
            return editing.tag_finding(instance, by=self.by, **validated_data)
        return editing.edit_finding(instance, by=self.by, **validated_data)


class EvidenceInput(RecordInput[Evidence]):
    """Evidence as a program adds it: a file or a link, under one record or in place of a revision."""

    observation = optional(Observation)
    review = optional(Review)
    finding = optional(Finding)
    revision_of = optional(Evidence)
    file = serializers.FileField(required=False, max_length=255)

    class Meta:
        model = Evidence
        fields = (
            "observation",
            "review",
            "finding",
            "revision_of",
            "title",
            "url",
            "file",
            "dated_on",
        )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse evidence that hangs under nothing, or under two things."""
        places = ("observation", "review", "finding", "revision_of")
        named = [name for name in places if attrs.get(name)]
        if len(named) != 1:
            raise serializers.ValidationError(
                "Name one: an observation, a review, a finding, or the evidence this revises."
            )
        rest = {name: value for name, value in attrs.items() if name not in places}
        return {"place": named[0], "under": attrs[named[0]], **rest}

    def create(self, validated_data: dict[str, Any]) -> Evidence:
        """Add it, or put it in the place of the revision that it names."""
        place, under = validated_data.pop("place"), validated_data.pop("under")
        if place == "revision_of":
            return editing.revise_evidence(under, by=self.by, **validated_data)
        return editing.add_evidence(under, by=self.by, **validated_data)
