"""The shapes of the upper floor's nouns, as programs read them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons import access
from lessons.api.adoptions import AdoptionRead
from lessons.api.dispositions import DispositionRead
from lessons.api.effect import EffectLine
from lessons.api.lines import PracticeLine
from lessons.api.signatures import ApprovalLine, EndorsementLine
from lessons.models import (
    Adoption,
    BestPractice,
    Disposition,
    Lesson,
    LessonSystem,
    PracticeVersion,
    ResearchDirection,
    ResearchOutput,
    SystemUpdate,
)
from lessons.progress import Progress, missing_for, progress_for
from lessons.states import PracticeStatus
from reviews.api.serializers import SHAPES as REVIEWS_SHAPES
from tracker.api.serializers import DelegationRead, DependencyRead, LabelChangeRead, SystemRead
from tracker.api.shapes import (
    Labelled,
    OrganizationCode,
    PersonLine,
    RecordLine,
    SystemLine,
    TagLine,
    VersionLine,
    WithVerbs,
)
from tracker.models import AISystem, Delegation, LabelChange, SystemDependency

# --- Lessons ----------------------------------------------------------------------------------


class LessonSystemLine(serializers.ModelSerializer[LessonSystem]):
    """A system that a lesson is about, and why."""

    system = RecordLine()

    class Meta:
        model = LessonSystem
        fields = ("role", "system")


class LessonRow(Labelled, serializers.ModelSerializer[Lesson]):
    """A lesson as a list shows it."""

    owner = OrganizationCode()
    about = LessonSystemLine(many=True, read_only=True)
    tags = TagLine(many=True, read_only=True)
    assignee = PersonLine()

    class Meta:
        model = Lesson
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "scope",
            "insight",
            "about",
            "tags",
            "assignee",
            "endorsed_at",
            "learned_on",
            "illustrative",
            "created_at",
        )


class ProgressLine(serializers.Serializer[Progress]):
    """In how many systems a lesson is learned, and how many it asks besides those it does not apply to."""

    asked = serializers.IntegerField()
    in_effect = serializers.IntegerField()
    not_applicable = serializers.IntegerField()
    inside = serializers.IntegerField(
        help_text="More that the reader's side alone knows of, which count for nobody."
    )


class LessonRead(WithVerbs, LessonRow):
    """A lesson; `finding_count` also counts findings not shared with the reader, and
    `organization_count` the organizations whose findings these are."""

    findings = RecordLine(many=True)
    finding_count = serializers.IntegerField(read_only=True)
    organization_count = serializers.IntegerField(read_only=True)
    endorsements = EndorsementLine(many=True, read_only=True)
    updates = RecordLine(many=True)
    research = RecordLine(many=True)
    practice_versions = PracticeLine(many=True, read_only=True)
    superseded_by = RecordLine()
    created_by = PersonLine()

    entered_later = serializers.BooleanField(
        read_only=True,
        help_text="It was entered after it was endorsed, so it counts in no headline.",
    )
    progress = serializers.SerializerMethodField(
        help_text="In how many of the systems asked it is learned; null outside of the partners."
    )
    missing = serializers.SerializerMethodField(
        help_text="What stands in the way of `learned`, in sentences."
    )

    class Meta(LessonRow.Meta):
        fields = (
            *LessonRow.Meta.fields,
            "context",
            "recommendation",
            "findings",
            "finding_count",
            "organization_count",
            "content_version",
            "endorsements",
            "updates",
            "research",
            "practice_versions",
            "superseded_by",
            "closing_reason",
            "source",
            "source_url",
            "entered_later",
            "progress",
            "missing",
            "created_by",
            "verbs",
        )

    @extend_schema_field(ProgressLine(allow_null=True))
    def get_progress(self, lesson: Lesson) -> Any:
        """Return how far it has come."""
        found = progress_for(lesson, self.context["request"].user)
        return ProgressLine(found).data if found is not None else None

    @extend_schema_field({"type": "array", "items": {"type": "string"}})
    def get_missing(self, lesson: Lesson) -> list[str]:
        """Return what stands in the way."""
        return list(missing_for(lesson, self.context["request"].user))


# --- Outcomes ---------------------------------------------------------------------------------


class UpdateRow(Labelled, serializers.ModelSerializer[SystemUpdate]):
    """A system update as a list shows it."""

    owner = OrganizationCode()
    system = SystemLine()
    to_version = VersionLine()
    assignee = PersonLine()

    class Meta:
        model = SystemUpdate
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "kind",
            "system",
            "to_version",
            "assignee",
            "due_on",
            "shipped_on",
            "illustrative",
            "created_at",
        )


class UpdateRead(WithVerbs, UpdateRow):
    """A system update."""

    tracker_url = serializers.SerializerMethodField()
    entered_later = serializers.BooleanField(
        read_only=True,
        help_text="It was entered after it had shipped, so it counts in no headline.",
    )
    from_version = VersionLine()
    lessons = RecordLine(many=True)
    verified_by = PersonLine()
    findings = RecordLine(many=True)
    observations = RecordLine(many=True)
    supersedes = RecordLine()
    effectiveness_reviews = EffectLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(UpdateRow.Meta):
        fields = (
            *UpdateRow.Meta.fields,
            "description",
            "from_version",
            "lessons",
            "findings",
            "observations",
            "supersedes",
            "entered_later",
            "effectiveness_reviews",
            "tracker_url",
            "verified_on",
            "verified_by",
            "verification",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )

    @extend_schema_field({"type": ["string", "null"]})
    def get_tracker_url(self, update: SystemUpdate) -> str | None:
        """Return where its organization follows it, or null outside that organization."""
        knows = access.may_know_tracker(self.context["request"].user, update)
        return update.tracker_url if knows else None


class OutputLine(serializers.ModelSerializer[ResearchOutput]):
    """Something that came out of research."""

    class Meta:
        model = ResearchOutput
        fields = ("title", "url")


class ResearchRow(Labelled, serializers.ModelSerializer[ResearchDirection]):
    """A direction for research as a list shows it."""

    owner = OrganizationCode()
    assignee = PersonLine()

    class Meta:
        model = ResearchDirection
        fields: tuple[str, ...] = (
            "reference",
            "title",
            "status",
            "label",
            "coming_label",
            "coming_at",
            "owner",
            "assignee",
            "concluded_on",
            "illustrative",
            "created_at",
        )


class ResearchRead(WithVerbs, ResearchRow):
    """A direction for research."""

    lessons = RecordLine(many=True)
    outputs = OutputLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(ResearchRow.Meta):
        fields = (
            *ResearchRow.Meta.fields,
            "why",
            "lessons",
            "result",
            "outputs",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )


# --- Practices --------------------------------------------------------------------------------


class StatusNow(serializers.ChoiceField):
    """The state of a practice's version at this instant."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            PracticeStatus.choices, **{"source": "status_now", "read_only": True, **kwargs}
        )


