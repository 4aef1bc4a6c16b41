"""The addresses at which the leads of a record's owner find out who read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from rest_framework import serializers
from rest_framework.generics import ListAPIView

import tracker.converters  # noqa: F401  registers <reference:…>
from tracker.access import Denied
from tracker.models import Reading, Record
from tracker.protection.access import may_see_readings
from tracker.protection.readings import readings_of
from tracker.protection.shown import name_of


class ReadingRead(serializers.ModelSerializer[Reading]):
    """Who read a RED or embargoed record, when, and where."""

    reader = serializers.SerializerMethodField()

    class Meta:
        model = Reading
        fields = ("id", "reader", "surface", "label", "read_at", "request")

    def get_reader(self, reading: Reading) -> str:
        """Return the person's name to those who may know them."""
        return name_of(self.context["request"].user, reading.reader)


class ReadingsView(ListAPIView[Reading]):
    """Lists who read a record while it was RED or under an embargo; for leads of its owner."""

    queryset: Any = None
    serializer_class = ReadingRead
    filter_backends = ()
    lookup_field = "reference"

    def get_queryset(self) -> QuerySet[Reading]:
        """Return the readings of one record, or refuse whoever does not lead in its owner."""
        user = self.request.user
        if getattr(self, "swagger_fake_view", False):
            return Reading.objects.none()
        rows = self.queryset.model._default_manager.visible_to(user)
        record = get_object_or_404(rows, reference=self.kwargs["reference"])
        if not may_see_readings(user, record):
            raise Denied("Only a lead of the organization that owns it sees who read it.")
        found: QuerySet[Reading] = readings_of(record, user)
        return found


def reading_paths(nouns: Mapping[str, type[Model]]) -> list[URLPattern]:
    """Return one path for each noun whose records have an owner and a label."""
    return [
        path(
            f"{prefix}/<reference:reference>/readings/",
            ReadingsView.as_view(queryset=model._default_manager.none()),
            name=f"api-{model._meta.model_name}-readings",
        )
        for prefix, model in nouns.items()
        if issubclass(model, Record)
    ]
