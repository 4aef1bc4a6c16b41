"""People as programs reach them: who there is, and what a lead does for their own."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import access, account_editing, transitions
from tracker.api.fields import RecordField
from tracker.api.filters import AnyOfFilter, FilterSet, OwnerFilter, WordsFilter
from tracker.api.serializers import UserRead
from tracker.api.shapes import StrictInput
from tracker.api.viewsets import SameForList
from tracker.confirmation import check_confirmed
from tracker.handing import Item, carried_by
from tracker.marking import label_for, marked
from tracker.models import User
from tracker.states import Role


class CarriedRead(serializers.Serializer[Any]):
    """An open record that a person carries, and as what."""

    as_what = serializers.CharField(source="kind.name")
    noun = serializers.CharField(source="record._meta.model_name")
    reference = serializers.CharField(source="record.reference")
    title = serializers.CharField(source="record.__str__")


class HandOverInput(StrictInput):
    """To whom all that a person carries goes."""

    to = RecordField(rows=lambda user, person: User.objects.assignable_by(user), help_text="Whom.")


class UserFilter(FilterSet):
    """People."""

    organization = OwnerFilter("organization")
    role = AnyOfFilter(Role.choices)
    q = WordsFilter("first_name", "last_name", "username")


class UserViewSet(SameForList):
    """People that the reader may know of, and what their lead does for them."""

    has_labels = False
    posts_sign = False
    queryset = User.objects.none()
    serializer_class = UserRead
    filterset_class = UserFilter

    def for_list(self, rows: Any) -> Any:
        """Return the rows with their organization, as accounts always come."""
        return rows

    @extend_schema(
        operation_id="users_reset_second_factor",
        summary="Take a lost second factor away",
        request=None,
        responses=UserRead,
    )
    @action(detail=True, methods=["post"], url_path="reset-second-factor", posts_sign=True)
    def reset_second_factor(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take it away and sign the person out everywhere; they set up another one."""
        by: Any = request.user
        person = self.get_object()
        access.check_can_reset_second_factor(by, person)
        check_confirmed(request)
        person = account_editing.reset_second_factor(person, by=by)
        return Response(self.answer(person))

    @extend_schema(
        operation_id="users_carried_list",
        summary="Read what somebody carries",
        responses=CarriedRead(many=True),
    )
    @action(detail=True, url_path="carried", pagination_class=None, filterset_class=None)
    def carried(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return the open records that a person of one's own organization is responsible for."""
        by: Any = request.user
        person = self.get_object()
        access.check_can_hand_over(by, person)
        return self.of_items(by, carried_by(person, by))

    @extend_schema(
        operation_id="users_hand_over",
        summary="Hand over what somebody carries",
        request=HandOverInput,
        responses=CarriedRead(many=True),
    )
    @action(detail=True, methods=["post"], url_path="hand-over")
    def hand_over(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Hand all of it to a colleague, or nothing; return what it was."""
        by: Any = request.user
        person = self.get_object()
        access.check_can_hand_over(by, person)
        context = {"request": request, "record": person}
        answers = HandOverInput(data=request.data, context=context)
        answers.is_valid(raise_exception=True)
        return self.of_items(by, transitions.hand_over(person, by=by, **answers.validated_data))

    def of_items(self, reader: Any, items: list[Item]) -> Response:
        """Return items under the narrowest label among them."""
        label = label_for(reader, [one.record for one in items])
        return marked(Response(CarriedRead(items, many=True).data), label)
