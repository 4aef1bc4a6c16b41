"""How verbs become addresses: one path each, its input made of what the verb asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Model
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from rest_framework import serializers
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

import tracker.converters  # noqa: F401  registers <reference:…>
from tracker.api.fields import InstantField, RecordField, RecordsField
from tracker.api.marking import MarkedMixin
from tracker.api.schema import TrackerSchema
from tracker.api.shapes import StrictInput
from tracker.confirmation import check_confirmed
from tracker.leaks import LEAKS_SEEN, check_seen, records_of
from tracker.protection.readings import log_reading
from tracker.states import MOST_DAYS, Surface
from tracker.verbs import Ask, Verb, verbs_of

Shapes = Mapping[type[Model], type[serializers.BaseSerializer[Any]]]


class VerbSchema(TrackerSchema):
    """Describes a verb from its table."""

    view: Any

    def get_operation_id(self) -> str:
        """Return the noun and the verb."""
        return "_".join(self._tokenize_path()).replace("-", "_")

    def get_summary(self) -> str:
        """Return what stands on the verb's button."""
        return str(self.view.verb.label_for(None))

    def get_description(self) -> str:  # type: ignore[override]
        """Return what is so afterwards."""
        return str(self.view.verb.done)

    def get_request_serializer(self) -> Any:
        """Return what the verb asks for."""
        return self.view.input_class if self.view.verb.asks or self.view.verb.leaks else None

    def get_response_serializers(self) -> Any:
        """Return the record that comes of it."""
        return {200: self.view.serializer_class}


class VerbView(MarkedMixin, GenericAPIView[Any]):
    """Does one verb to one record and answers with the record that comes of it."""

    schema = VerbSchema()
    queryset: Any = None
    verb: Verb = None  # type: ignore[assignment]  # each path gives its own
    input_class: type[StrictInput] = StrictInput
    lookup_field = "reference"

    def post(self, request: Request, reference: str) -> Response:
        """Refuse, or check what was sent, or do it; in this order."""
        rows = self.queryset.model._default_manager.visible_to(request.user)
        record = get_object_or_404(rows, reference=reference)
        self.verb.check(request.user, record)
        if self.verb.is_signature_of(request.user):
            check_confirmed(request)
        context = {"request": request, "record": record}
        answers = self.input_class(data=request.data, context=context)
        answers.is_valid(raise_exception=True)
        given = dict(answers.validated_data)
        if self.verb.leaks:
            seen = given.pop(LEAKS_SEEN, False)
            self.check_leaks(record, seen)
        made = self.verb.run(record, by=request.user, **given)
        return Response(self.shown(made))

    def check_leaks(self, record: Any, seen: bool) -> None:
        """Refuse what lets phrases out unread; the refusal tells of other records, so it is a reading."""
        assert self.verb.leaks is not None
        found = self.verb.leaks(self.request.user, record)
        if not seen:
            log_reading(self.request.user, records_of(found), Surface.API)
        check_seen(found, seen)

    def shown(self, made: Model) -> Any:
        """Return a record as its reader gets it, read anew."""
        manager: Any = type(made)._default_manager
        fresh = manager.visible_to(self.request.user).for_detail(self.request.user).get(pk=made.pk)
        return self.get_serializer(self.whole(fresh)).data


def verb_paths(nouns: Mapping[str, type[Model]], shapes: Shapes) -> list[URLPattern]:
    """Return one path per verb of each noun; the keys are the nouns' names in addresses."""
    return [
        path(
            f"{prefix}/<reference:reference>/{verb.name}/",
            VerbView.as_view(
                verb=verb,
                input_class=input_for(model, verb),
                queryset=model._default_manager.none(),
                serializer_class=shapes[verb.makes or model],
            ),
            name=f"api-{model._meta.model_name}-{verb.name}",
        )
        for prefix, model in nouns.items()
        for verb in verbs_of(model)
    ]


def input_for(model: type[Model], verb: Verb) -> type[StrictInput]:
    """Return the input of a verb: one field for each thing that it asks for."""
    fields = {ask.name: field_for(ask) for ask in verb.asks}
    if verb.leaks:
        fields[LEAKS_SEEN] = serializers.BooleanField(
            required=False,
            help_text="That the phrases were read which it would let out of records for fewer readers.",
        )
    title = "".join(word.capitalize() for word in verb.name.split("-"))
    return type(f"{title}{model.__name__}Input", (StrictInput,), {"__doc__": verb.done, **fields})


def field_for(ask: Ask) -> serializers.Field[Any, Any, Any, Any]:
    """Return the field that takes one answer."""
    common: dict[str, Any] = {"required": ask.required, "help_text": ask.help or str(ask.label)}
    match ask.kind:
        case "date":
            return serializers.DateField(**common)
        case "days":
            return serializers.IntegerField(min_value=0, max_value=MOST_DAYS, **common)
        case "instant":
            return InstantField(allow_null=not ask.required, **common)
        case "choice":
            return serializers.ChoiceField(choices=list(ask.choices), **common)
        case "record" if ask.rows:
            return RecordField(rows=ask.rows, allow_null=not ask.required, **common)
        case "records" if ask.rows:
            return RecordsField(rows=ask.rows, allow_empty=not ask.required, **common)
        case "seen":
            return serializers.CharField(max_length=64, **common)
        case "url":
            return serializers.URLField(max_length=1000, allow_blank=not ask.required, **common)
        case _:
            longest = 300 if ask.kind == "line" else 20_000
            return serializers.CharField(max_length=longest, allow_blank=not ask.required, **common)
