"""How far systems are with practices, as programs read it and narrow it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django_filters import BooleanFilter, CharFilter
from rest_framework import serializers

from lessons.api.lines import PracticeLine
from lessons.models import Adoption
from lessons.states import AdoptionStatus
from tracker.api.filters import AnyOfFilter, FilterSet, OwnerFilter, SearchFilter, SystemFilter
from tracker.api.shapes import OrganizationCode, PersonLine, RecordLine, WithVerbs
from tracker.api.viewsets import ReadViewSet


class AdoptionRow(serializers.ModelSerializer[Adoption]):
    """How far one system is with one version of a practice, as a list shows it."""

    version = PracticeLine(read_only=True)
    system = RecordLine()
    organization = OrganizationCode()
    is_stale = serializers.BooleanField(
        help_text="Whether a newer version of the practice was published."
    )

    class Meta:
        model = Adoption
        fields: tuple[str, ...] = (
            "reference",
            "version",
            "system",
            "organization",
            "status",
            "is_stale",
            "asked_on",
            "reason",
            "said_on",
            "confirmed_on",
            "illustrative",
        )


class AdoptionRead(WithVerbs, AdoptionRow):
    """How far one system is with one version of a practice, with the evidence."""

    said_by = PersonLine()
    confirmed_by = PersonLine()

    class Meta(AdoptionRow.Meta):
        fields = (
            *AdoptionRow.Meta.fields,
            "evidence",
            "evidence_url",
            "said_by",
            "confirmation",
            "confirmed_by",
            "created_at",
            "verbs",
        )


class AdoptionFilter(FilterSet):
    """How far systems are with practices."""

    status = AnyOfFilter(AdoptionStatus.choices)
    practice = CharFilter("version__practice__reference", label="The practice, such as BP-7.")
    version = CharFilter("version__reference", label="The version, such as BP-7-1.2.")
    system = SystemFilter("system")
    organization = OwnerFilter("organization")
    stale = BooleanFilter(method="went_stale", label="Whether a newer version was published.")
    waiting = BooleanFilter(method="waits", label="Whether it waits for the reader.")
    q = SearchFilter()

    def went_stale(self, rows: Any, name: str, value: bool) -> Any:
        """Narrow to what a newer version made stale, or to the rest."""
        return rows.with_staleness().filter(stale=value)

    def waits(self, rows: Any, name: str, value: bool) -> Any:
        """Narrow to what waits for the reader, or to the rest."""
        awaiting = rows.awaiting(self.request.user)  # type: ignore[union-attr]
        return awaiting if value else rows.exclude(pk__in=awaiting.values("pk"))


class AdoptionViewSet(ReadViewSet):
    """How far systems are with practices, as their operators say, with evidence."""

    queryset: QuerySet[Any] = Adoption.objects.none()
    serializer_class = AdoptionRow
    detail_class = AdoptionRead
    filterset_class = AdoptionFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
