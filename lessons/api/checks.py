"""Checks that run and their results, as programs read them; results are recorded by the verb."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from lessons.models import Check, CheckResult, Lesson
from lessons.states import CheckState
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


class CheckRow(serializers.ModelSerializer[Check]):
    """A check as a list shows it: `state` is fresh, stale, failed, never_run or retired."""

    lesson = RecordLine()
    practice = serializers.CharField(
        source="practice.reference", default=None, allow_null=True, read_only=True
    )
    system = RecordLine()
    organization = OrganizationCode()
    state = serializers.ChoiceField(choices=CheckState.choices, read_only=True)
    last_ran_at = serializers.DateTimeField(read_only=True, allow_null=True)

    class Meta:
        model = Check
        fields: tuple[str, ...] = (
            "reference",
            "lesson",
            "practice",
            "system",
            "organization",
            "metric",
            "direction",
            "threshold",
            "unit",
            "fresh_days",
            "state",
            "last_ran_at",
            "retired_at",
            "illustrative",
        )


class ResultLine(serializers.ModelSerializer[CheckResult]):
    """One result of a check."""

    version = serializers.CharField(source="version.label", read_only=True)

    class Meta:
        model = CheckResult
        fields = ("value", "is_passed", "ran_at", "version", "external_id", "source_url")


class CheckRead(WithVerbs, CheckRow):
    """A check with its results, the latest first."""

    created_by = PersonLine()
    retired_by = PersonLine()
    results = serializers.SerializerMethodField()

    class Meta(CheckRow.Meta):
        fields = (
            *CheckRow.Meta.fields, "created_by", "created_at", "retired_by", "closing_reason",
            "results", "verbs",
        )  # fmt: skip

    @extend_schema_field(ResultLine(many=True))
    def get_results(self, check: Check) -> Any:
        """Return the results; they were fetched with the check."""
        return ResultLine(check.results.all(), many=True, context=self.context).data


class CheckFilter(FilterSet):
    """Checks."""

    state = AnyOfFilter(CheckState.choices, field_name="state_now", label="How it stands now.")
    lesson = NamedFilter(Lesson, "lesson")
    system = SystemFilter("system")
    organization = OwnerFilter("organization")
    q = SearchFilter()


class CheckViewSet(ReadViewSet):
    """What is measured for lessons and practices, and how that stands."""

    queryset: QuerySet[Any] = Check.objects.none()
    serializer_class = CheckRow
    detail_class = CheckRead
    filterset_class = CheckFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
