"""Clusters of findings and records that resemble a text, as programs read them."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from lessons.comparisons import LONGEST_TEXT, alike_to_text
from lessons.models import Lesson
from lessons.synthesis import clusters_for
from tracker.access import Denied, is_partner
from tracker.api.marking import MarkedMixin
from tracker.api.shapes import RecordLine, StrictInput


class ClusterShape(serializers.Serializer[Any]):
    """Findings that may be one lesson, and what at least two of them have in common."""

    findings = RecordLine(many=True)
    reasons = serializers.ListField(
        child=serializers.CharField(), source="reasons.common_sentences"
    )


class SynthesisView(MarkedMixin, GenericAPIView[Any]):
    """Confirmed findings without a lesson that may be one; a lesson is drafted by posting it."""

    queryset = Lesson.objects.none()
    pagination_class = None

    @extend_schema(
        operation_id="synthesis_list",
        summary="List findings that may be one lesson",
        responses=ClusterShape(many=True),
    )
    def get(self, request: Request) -> Response:
        """Return the clusters, the tightest first."""
        if not is_partner(request.user):
            raise Denied("Only people of a partner write lessons.")
        clusters = clusters_for(request.user)
        self.records = [finding for one in clusters for finding in one.findings]
        shape = ClusterShape(clusters, many=True, context=self.get_serializer_context())
        return Response(shape.data)


class TextInput(StrictInput):
    """A text that is being written."""

    text = serializers.CharField(max_length=LONGEST_TEXT)


class AlikeShape(serializers.Serializer[Any]):
    """A record that resembles the text, and why, a sentence each."""

    noun = serializers.CharField()
    record = RecordLine()
    reasons = serializers.ListField(child=serializers.CharField())


class SimilarView(MarkedMixin, GenericAPIView[Any]):
    """Records that resemble a text; nothing is kept of it."""

    queryset = Lesson.objects.none()
    pagination_class = None

    @extend_schema(
        operation_id="similar_find",
        summary="Find records that resemble a text",
        request=TextInput,
        responses=AlikeShape(many=True),
    )
    def post(self, request: Request) -> Response:
        """Return the likest lessons, findings and observations that the reader may see."""
        asked = TextInput(data=request.data)
        asked.is_valid(raise_exception=True)
        found = alike_to_text(asked.validated_data["text"], request.user)
        self.records = [one.record for one in found]
        shape = AlikeShape(found, many=True, context=self.get_serializer_context())
        return Response(shape.data)
