"""The reports of figures, as programs read them."""

from __future__ import annotations

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from lessons.models import Lesson
from lessons.reports.learning import build_learning
from tracker.access import Denied, is_partner
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


class FiguresView(GenericAPIView[Any]):
    """Figures are among the partners."""

    has_labels: ClassVar[bool] = True
    queryset = Lesson.objects.none()
    pagination_class = None

    def check_reads(self, request: Request) -> None:
        """Refuse whoever is not of a partner."""
        if not is_partner(request.user):
            raise Denied("Only people of a partner read these figures.")


class LearningView(FiguresView):
    """How much of what was asked was fixed and verified, and what explains it."""

    @extend_schema(
        operation_id="report_learning", summary="Read the learning figures", responses=LearningShape
    )
    def get(self, request: Request) -> Response:
        """Return the figures as the reader may see them."""
        self.check_reads(request)
        report = build_learning(request.user)
        return marked(Response(LearningShape(report).data), report.label)
