"""How programs see which browsers their person is signed in with, and end one."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from tracker import account_editing
from tracker.accounts.browsers import browsers_of, session_named


class SessionRead(serializers.Serializer[Any]):
    """A browser that is signed in."""

    id = serializers.CharField(source="handle")
    browser = serializers.CharField(source="words")
    address = serializers.CharField()
    began = serializers.DateTimeField()
    seen = serializers.DateTimeField(allow_null=True)
    current = serializers.BooleanField(
        source="is_current", help_text="Whether it is the one that asks."
    )


class SessionsView(APIView):
    """Lists one's own sessions."""

    @extend_schema(
        operation_id="sessions_list", summary="List", responses={200: SessionRead(many=True)}
    )
    def get(self, request: Request) -> Response:
        """Return the browsers that one is signed in with."""
        user: Any = request.user
        return Response(SessionRead(browsers_of(user, own_key(request)), many=True).data)


class SessionView(APIView):
    """Ends one of one's own sessions."""

    @extend_schema(
        operation_id="sessions_end",
        summary="Sign a browser out",
        parameters=[OpenApiParameter("handle", OpenApiTypes.STR, OpenApiParameter.PATH)],
        request=None,
        responses={204: None},
    )
    def delete(self, request: Request, handle: str) -> Response:
        """End it; its next request is asked to sign in."""
        user: Any = request.user
        session = session_named(user, handle)
        if session is None:
            raise Http404
        account_editing.end_session(session, by=user)
        return Response(status=204)


def own_key(request: Request) -> str | None:
    """Return the key of the session that asks; a token has none."""
    session = getattr(request, "session", None)
    return None if request.auth is not None or session is None else session.session_key
