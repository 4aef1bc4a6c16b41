"""What a person was told, for programs: as far as they may see the records now."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django_filters import BooleanFilter
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from tracker.api.filters import FilterSet
from tracker.api.marking import MarkedMixin
from tracker.api.shapes import StrictInput
from tracker.models import Notification
from tracker.notifying.reading import mark_all_read, mark_read
from tracker.notifying.words import Told, told_to
from tracker.states import Label


class ToldRecord(serializers.Serializer[Any]):
    """The record that something is told of."""

    noun = serializers.CharField(source="_meta.model_name")
    reference = serializers.CharField()
    title = serializers.CharField(source="__str__")
    url = serializers.CharField(source="get_absolute_url")


class NotificationRead(serializers.Serializer[Told]):
    """Something that the reader was told, in words made now."""

    id = serializers.UUIDField(source="notification.pk")
    kind = serializers.CharField(source="notification.kind")
    heading = serializers.CharField(source="kind.heading", help_text="Names no record.")
    sentence = serializers.SerializerMethodField()
    record = ToldRecord()
    label = serializers.ChoiceField(Label.choices)  # type: ignore[assignment]
    by = serializers.CharField(help_text="Who did it, as far as the reader may know; or empty.")
    made_at = serializers.DateTimeField(source="notification.made_at")
    read_at = serializers.DateTimeField(source="notification.read_at", allow_null=True)

    def get_sentence(self, told: Told) -> str:
        """Return the sentence as text."""
        return told.text


class AllRead(StrictInput):
    """Up to which notification all is read."""

    up_to = serializers.UUIDField(
        required=False, help_text="The newest that was seen; everything if left out."
    )


class HowMany(serializers.Serializer[Any]):
    """How many notifications were read by it."""

    read = serializers.IntegerField()


class NotificationFilter(FilterSet):
    """Notifications."""

    unread = BooleanFilter("read_at", lookup_expr="isnull", help_text="Only what is not read yet.")


class NotificationViewSet(MarkedMixin, mixins.ListModelMixin, GenericViewSet[Any]):
    """What the reader was told, newest first; what they may not see any more is left out."""

    queryset = Notification.objects.none()
    serializer_class = NotificationRead
    filterset_class = NotificationFilter
    lookup_url_kwarg = "key"
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Any]:
        """Return what the reader was told of records that they may see now."""
        return Notification.objects.visible_to(self.request.user).for_list()

    def paginate_queryset(self, queryset: Any) -> Any:
        """Return the page that is shown, in words."""
        user: Any = self.request.user
        told = told_to(user, super().paginate_queryset(queryset) or [])
        self.records = [one.record for one in told]
        return told

    @extend_schema(
        operation_id="notifications_read",
        summary="Mark as read",
        request=None,
        responses={204: None},
    )
    @action(detail=True, methods=["post"])
    def read(self, request: Request, key: Any) -> Response:
        """Note that the reader read it."""
        mark_read(self.get_object())
        return Response(status=204)

    @extend_schema(
        operation_id="notifications_read_all",
        summary="Mark all as read",
        request=AllRead,
        responses={200: HowMany},
    )
    @action(detail=False, methods=["post"], url_path="read-all", filterset_class=None)
    def read_all(self, request: Request) -> Response:
        """Note that the reader read everything, up to the newest that they saw."""
        user: Any = request.user
        asked = AllRead(data=request.data)
        asked.is_valid(raise_exception=True)
        return Response({"read": mark_all_read(user, **asked.validated_data)})
