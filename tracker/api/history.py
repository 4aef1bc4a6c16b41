"""How a record's history is read by programs: its versions, newest first, and any one in full."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import ForeignKey, Model
from django.http import Http404
from django.urls import URLPattern, path
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response

import tracker.converters  # noqa: F401  registers <reference:…>
from tracker.api.schema import TrackerSchema
from tracker.history.admitting import has_story
from tracker.history.names import is_way, plain, way_words, words_of
from tracker.history.nouns import find_told, key_field, label_of_story
from tracker.history.telling import PAGE_SIZE, Whole, compare, tell, versions_before, whole
from tracker.history.versions import Story
from tracker.marking import marked
from tracker.protection.readings import log_reading
from tracker.states import Surface

LONGEST_PAGE = 100
LARGEST_NUMBER = 2**31 - 1


TEXT_THEN = {
    "type": "object",
    "required": ["kind", "record", "field", "text"],
    "properties": {name: {"type": "string"} for name in ("kind", "record", "field", "text")},
}


class PersonNamed(serializers.Serializer[Any]):
    """A person whom the reader may know."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="__str__")


class DifferenceLine(serializers.Serializer[Any]):
    """One field that differs: `before` and `after`, or of related records those that came and went."""

    field = serializers.CharField(source="name")
    label = serializers.CharField()  # type: ignore[assignment]
    before = serializers.CharField()
    after = serializers.CharField()
    removed = serializers.ListField(child=serializers.CharField())
    added = serializers.ListField(child=serializers.CharField())


class VersionOfRecord(serializers.Serializer[Any]):
    """One version: what was done, when, by whom, and what differs from the version before it."""

    version = serializers.IntegerField(source="number", min_value=1, max_value=LARGEST_NUMBER)
    at = serializers.DateTimeField()
    done = serializers.CharField(help_text="What was done, in words.")
    verb = serializers.CharField(help_text="The verb's name; empty for a change by other means.")
    by = PersonNamed(source="person", allow_null=True)
    organization = serializers.CharField(help_text="Whom the person acted for; empty if unknown.")
    process = serializers.CharField(help_text="The command or job that ran the verb, if any.")
    request = serializers.CharField(help_text="The `X-Request-ID` of the request, if any.")
    follows_hidden = serializers.BooleanField(
        help_text="Versions just before this one were not shared with you."
    )
    changes = DifferenceLine(many=True)


class WholeVersion(VersionOfRecord):
    """One version in full: each field's value as it was, and the related records by name."""

    fields_then = serializers.SerializerMethodField(method_name="get_values")
    related_then = serializers.SerializerMethodField(method_name="get_related")
    texts_then = serializers.SerializerMethodField(method_name="get_texts")

    @extend_schema_field({"type": "object", "additionalProperties": {}})
    def get_values(self, told: Any) -> Any:
        """Return the values by field name."""
        return values_of(self.context["whole"], self.context["story"])

    @extend_schema_field(
        {
            "type": "object",
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
        }
    )
    def get_related(self, told: Any) -> Any:
        """Return the related records by what they are called."""
        found = self.context["whole"].relations
        return {label: [row.words for row in rows] for label, rows in found}

    @extend_schema_field({"type": "array", "items": TEXT_THEN})
    def get_texts(self, told: Any) -> Any:
        """Return the long texts of related records as they were."""
        return [
            {"kind": label, "record": row.words, "field": name, "text": text}
            for label, rows in self.context["whole"].relations
            for row in rows
            for name, text in row.texts
        ]


def values_of(found: Whole, story: Story) -> dict[str, Any]:
    """Return a version's values as JSON holds them; a record by its name, null where not shared."""
    return {
        one.name: value_of(one, found.state.fields[one.name], story) for one in found.state.told
    }


def value_of(one: Any, value: Any, story: Story) -> Any:
    """Return one value as JSON holds it, texts unchanged."""
    if isinstance(one, ForeignKey):
        return words_of(one, value, story.names) or None
    if is_way(one):
        return way_words(value, story.names)
    if isinstance(value, bytes | memoryview):
        return plain(value)
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


class HistorySchema(TrackerSchema):
    """Names the operations after their noun."""

    view: Any

    def get_operation_id(self) -> str:
        """Return the noun and what is read."""
        noun = "_".join(self._tokenize_path()).replace("-", "_").removesuffix("_history")
        return f"{noun}_{self.view.operation}"

    def get_summary(self) -> str:
        """Return in a word what the operation does."""
        return "Read its history" if self.view.operation == "history" else "Read one version"


