"""The shapes of the upper floor's nouns, as programs write them; the editing functions do it."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers

from lessons import editing, outcome_editing, practice_editing
from lessons.models import BestPractice, Lesson, PracticeVersion, ResearchDirection, SystemUpdate
from reviews.api.inputs import optional, several, tags_field
from reviews.models import Finding, Observation
from tracker.api.fields import RecordField, visible
from tracker.api.shapes import RecordInput
from tracker.models import AISystem, SystemVersion, User


def assignable(user: User, _: Any) -> Any:
    """Return the people of the writer's organization who can carry a task."""
    return User.objects.assignable_by(user)


def assignee_field() -> RecordField:
    """Return a field that names who is responsible."""
    return RecordField(rows=assignable, required=False, allow_null=True)


class LessonInput(RecordInput[Lesson]):
    """A lesson as a program writes it.

    With `findings` alone it is drafted from them: words, systems, tags and sources carried over,
    save what is sent besides. Without findings, title and insight are needed.
    """

    findings = several(Finding)
    seen_in = several(AISystem)
    cause_in = several(AISystem)
    tags = tags_field()
    assignee = assignee_field()

    class Meta:
        model = Lesson
        fields = (
            "findings",
            "title",
            "insight",
            "context",
            "recommendation",
            "seen_in",
            "cause_in",
            "tags",
            "assignee",
            "scope",
            "source",
            "source_url",
        )
        extra_kwargs = {"title": {"required": False}, "insight": {"required": False}}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a new lesson that neither rests on findings nor says what was learned."""
        if self.instance is None and not attrs.get("findings"):
            missing = [name for name in ("title", "insight") if not attrs.get(name)]
            if missing:
                sentence = "Say this, or name the findings that the lesson is drawn from."
                raise serializers.ValidationError({name: [sentence] for name in missing})
        return attrs

    def create(self, validated_data: dict[str, Any]) -> Lesson:
        """Draft it from findings, or write it down."""
        if validated_data.get("findings"):
            return editing.draft_lesson(by=self.by, **validated_data)
        return editing.write_lesson(by=self.by, **validated_data)

    def update(self, instance: Lesson, validated_data: dict[str, Any]) -> Lesson:
        """Change it; tags alone may change in any state."""
        if set(validated_data) == {"tags"}:
            return editing.tag_lesson(instance, by=self.by, **validated_data)
        return editing.edit_lesson(instance, by=self.by, **validated_data)


class UpdateInput(RecordInput[SystemUpdate]):
    """A system update as a program writes it."""

    system = optional(AISystem)
    from_version = optional(SystemVersion)
    to_version = optional(SystemVersion)
    lessons = several(Lesson)
    findings = several(Finding)
    observations = several(Observation)
    assignee = assignee_field()

    class Meta:
        model = SystemUpdate
        fields = (
            "title",
            "kind",
            "description",
            "lessons",
            "findings",
            "observations",
            "system",
            "from_version",
            "to_version",
            "assignee",
            "due_on",
            "tracker_url",
            "source",
            "source_url",
        )
        extra_kwargs = {"kind": {"required": True}}

    def create(self, validated_data: dict[str, Any]) -> SystemUpdate:
        """Propose it."""
        return outcome_editing.propose_update(by=self.by, **validated_data)

    def update(self, instance: SystemUpdate, validated_data: dict[str, Any]) -> SystemUpdate:
        """Change it."""
        return outcome_editing.edit_update(instance, by=self.by, **validated_data)


class ResearchInput(RecordInput[ResearchDirection]):
    """A direction for research as a program writes it."""

    lessons = several(Lesson)
    assignee = assignee_field()

    class Meta:
        model = ResearchDirection
        fields = ("title", "why", "lessons", "assignee", "source", "source_url")

    def create(self, validated_data: dict[str, Any]) -> ResearchDirection:
        """Propose it."""
        return outcome_editing.propose_research(by=self.by, **validated_data)

    def update(
        self, instance: ResearchDirection, validated_data: dict[str, Any]
    ) -> ResearchDirection:
        """Change it."""
        return outcome_editing.edit_research(instance, by=self.by, **validated_data)


class PracticeInput(RecordInput[BestPractice]):
    """A practice as a program drafts it from a lesson; version 1.0 carries the words."""

    lesson = RecordField(rows=visible(Lesson))
    title = serializers.CharField(required=False, max_length=300)
    guidance = serializers.CharField(required=False, help_text="Markdown.")
    applicability = serializers.CharField(required=False)
    how_to_verify = serializers.CharField(required=False)

    class Meta:
        model = BestPractice
        fields = ("lesson", "title", "guidance", "applicability", "how_to_verify")

    def create(self, validated_data: dict[str, Any]) -> BestPractice:
        """Draft it."""
        practice: BestPractice = practice_editing.draft_practice(
            by=self.by, **validated_data
        ).practice
        return practice


class PracticeVersionInput(RecordInput[PracticeVersion]):
    """A draft of a practice version as a program words it."""

    lessons = several(Lesson)
    systems = several(AISystem)
    tags = tags_field()

    class Meta:
        model = PracticeVersion
        fields = (
            "title",
            "guidance",
            "applicability",
            "how_to_verify",
            "change_note",
            "lessons",
            "systems",
            "tags",
            "source",
            "source_url",
        )

    def update(self, instance: PracticeVersion, validated_data: dict[str, Any]) -> PracticeVersion:
        """Change it."""
        return practice_editing.edit_practice(instance, by=self.by, **validated_data)
