"""How programs sign in: a token for a name and password, or for a session; it expires."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import authenticate
from drf_spectacular.utils import extend_schema
from knox.auth import TokenAuthentication
from knox.models import AuthToken
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from tracker.api.shapes import StrictInput


class CredentialsInput(StrictInput):
    """A name and a password; both are left out within a session."""

    username = serializers.CharField(required=False, max_length=150)
    password = serializers.CharField(
        required=False, max_length=1000, trim_whitespace=False, style={"input_type": "password"}
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse one without the other."""
        if len(attrs) == 1:
            raise serializers.ValidationError(
                "Send username and password, or neither in a session."
            )
        return attrs


class TokenShape(serializers.Serializer[Any]):
    """A token; it is shown this once."""

    token = serializers.CharField()
    expiry = serializers.DateTimeField()


class TokensView(APIView):
    """Gives out tokens."""

    authentication_classes = [SessionAuthentication]
    permission_classes = [AllowAny]
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "tokens"

    @extend_schema(
        operation_id="tokens_create",
        summary="Get a token",
        request=CredentialsInput,
        responses={201: TokenShape},
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Return a token for `Authorization: Bearer …` and when it expires."""
        credentials = CredentialsInput(data=request.data)
        credentials.is_valid(raise_exception=True)
        instance, token = AuthToken.objects.create(
            user=owner_of(request, **credentials.validated_data)
        )
        return Response(TokenShape({"token": token, "expiry": instance.expiry}).data, status=201)


def owner_of(request: Request, **credentials: str) -> Any:
    """Return whose token it will be: the named one, or whose session it is."""
    if credentials:
        user = authenticate(request._request, **credentials)
        if user is None:
            raise AuthenticationFailed("The username or the password is wrong.")
        return user
    if not request.user.is_authenticated:
        raise NotAuthenticated("Send username and password, or sign in.")
    return request.user


class CurrentTokenView(APIView):
    """Ends the token that a request came with."""

    authentication_classes = [TokenAuthentication]
    permission_classes = [IsAuthenticated]

    @extend_schema(
        operation_id="tokens_end", summary="End this token", request=None, responses={204: None}
    )
    def delete(self, request: Request) -> Response:
        """End the token; requests with it are refused from now on."""
        assert request.auth is not None
        request.auth.delete()
        return Response(status=204)
