"""How far systems are with practices, as programs read it and narrow it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import BooleanFilter, CharFilter
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from lessons.api.lines import PracticeLine
from lessons.api.reports import FiguresView
from lessons.models import Adoption
from lessons.reports.adoption import Adopted, Group, Line, Matrix, matrix_for
from lessons.reports.adoption_rows import STATES, MatrixFilter
from lessons.states import AdoptionStatus
from tracker.api.filters import AnyOfFilter, FilterSet, OwnerFilter, SearchFilter, SystemFilter
from tracker.api.shapes import OrganizationCode, PersonLine, RecordLine, WithVerbs
from tracker.api.viewsets import ReadViewSet
from tracker.chain.heading import head_now, headed
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface
from tracker.views.filters import Asked


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


class AdoptedShape(serializers.Serializer[Adopted]):
    """How many of the systems asked adopted; what it does not apply to stands apart."""

    adopted = serializers.IntegerField(source="count")
    asked = serializers.IntegerField(source="of")
    not_applicable = serializers.IntegerField()
    percent = serializers.IntegerField(allow_null=True, help_text="Null over fewer than five.")


class GroupShape(serializers.Serializer[Group]):
    """The share of one partner's systems."""

    organization = serializers.CharField(source="organization.code")
    share = AdoptedShape()


class MatrixLineShape(serializers.Serializer[Line]):
    """What one system says of one practice; of the version before where that is stale."""

    practice = serializers.CharField(source="practice.practice.reference")
    version = serializers.CharField(source="adoption.version.reference")
    system = serializers.CharField(source="system.reference")
    organization = serializers.CharField(source="organization.code")
    state = serializers.ChoiceField(choices=list(STATES.items()), source="cell.state")
    said = serializers.ChoiceField(choices=AdoptionStatus.choices, source="adoption.status")
    said_on = serializers.DateField(source="adoption.said_on", allow_null=True)
    confirmed_on = serializers.DateField(source="adoption.confirmed_on", allow_null=True)
    counted = serializers.BooleanField(
        source="cell.counts", help_text="False where only the reader's side knows of the system."
    )
    adoption = serializers.CharField(source="adoption.reference")


class MatrixShape(serializers.Serializer[Matrix]):
    """Which systems adopted which practices, and each partner's share."""

    share = AdoptedShape()
    organizations = GroupShape(many=True, source="groups")
    cells = MatrixLineShape(many=True, source="lines")


class AdoptionReportView(FiguresView):
    """Which systems adopted which practices."""

    @extend_schema(
        operation_id="report_adoption",
        summary="Read which systems adopted which practices",
        parameters=[
            OpenApiParameter("practice", str, description="The practice, such as BP-7."),
            OpenApiParameter("organization", str, description="The code of an organization."),
            OpenApiParameter(
                "state", str, enum=list(STATES), description="Narrows the lines, and no share."
            ),
            OpenApiParameter("q", str, description="Words of the system's name."),
        ],
        responses=MatrixShape,
    )
    def get(self, request: Request) -> Response:
        """Return the matrix as the reader may know it, narrowed as asked."""
        asked = Asked(request.query_params, request.user)
        filters = MatrixFilter(asked, Adoption.objects.visible_to(request.user))
        if not filters.is_valid():
            raise ValidationError(filters.errors.as_data())
        head = head_now()
        matrix = matrix_for(request.user, filters)
        log_reading(request.user, matrix.systems, Surface.API)
        return headed(marked(Response(MatrixShape(matrix).data), matrix.label), head)


class AdoptionViewSet(ReadViewSet):
    """How far systems are with practices, as their operators say, with evidence."""

    queryset: QuerySet[Any] = Adoption.objects.none()
    serializer_class = AdoptionRow
    detail_class = AdoptionRead
    filterset_class = AdoptionFilter
    lookup_field = "reference"
    lookup_value_converter = "reference"
