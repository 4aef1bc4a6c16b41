"""What a person follows, for programs."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import mixins, serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from tracker.api.fields import RecordField, by_tag, visible
from tracker.api.filters import FilterSet
from tracker.api.shapes import StrictInput
from tracker.models import AISystem, Subscription, Tag
from tracker.notifying.following import (
    Followed,
    check_can_follow,
    follow,
    followed,
    parse_address,
    unfollow,
)


class SubscriptionRead(serializers.Serializer[Followed]):
    """Something that the reader follows: a system, a tag, or a list with filters."""

    id = serializers.UUIDField(source="subscription.pk")
    system = serializers.CharField(source="subscription.system.reference", default=None)
    tag = serializers.CharField(source="subscription.tag.key", default=None)
    what = serializers.CharField(help_text="In words.")
    address = serializers.CharField(source="url", help_text="Where it is shown.")
    created_at = serializers.DateTimeField(source="subscription.created_at")


class SubscriptionInput(StrictInput):
    """One thing to follow."""

    system = RecordField(rows=visible(AISystem), required=False, help_text="A system's reference.")
    tag = RecordField(rows=visible(Tag), finder=by_tag, required=False, help_text="`scheme:code`.")
    address = serializers.CharField(
        max_length=1200,
        required=False,
        help_text="A list as its page is addressed: `/findings/?severity=high`.",
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse none and several."""
        if len(attrs) != 1:
            raise serializers.ValidationError("Name one of system, tag and address.")
        return attrs


class SubscriptionFilter(FilterSet):
    """Subscriptions."""


class SubscriptionViewSet(mixins.ListModelMixin, GenericViewSet[Any]):
    """What the reader follows, newest first."""

    queryset = Subscription.objects.none()
    serializer_class = SubscriptionRead
    input_class = SubscriptionInput
    filterset_class = SubscriptionFilter
    lookup_url_kwarg = "key"
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Any]:
        """Return what the reader follows of what they may still know of."""
        return Subscription.objects.visible_to(self.request.user).for_list()

    def paginate_queryset(self, queryset: Any) -> Any:
        """Return the page that is shown, in words."""
        return [followed(one) for one in super().paginate_queryset(queryset) or []]

    @extend_schema(responses={201: SubscriptionRead})
    def create(self, request: Request) -> Response:
        """Follow something; what is followed already stays as it is."""
        check_can_follow(request.user)
        by: Any = request.user
        asked = SubscriptionInput(data=request.data, context=self.get_serializer_context())
        asked.is_valid(raise_exception=True)
        what = dict(asked.validated_data)
        if "address" in what:
            what["list_name"], what["query"] = list_at(what.pop("address"))
        begun = follow(by=by, **what)
        return Response(SubscriptionRead(followed(begun)).data, status=201)

    @extend_schema(summary="Unfollow", responses={204: None})
    def destroy(self, request: Request, key: Any) -> Response:
        """Follow something no more."""
        by: Any = request.user
        unfollow(self.get_object(), by=by)
        return Response(status=204)


def list_at(address: str) -> tuple[str, str]:
    """Return the list and the filters at an address, or refuse it by its field."""
    try:
        return parse_address(address)
    except ValidationError as error:
        raise serializers.ValidationError({"address": error.messages}) from error