class VersionRow(serializers.ModelSerializer[PracticeVersion]):
    """A version of a practice as a list shows it.

    While it is `approved` with a `published_at` to come, the partners alone read it.
    """

    status = StatusNow()
    practice = serializers.CharField(source="practice.reference", read_only=True)
    number = serializers.CharField(read_only=True)
    systems = RecordLine(many=True)
    tags = TagLine(many=True, read_only=True)

    class Meta:
        model = PracticeVersion
        fields: tuple[str, ...] = (
            "reference",
            "practice",
            "number",
            "title",
            "status",
            "systems",
            "tags",
            "published_at",
            "illustrative",
            "created_at",
        )


class PracticeVersionRead(WithVerbs, VersionRow):
    """A version of a practice; `lesson_count` also counts what is not shared with the reader.

    `has_come_back`: a lesson shown here has regressed, so what the practice is against was seen again.
    """

    lessons = RecordLine(many=True)
    has_come_back = serializers.BooleanField(read_only=True)
    lesson_count = serializers.IntegerField(read_only=True)
    approvals = ApprovalLine(many=True, read_only=True)
    created_by = PersonLine()

    class Meta(VersionRow.Meta):
        fields = (
            *VersionRow.Meta.fields,
            "guidance",
            "applicability",
            "how_to_verify",
            "change_note",
            "lessons",
            "lesson_count",
            "has_come_back",
            "content_version",
            "approvals",
            "closing_reason",
            "source",
            "source_url",
            "created_by",
            "verbs",
        )


class NumberedLine(serializers.ModelSerializer[PracticeVersion]):
    """A version as its practice names it."""

    status = StatusNow()
    number = serializers.CharField(read_only=True)

    class Meta:
        model = PracticeVersion
        fields = ("reference", "number", "title", "status", "published_at")


class PracticeRead(serializers.ModelSerializer[BestPractice]):
    """A practice under its number for life, with the versions that the reader may see."""

    versions = NumberedLine(many=True, read_only=True)

    class Meta:
        model = BestPractice
        fields = ("reference", "number", "versions", "created_at")


# What a verb answers with.
SHAPES: dict[Any, Any] = {
    **REVIEWS_SHAPES,
    AISystem: SystemRead,
    SystemDependency: DependencyRead,
    LabelChange: LabelChangeRead,
    Delegation: DelegationRead,
    Lesson: LessonRead,
    Disposition: DispositionRead,
    Adoption: AdoptionRead,
    SystemUpdate: UpdateRead,
    ResearchDirection: ResearchRead,
    PracticeVersion: PracticeVersionRead,
}
