"""The reports of figures, as programs read them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from lessons.access.figures import check_can_read_figures
from lessons.models import Lesson
from lessons.reports.learning import build_learning
from lessons.reports.open_loops import AGES, KINDS, LoopFilter, label_of_loops, open_loops
from tracker.chain.heading import head_now, headed
from tracker.marking import marked


class FigureShape(serializers.Serializer[Any]):
    """One figure, how many of how many it counts, and the addresses of those rows."""

    name = serializers.CharField()
    value = serializers.CharField(help_text="The figure in words.")
    number = serializers.FloatField(
        allow_null=True, help_text="In percent or days; null over fewer than five."
    )
    count = serializers.IntegerField(allow_null=True, help_text="Null for a median.")
    of = serializers.IntegerField()
    count_url = serializers.CharField(allow_blank=True)
    of_url = serializers.CharField(allow_blank=True)


class SectionShape(serializers.Serializer[Any]):
    """Figures that belong together, and how they are counted."""

    name = serializers.CharField()
    basis = serializers.CharField()
    figures = FigureShape(many=True)


class LearningShape(serializers.Serializer[Any]):
    """The learning figures of a day, the number on the wall first."""

    day = serializers.DateField()
    sections = SectionShape(many=True, source="all_sections")


class LoopShape(serializers.Serializer[Any]):
    """Something open: which record, whose, since when and by when; days late are 0 until it is."""

    kind = serializers.ChoiceField(choices=list(KINDS.items()))
    reference = serializers.CharField(source="record.reference")
    title = serializers.CharField(source="record")
    url = serializers.CharField(source="record.get_absolute_url")
    owner = serializers.CharField(source="organization.code")
    since = serializers.DateField()
    due_on = serializers.DateField(allow_null=True)
    days_open = serializers.IntegerField()
    days_late = serializers.IntegerField()


class FiguresView(GenericAPIView[Any]):
    """What reports of figures have in common: a label, the history's head, all of it in one answer."""

    has_labels: ClassVar[bool] = True
    queryset = Lesson.objects.none()
    pagination_class = None


class LearningView(FiguresView):
    """How much of what was asked was fixed and verified, and what explains it."""

    @extend_schema(
        operation_id="report_learning", summary="Read the learning figures", responses=LearningShape
    )
    def get(self, request: Request) -> Response:
        """Return the figures as the reader may see them."""
        check_can_read_figures(request.user)
        head = head_now()
        report = build_learning(request.user)
        return headed(marked(Response(LearningShape(report).data), report.label), head)


class OpenLoopsView(FiguresView):
    """What somebody still has to do, the latest first."""

    @extend_schema(
        operation_id="report_open_loops",
        summary="List what is open and whose it is",
        parameters=[
            OpenApiParameter("owner", str, description="The code of an organization."),
            OpenApiParameter("kind", str, enum=list(KINDS)),
            OpenApiParameter("age", str, enum=list(AGES), description="Days open, in bands."),
            OpenApiParameter("late", bool),
        ],
        responses=LoopShape(many=True),
    )
    def get(self, request: Request) -> Response:
        """Return all that is open as the reader may see it, narrowed as asked."""
        check_can_read_figures(request.user)
        head = head_now()
        everything = open_loops(request.user)
        filters = LoopFilter(request.query_params, everything)
        if not filters.is_valid():
            raise ValidationError(filters.errors.as_data())
        found = filters.narrow(everything)
        label = label_of_loops(request.user, found)
        return headed(marked(Response(LoopShape(found, many=True).data), label), head)
