"""When a person wants messages by e-mail, for programs."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from tracker.api.shapes import StrictInput
from tracker.notifying.preferring import mail_time_of, prefer_mail
from tracker.states import MailTime


class MailRead(serializers.Serializer[Any]):
    """When the reader gets messages."""

    mail = serializers.ChoiceField(choices=MailTime.choices)


class MailInput(StrictInput):
    """When messages come."""

    mail = serializers.ChoiceField(choices=MailTime.choices)


class PreferencesView(APIView):
    """How the reader wants to be told."""

    @extend_schema(
        operation_id="notification_preferences_retrieve",
        summary="Read one",
        responses={200: MailRead},
    )
    def get(self, request: Request) -> Response:
        """Return how the reader wants to be told."""
        user: Any = request.user
        return Response({"mail": mail_time_of(user)})

    @extend_schema(
        operation_id="notification_preferences_partial_update",
        summary="Edit",
        request=MailInput,
        responses={200: MailRead},
    )
    def patch(self, request: Request) -> Response:
        """Let the reader be told in another way."""
        user: Any = request.user
        asked = MailInput(data=request.data)
        asked.is_valid(raise_exception=True)
        return Response({"mail": prefer_mail(user, by=user, **asked.validated_data).mail})
