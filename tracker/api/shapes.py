"""The shapes that all floors' APIs share: lines that name a record, verbs, and strict input."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from django.db.models import Model
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from tracker import access
from tracker.display import UNSEEN_SYSTEM
from tracker.models import Tag, User
from tracker.states import Label
from tracker.verbs import buttons, verbs_of

M = TypeVar("M", bound=Model)


# --- Lines: a record named in another ---------------------------------------------------------


class SeenOnly(serializers.ListSerializer[Any]):
    """A list of lines without those that the reader may not see."""

    def to_representation(self, data: Any) -> list[Any]:
        """Return the lines that say something."""
        return [line for line in super().to_representation(data) if line is not None]


class Line(serializers.Serializer[Any]):
    """A record named in another; null where the reader may not see it, as if there were none."""

    class Meta:
        list_serializer_class = SeenOnly

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        # A line is never written; alone it may be null, in a list it is left out.
        super().__init__(*args, **{"read_only": True, "allow_null": True, **kwargs})

    @classmethod
    def many_init(cls, *args: Any, **kwargs: Any) -> Any:
        """Return a list of lines, none of them null."""
        return super().many_init(*args, **{"allow_null": False, **kwargs})

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader may see the record named."""
        return access.may_see(user, instance)

    def to_representation(self, instance: Any) -> Any:
        """Return the line, or nothing of it."""
        if not self.is_seen(self.context["request"].user, instance):
            return None
        return super().to_representation(instance)


class RecordLine(Line):
    """A labelled record."""

    reference = serializers.CharField()
    title = serializers.CharField(source="__str__")


class SystemLine(RecordLine):
    """The system that a record is about; of one that the reader may not see just that there is one."""

    reference = serializers.CharField(allow_null=True)

    def to_representation(self, instance: Any) -> Any:
        """Return the line, or what stands in the place of an unseen system."""
        shown = super().to_representation(instance)
        return shown or {"reference": None, "title": str(UNSEEN_SYSTEM)}


class VersionLine(Line):
    """A version of a system."""

    id = serializers.UUIDField()
    label = serializers.CharField()  # type: ignore[assignment]

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader may see the version's system."""
        return access.may_see(user, instance.system)


class PersonLine(Line):
    """A person."""

    id = serializers.UUIDField()
    name = serializers.CharField(source="__str__")

    def is_seen(self, user: Any, instance: Any) -> bool:
        """Say whether the reader may know of the person."""
        return access.may_know_person(user, instance)


class TagLine(serializers.ModelSerializer[Tag]):
    """A tag; `key` names it in exports and filters."""

    key = serializers.CharField(read_only=True)
    version = serializers.CharField(source="taxonomy.version", read_only=True)

    class Meta:
        model = Tag
        fields: tuple[str, ...] = ("id", "key", "label", "version")


class OrganizationCode(serializers.CharField):
    """The code of an organization; null where the reader may not know of it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"read_only": True, "allow_null": True, **kwargs})

    def to_representation(self, value: Any) -> Any:
        """Return the code, or nothing of it."""
        known = access.may_know_organization(self.context["request"].user, value)
        return value.code if known else None


class Labelled(serializers.Serializer[Any]):
    """Adds to a record its label at this instant, and the one that an embargo lets come."""

    label = serializers.ChoiceField(Label.choices, source="label_now", read_only=True)  # type: ignore[assignment]
    coming_label = serializers.SerializerMethodField()
    coming_at = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(Label.choices, allow_null=True))
    def get_coming_label(self, record: Any) -> str | None:
        """Return the label to come; null when none is, or when it has come."""
        return record.coming_label if record.is_under_embargo else None

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_coming_at(self, record: Any) -> datetime.datetime | None:
        """Return the instant that an embargo ends at; null when it has."""
        return record.coming_at if record.is_under_embargo else None


# --- What can be done -------------------------------------------------------------------------


class VerbLine(serializers.Serializer[Any]):
    """A verb as the reader meets it on this record: allowed, or refused with the reason."""

    name = serializers.CharField(source="verb.name")
    label = serializers.CharField()  # type: ignore[assignment]
    allowed = serializers.BooleanField(source="verdict.allowed")
    reason = serializers.CharField(source="verdict.reason")


class WithVerbs(serializers.Serializer[Any]):
    """Adds to one record what its reader can do with it."""

    verbs = serializers.SerializerMethodField()

    @extend_schema_field(VerbLine(many=True))
    def get_verbs(self, record: Model) -> Any:
        """Return the record's verbs, allowed ones first."""
        offered = buttons(verbs_of(type(record)), self.context["request"].user, record)
        return VerbLine(offered, many=True).data


# --- Input ------------------------------------------------------------------------------------


class StrictMixin:
    """Refuses fields that do not exist here, for people mistype and programs age."""

    fields: Any

    def to_internal_value(self, data: Any) -> Any:
        """Return the input, or name each field that is not written here."""
        writable = {name for name, field in self.fields.items() if not field.read_only}
        unknown = sorted(set(data) - writable) if isinstance(data, Mapping) else []
        if unknown:
            known = ", ".join(sorted(writable)) or "none"
            sentence = f"This field is not written here; those that are: {known}."
            raise serializers.ValidationError({str(name): [sentence] for name in unknown})
        return super().to_internal_value(data)  # type: ignore[misc]


class StrictInput(StrictMixin, serializers.Serializer[Any]):
    """Input that is no record's fields: a verb's answers, credentials."""


class RecordInput(StrictMixin, serializers.ModelSerializer[M]):
    """A record's fields as a program writes them; `create` and `update` call the editing functions."""

    @property
    def by(self) -> User:
        """Return the writer."""
        user: User = self.context["request"].user
        return user

    def get_validators(self) -> list[Any]:
        """Leave what spans fields to the database, whose sentences the editing functions hand on."""
        return []


__all__ = [
    "Labelled",
    "OrganizationCode",
    "PersonLine",
    "RecordInput",
    "RecordLine",
    "StrictInput",
    "SystemLine",
    "TagLine",
    "VerbLine",
    "VersionLine",
    "WithVerbs",
]
