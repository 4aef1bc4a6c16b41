"""Lessons that may have come back, as programs read them."""

from __future__ import annotations

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons.comparisons import why_alike
from lessons.models import Lesson, Recurrence
from lessons.states import LessonStatus, RecurrenceStatus
from reviews.models import Finding
from tracker.api.filters import AnyOfFilter, FilterSet, NamedFilter
from tracker.api.shapes import PersonLine, RecordLine, WithVerbs
from tracker.api.viewsets import ReadViewSet


class RecurrenceRow(serializers.ModelSerializer[Recurrence]):
    """A finding that looks like a lesson; `lesson_was` is how far that had come when it came back."""

    finding = RecordLine()
    check = serializers.CharField(
        source="check_result.check_ran.reference",
        default=None,
        allow_null=True,
        read_only=True,
        help_text="The check that failed, where no finding is behind it.",
    )
    lesson = RecordLine()
    decided_by = PersonLine()
    lesson_was = serializers.ChoiceField(LessonStatus.choices, read_only=True, allow_blank=True)

    class Meta:
        model = Recurrence
        fields: tuple[str, ...] = (
            "reference",
            "finding",
            "check",
            "lesson",
            "status",
            "proposed_at",
            "decided_at",
            "decided_by",
            "lesson_was",
        )


class RecurrenceRead(WithVerbs, RecurrenceRow):
    """A recurrence with the reasons for which it is proposed, as its reader may know them."""

    reasons = serializers.SerializerMethodField()

    class Meta(RecurrenceRow.Meta):
        fields = (*RecurrenceRow.Meta.fields, "reasons", "verbs")

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_reasons(self, recurrence: Recurrence) -> list[str]:
        """Return why the two are alike, a sentence each."""
        why = why_alike(recurrence, self.context["request"].user)
        self.context["view"].also_names([why])
        return list(why.words)


class RecurrenceFilter(FilterSet):
    """Recurrences."""

    status = AnyOfFilter(RecurrenceStatus.choices)
    finding = NamedFilter(Finding, "finding")
    lesson = NamedFilter(Lesson, "lesson")


class RecurrenceViewSet(ReadViewSet):
    """Findings that look like lessons, for people to say whether these came back."""

    queryset = Recurrence.objects.none()
    serializer_class = RecurrenceRow
    detail_class = RecurrenceRead
    filterset_class = RecurrenceFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
