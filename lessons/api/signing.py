"""How programs read signatures and what differs since, and sign several records in one go."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from lessons.models import Lesson
from lessons.signatures import all_signed, label_of_signatures
from lessons.signing import NOUNS, Choice, all_waiting, sign_many
from tracker.access import Permission, check_has
from tracker.api.marking import MarkedMixin
from tracker.api.shapes import OrganizationCode, StrictInput
from tracker.confirmation import check_confirmed
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface

NOUN_NAMES = [noun.name for noun in NOUNS]


class PieceShape(serializers.Serializer[Any]):
    """A stretch of a text: `same`, `gone`, `come`, or `left_out`, which is the same and long."""

    kind = serializers.ChoiceField(choices=["same", "gone", "come", "left_out"])
    text = serializers.CharField()


class ChangeShape(serializers.Serializer[Any]):
    """One part that differs: the pieces of its text, or the rows that have gone and come."""

    name = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    pieces = PieceShape(many=True)
    gone = serializers.ListField(child=serializers.CharField())
    come = serializers.ListField(child=serializers.CharField())


class SignatureShape(serializers.Serializer[Any]):
    """A signature: who, on which version and digest, whether it counts, and what differs since.

    The digest and the differences are for readers who could read what was signed.
    """

    organization = OrganizationCode(source="signature.organization")
    signer = serializers.CharField(source="column.signer")
    signed_at = serializers.DateTimeField(source="column.signed_at")
    content_version = serializers.IntegerField(source="column.version")
    digest = serializers.CharField(source="column.digest")
    current = serializers.BooleanField(source="column.is_live")
    withdrawn_at = serializers.DateTimeField(source="column.withdrawn_at", allow_null=True)
    withdrawal_reason = serializers.CharField(source="column.withdrawal_reason")
    statement = serializers.CharField(source="column.statement")
    illustrative = serializers.BooleanField(source="column.is_illustrative")
    differences = ChangeShape(source="changes", many=True)


class SignaturesMixin:
    """Adds to a signed noun the address of its signatures."""

    @extend_schema(
        summary="Read its signatures, and what differs since", responses=SignatureShape(many=True)
    )
    @action(detail=True, url_path="signatures", pagination_class=None, filterset_class=None)
    def signatures(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return every signature of a record, newest first."""
        record = self.get_object()
        log_reading(request.user, [record], Surface.API)
        signed = all_signed(request.user, record)
        shape = SignatureShape(signed, many=True, context=self.get_serializer_context())
        return marked(Response(shape.data), label_of_signatures(request.user, record))


# --- Several in one go ------------------------------------------------------------------------


class WaitingShape(serializers.Serializer[Any]):
    """A record that waits for the reader's signature, with the digest of what stands."""

    noun = serializers.ChoiceField(choices=NOUN_NAMES, source="noun.name")
    reference = serializers.CharField(source="record.reference")
    title = serializers.SerializerMethodField()
    content_version = serializers.IntegerField(source="record.content_version")
    digest = serializers.CharField()
    differences = ChangeShape(source="changes", many=True)

    @extend_schema_field(str)
    def get_title(self, waiting: Any) -> str:
        """Return the record's title."""
        return str(waiting.record)


class ChoiceInput(StrictInput):
    """A record to be signed as it was read."""

    noun = serializers.ChoiceField(choices=NOUN_NAMES)
    reference = serializers.CharField(max_length=40)
    digest = serializers.CharField(
        max_length=64, help_text="SHA-256 of the content that was read; of another it is refused."
    )


class SigningInput(StrictInput):
    """Records to be signed in one go."""

    items = serializers.ListField(child=ChoiceInput(), min_length=1, max_length=200)
    statement = serializers.CharField(max_length=20_000, required=False, allow_blank=True)


class OutcomeShape(serializers.Serializer[Any]):
    """What came of one choice: signed, or why not."""

    noun = serializers.CharField(source="choice.noun")
    reference = serializers.CharField(source="choice.reference")
    signed = serializers.BooleanField(source="is_signed")
    detail = serializers.CharField(source="sentence")


class SigningView(MarkedMixin, GenericAPIView[Any]):
    """What waits for the reader's signature, and signing several of it in one go."""

    posts_sign = True
    queryset = Lesson.objects.none()
    pagination_class = None

    @extend_schema(
        operation_id="signing_list",
        summary="List what waits for your signature",
        responses=WaitingShape(many=True),
    )
    def get(self, request: Request) -> Response:
        """Return what waits, at most fifty of each noun."""
        user: Any = request.user
        waiting = all_waiting(user)
        log_reading(user, [one.record for one in waiting if one.changes], Surface.API)
        self.records = [one.record for one in waiting]
        return Response(WaitingShape(waiting, many=True).data)

    @extend_schema(
        operation_id="signing_sign",
        summary="Sign several",
        request=SigningInput,
        responses=OutcomeShape(many=True),
    )
    def post(self, request: Request) -> Response:
        """Sign each as it was read, or say why not; one refused holds no other up."""
        user: Any = request.user
        check_has(user, Permission.SIGN)
        check_confirmed(request)
        asked = SigningInput(data=request.data)
        asked.is_valid(raise_exception=True)
        choices = [Choice(**item) for item in asked.validated_data["items"]]
        statement = asked.validated_data.get("statement", "")
        outcomes = sign_many(user, choices, statement=statement)
        return Response(OutcomeShape(outcomes, many=True).data)
