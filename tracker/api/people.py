"""People as programs reach them: who there is, and what a lead does for their own."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from tracker import account_editing
from tracker.api.filters import AnyOfFilter, FilterSet, OwnerFilter, WordsFilter
from tracker.api.serializers import UserRead
from tracker.api.viewsets import SameForList
from tracker.models import User
from tracker.states import Role


class UserFilter(FilterSet):
    """People."""

    organization = OwnerFilter("organization")
    role = AnyOfFilter(Role.choices)
    q = WordsFilter("first_name", "last_name", "username")


class UserViewSet(SameForList):
    """People that the reader may know of, and what their lead does for them."""

    has_labels = False
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
    @action(detail=True, methods=["post"], url_path="reset-second-factor")
    def reset_second_factor(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Take it away and sign the person out everywhere; they set up another one."""
        by: Any = request.user
        person = account_editing.reset_second_factor(self.get_object(), by=by)
        return Response(self.answer(person))
