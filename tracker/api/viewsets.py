"""What every noun's addresses do: list, read, and where it is written, create and edit."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import mixins
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import BaseSerializer
from rest_framework.viewsets import GenericViewSet

import tracker.converters  # noqa: F401  registers <reference:…>
from tracker.api.marking import MarkedMixin


class ReadViewSet(
    MarkedMixin, mixins.ListModelMixin, mixins.RetrieveModelMixin, GenericViewSet[Any]
):  # fmt: skip
    """Lists and reads a noun, as far as its reader may see it."""

    queryset: Any
    detail_class: ClassVar[type[BaseSerializer[Any]]]
    lookup_value_converter = "uuid"

    def get_queryset(self) -> QuerySet[Any]:
        """Return the visible rows through the plan of the list or of one record."""
        rows = self.queryset.model._default_manager.visible_to(self.request.user)
        return self.for_list(rows) if self.action == "list" else self.for_detail(rows)

    def for_list(self, rows: Any) -> QuerySet[Any]:
        """Return what lines of a list show; the noun's own plan."""
        plan: QuerySet[Any] = rows.for_list()
        return plan

    def for_detail(self, rows: Any) -> QuerySet[Any]:
        """Return what one record shows; the noun's own plan."""
        plan: QuerySet[Any] = rows.for_detail(self.request.user)
        return plan

    def paginate_queryset(self, queryset: Any) -> Any:
        """Return the page that is shown."""
        self.records = super().paginate_queryset(queryset)
        return self.records

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Return one record as its reader gets it."""
        return Response(self.answer(self.get_object()))

    def answer(self, record: Any) -> Any:
        """Return one whole record as its reader gets it."""
        return self.get_serializer(self.whole(record)).data

    def get_serializer_class(self) -> type[BaseSerializer[Any]]:
        """Return the shape of a line or of a whole record."""
        if self.action == "list":
            assert self.serializer_class is not None
            return self.serializer_class
        return getattr(self, "detail_class", None) or super().get_serializer_class()


class SameForList(ReadViewSet):
    """A noun whose one record shows what a line of its list shows."""

    def for_detail(self, rows: Any) -> QuerySet[Any]:
        """Return the plan of the list."""
        return self.for_list(rows)


class WriteMixin:
    """Writes through the editing functions and answers as reading does."""

    input_class: ClassVar[type[BaseSerializer[Any]]]

    def write(self: Any, *args: Any, **kwargs: Any) -> Any:
        """Check an input and let the editing functions write it."""
        context = self.get_serializer_context()
        serializer = self.input_class(*args, context=context, **kwargs)
        serializer.is_valid(raise_exception=True)
        return serializer.save()

    def shown(self: Any, record: Any) -> Any:
        """Return a record as its reader gets it, read anew."""
        return self.answer(self.get_queryset().get(pk=record.pk))


class CreateMixin(WriteMixin):
    """Creates a record."""

    def create(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Create a record of the writer's organization."""
        record = self.write(data=request.data)
        return Response(self.shown(record), status=201)


class EditMixin(WriteMixin):
    """Edits a record: what a PATCH names changes, the rest stays."""

    def partial_update(self: Any, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Change the fields named."""
        record = self.write(self.get_object(), data=request.data, partial=True)
        return Response(self.shown(record))


class WriteViewSet(CreateMixin, EditMixin, ReadViewSet):
    """Lists, reads, creates and edits a noun that is addressed by reference."""

    lookup_field = "reference"
    lookup_value_converter = "reference"
