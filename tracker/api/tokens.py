"""How programs get a token for `Authorization: Bearer …`, see which there are, and end them."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from knox.auth import TokenAuthentication
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated, Throttled
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import ScopedRateThrottle
from rest_framework.views import APIView

from tracker import account_editing
from tracker.access import Denied
from tracker.api.scopes import TokenMay
from tracker.api.shapes import StrictInput
from tracker.confirmation import check_confirmed, has_second_factor
from tracker.models import Token
from tracker.states import Scope


class TokenInput(StrictInput):
    """What a token is for; name and password are left out within a session."""

    username = serializers.CharField(required=False, max_length=150)
    password = serializers.CharField(
        required=False, max_length=1000, trim_whitespace=False, style={"input_type": "password"}
    )
    name = serializers.CharField(required=False, max_length=100, help_text="What people call it.")
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=Scope.choices),
        required=False,
        allow_empty=False,
        help_text="`read` if left out. `sign` is for a session that gave its second factor; "
        "such a token lives an hour at most.",
    )
    days = serializers.IntegerField(
        required=False, min_value=1, help_text="How long it lives; a week if left out."
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse a name without a password, and the other way round."""
        if ("username" in attrs) != ("password" in attrs):
            raise serializers.ValidationError(
                "Send username and password, or neither in a session."
            )
        return attrs


class TokenRead(serializers.Serializer[Any]):
    """A token as its owner sees it later: all but the token itself."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=Scope.choices))
    created = serializers.DateTimeField()
    expiry = serializers.DateTimeField()


class NewToken(TokenRead):
    """A token; it is shown this once."""

    token = serializers.CharField()


class TokensView(APIView):
    """Gives out tokens, and lists those that a person has."""

    authentication_classes = [TokenAuthentication, SessionAuthentication]
    throttle_scope = "tokens"

    def get_throttles(self) -> list[Any]:
        """Slow down guessing, not looking."""
        return [ScopedRateThrottle()] if self.request.method == "POST" else []

    def get_permissions(self) -> list[Any]:
        """Let anyone ask for a token who proves who they are; list only one's own."""
        return [AllowAny()] if self.request.method == "POST" else [IsAuthenticated(), TokenMay()]

    @extend_schema(
        operation_id="tokens_list", summary="List", responses={200: TokenRead(many=True)}
    )
    def get(self, request: Request) -> Response:
        """Return one's own tokens that are not over."""
        rows = Token.objects.of(request.user)
        return Response(TokenRead(rows, many=True).data)

    @extend_schema(
        operation_id="tokens_create",
        summary="Get a token",
        request=TokenInput,
        responses={201: NewToken},
        auth=[],
    )
    def post(self, request: Request) -> Response:
        """Return a token for `Authorization: Bearer …`, what it may be used for and when it expires."""
        asked = TokenInput(data=request.data)
        asked.is_valid(raise_exception=True)
        wishes = dict(asked.validated_data)
        credentials = {k: wishes.pop(k) for k in ("username", "password") if k in wishes}
        scopes = wishes.pop("scopes", [Scope.READ])
        user = owner_of(request, credentials, scopes)
        row, token = account_editing.issue_token(by=user, scopes=scopes, **wishes)
        return Response({"token": token, **TokenRead(row).data}, status=201)


def owner_of(request: Request, credentials: dict[str, str], scopes: list[str]) -> Any:
    """Return whose token it will be: the named one's, or whose session it is."""
    if credentials:
        user = named_by(request, **credentials)
        if Scope.SIGN in scopes or has_second_factor(user):
            raise Denied(
                "A password alone gives no token that signs, and none for an account with a second "
                "factor. Sign in and get one at your account's page, under Tokens."
            )
        return user
    if not request.user.is_authenticated:
        raise NotAuthenticated("Send username and password, or sign in.")
    if request.auth is not None:
        raise Denied("A token gives out no others; sign in to get one.")
    if Scope.SIGN in scopes:
        check_confirmed(request)
    return request.user


def named_by(request: Request, **credentials: str) -> Any:
    """Return whom a name and a password belong to; guesses count like those on the sign-in page."""
    try:
        user = get_adapter().authenticate(request._request, **credentials)
    except ValidationError:
        raise Throttled(wait=300) from None
    if user is None or not user.is_active:
        raise AuthenticationFailed("The username or the password is wrong.")
    return user


class TokenView(APIView):
    """Ends one of one's own tokens."""

    permission_classes = [IsAuthenticated, TokenMay]

    @extend_schema(
        operation_id="tokens_revoke", summary="End a token", request=None, responses={204: None}
    )
    def delete(self, request: Request, key: Any) -> Response:
        """End a token; requests with it are refused from now on."""
        token = get_object_or_404(Token.objects.of(request.user), id=key)
        account_editing.revoke_token(token, by=token.user)
        return Response(status=204)


class CurrentTokenView(APIView):
    """Ends the token that a request came with."""

    authentication_classes = [TokenAuthentication]
    permission_classes = [IsAuthenticated]

    @extend_schema(
        operation_id="tokens_end", summary="End this token", request=None, responses={204: None}
    )
    def delete(self, request: Request) -> Response:
        """End the token; requests with it are refused from now on."""
        token: Any = request.auth
        account_editing.revoke_token(token, by=token.user)
        return Response(status=204)