class HistoryView(GenericAPIView[Any]):
    """What both addresses share: the story of a record that the reader may see."""

    schema = HistorySchema()
    queryset: Any = None
    lookup_field = "reference"

    def story(self, request: Request, key: Any) -> Story:
        """Return the story; absent and invisible are the same 404."""
        record = find_told(self.queryset.model._meta.model_name, key, request.user)
        log_reading(request.user, [record], Surface.API)
        return Story(record, request.user)

    def marked(self, story: Story, data: Any) -> Response:
        """Return an answer with the narrowest label of what it tells."""
        label = label_of_story(story)
        return marked(Response(data), label) if label else Response(data)


class VersionsPage(serializers.Serializer[Any]):
    """A page of versions."""

    next = serializers.URLField(allow_null=True)
    results = VersionOfRecord(many=True)


class VersionsView(HistoryView):
    """Lists the versions of a record, newest first."""

    operation = "history"
    serializer_class = VersionsPage

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "before",
                {"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER},
                description="Only versions with a smaller number; follow `next`.",
            ),
            OpenApiParameter(
                "limit",
                {"type": "integer", "minimum": 1, "maximum": LONGEST_PAGE},
                description=f"How many versions a page has: {PAGE_SIZE}, at most {LONGEST_PAGE}.",
            ),
        ]
    )
    def get(self, request: Request, **named: Any) -> Response:
        """Return a page of what was done, with what each version changed."""
        before = number_in(request, "before", LARGEST_NUMBER)
        limit = number_in(request, "limit", LONGEST_PAGE) or PAGE_SIZE
        story = self.story(request, named[self.lookup_field])
        page = versions_before(story, before, limit)
        more = bool(page) and page[-1].number > 1
        following = f"{request.path}?before={page[-1].number}&limit={limit}" if more else None
        return self.marked(
            story,
            {
                "next": request.build_absolute_uri(following) if following else None,
                "results": VersionOfRecord(tell(story, page), many=True).data,
            },
        )


class VersionView(HistoryView):
    """Reads one version of a record in full."""

    operation = "history_version"
    serializer_class = WholeVersion

    @extend_schema(
        parameters=[
            OpenApiParameter("version", OpenApiTypes.INT, OpenApiParameter.PATH),
            OpenApiParameter(
                "since",
                {"type": "integer", "minimum": 1, "maximum": LARGEST_NUMBER},
                description="Say what differs from this version, not from the one before.",
            ),
        ]
    )
    def get(self, request: Request, version: int, **named: Any) -> Response:
        """Return the version as it was."""
        since = number_in(request, "since", LARGEST_NUMBER)
        story = self.story(request, named[self.lookup_field])
        found = whole(story, version)
        compared = compare(story, since, version) if since else None
        if found is None or (since and compared is None):
            raise Http404
        data: Any = WholeVersion(found.told, context={"whole": found, "story": story}).data
        if compared is not None:
            data = {**data, "changes": DifferenceLine(compared.changes, many=True).data}
        return self.marked(story, data)


def number_in(request: Request, name: str, largest: int) -> int | None:
    """Return a number that the address names, None where it names none; refuse what is no number."""
    text = request.query_params.get(name, "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and 1 <= int(text[:12]) <= largest):
        raise ValidationError({name: f"Give a number from 1 to {largest}."})
    return int(text)


# What names a record in addresses, and the converter that takes it.
CONVERTERS = {"reference": "reference", "code": "slug", "pk": "uuid"}


def history_paths(nouns: Mapping[str, type[Model]]) -> list[URLPattern]:
    """Return two paths per noun: its records' versions, and one of them; the keys are addresses."""
    return [
        path(
            f"{prefix}/<{CONVERTERS[key]}:{key}>/history/{tail}",
            view.as_view(queryset=model._default_manager.none(), lookup_field=key),
            name=f"api-{model._meta.model_name}-{name}",
        )
        for prefix, model in nouns.items()
        for key in [key_field(model)]
        if has_story(model)
        for view, tail, name in (
            (VersionsView, "", "history"),
            (VersionView, "<int:version>/", "version"),
        )
    ]
