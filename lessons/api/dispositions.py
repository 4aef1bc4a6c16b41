"""What systems answer to lessons, as programs read it and narrow it."""

from __future__ import annotations

from typing import Any

from django_filters import BooleanFilter, DateFilter
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons.downstream import why_asked
from lessons.models import Disposition, Lesson
from lessons.states import Answer, DispositionStatus
from tracker.api.filters import (
    AnyOfFilter,
    FilterSet,
    NamedFilter,
    OwnerFilter,
    SearchFilter,
    SystemFilter,
)
from tracker.api.shapes import OrganizationCode, PersonLine, RecordLine, WithVerbs
from tracker.api.viewsets import ReadViewSet
from tracker.paths import Hop, hops_for


class DispositionRow(serializers.ModelSerializer[Disposition]):
    """What one system answers to one lesson, as a list shows it."""

    lesson = RecordLine()
    system = RecordLine()
    organization = OrganizationCode()
    answer = serializers.ChoiceField(Answer.choices, read_only=True, allow_blank=True)

    class Meta:
        model = Disposition
        fields: tuple[str, ...] = (
            "reference",
            "lesson",
            "system",
            "organization",
            "status",
            "asked_on",
            "due_on",
            "asked_again_on",
            "answer",
            "reason",
            "waived_until",
            "answered_on",
            "judged_on",
            "illustrative",
        )


class HopLine(serializers.Serializer[Hop]):
    """One step of the way from the cause; null names a system that is not shared with the reader."""

    system = RecordLine()
    depends = serializers.CharField(help_text="How it depends on the step before, in words.")


class DispositionRead(WithVerbs, DispositionRow):
    """What one system answers to one lesson, and why it is asked."""

    update = RecordLine()  # type: ignore[assignment]  # the noun of that name, not the method
    answered_by = PersonLine()
    judged_by = PersonLine()
    entered_later = serializers.BooleanField(
        read_only=True,
        help_text="Its lesson was entered after it had asked, so it counts in no headline.",
    )
    why = serializers.SerializerMethodField(help_text="Why the system is asked, in words.")
    path = serializers.SerializerMethodField(help_text="The way from the cause.")

    class Meta(DispositionRow.Meta):
        fields = (
            *DispositionRow.Meta.fields,
            "evidence",
            "evidence_url",
            "update",
            "answered_by",
            "judgement",
            "judged_by",
            "entered_later",
            "why",
            "path",
            "created_at",
            "verbs",
        )

    def to_representation(self, instance: Disposition) -> Any:
        """Look the way up once, for what is said of it and for the label that it leaves with."""
        self.hops = hops_for(self.context["request"].user, [instance.path])[0]
        self.context["view"].also_names(self.hops)
        return super().to_representation(instance)

    def get_why(self, disposition: Disposition) -> str:
        """Return why the system is asked, in words."""
        return why_asked(self.hops)

    @extend_schema_field(HopLine(many=True))
    def get_path(self, disposition: Disposition) -> Any:
        """Return the way from the cause, step by step."""
        return HopLine(instance=self.hops, many=True, context=self.context).data  # type: ignore[arg-type]


class DispositionFilter(FilterSet):
    """What systems answer to lessons."""

    status = AnyOfFilter(DispositionStatus.choices)
    answer = AnyOfFilter(Answer.choices)
    lesson = NamedFilter(Lesson, "lesson")
    system = SystemFilter("system")
    organization = OwnerFilter("organization")
    asked_from = DateFilter("asked_on", "gte")
    asked_to = DateFilter("asked_on", "lte")
    waiting = BooleanFilter(method="waits", label="Whether it waits for the reader.")
    q = SearchFilter()

    def waits(self, rows: Any, name: str, value: bool) -> Any:
        """Narrow to what waits for the reader, or to the rest."""
        awaiting = rows.awaiting(self.request.user)  # type: ignore[union-attr]
        return awaiting if value else rows.exclude(pk__in=awaiting.values("pk"))


class DispositionViewSet(ReadViewSet):
    """What the operators of systems downstream of a lesson's cause say to it."""

    queryset = Disposition.objects.none()
    serializer_class = DispositionRow
    detail_class = DispositionRead
    filterset_class = DispositionFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
