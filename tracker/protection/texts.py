"""Where a record's words stand: its own text, the rows under it, what was signed, what was imported."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from tracker.history.tracking import event_models
from tracker.material import canonical
from tracker.models import LegalHold, Reading, Record, Redaction, SignOff
from tracker.verbs import all_nouns, verb_named

MARK = "[redacted]"
# What stands where an address was: no such host is ever registered (RFC 2606).
NO_ADDRESS = "https://redacted.invalid/"
# Texts that name or prove and say nothing: they stay.
# What is kept of a protection names no words of the record.
KEEPING = (LegalHold, Reading, Redaction)
KEPT = frozenset(
    {
        *("reference", "record_reference", "noun", "row_noun"),
        *("sha256", "after_sha256", "digest", "lesson_digest"),
    }
)


@dataclass(frozen=True)
class Passage:
    """Words that go wherever they stand, whichever line ends were stored."""

    words: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Return the words with each kind of line end."""
        plain = self.words.replace("\r\n", "\n")
        return tuple(dict.fromkeys((self.words, plain, plain.replace("\n", "\r\n"))))

    def without(self, value: Any) -> Any:
        """Return a value of JSON's kinds, or bytes, with a mark in the place of the words."""
        if isinstance(value, str):
            return reduce(lambda text, words: text.replace(words, MARK), self.spellings, value)
        if isinstance(value, bytes):
            return MARK.encode() if self.is_in(value) else value
        if isinstance(value, dict):
            return {self.without(key): self.without(one) for key, one in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.without(one) for one in value]
        return value

    def is_in(self, value: Any) -> bool:
        """Say whether the words stand in a value; in bytes also where JSON spells them otherwise."""
        if isinstance(value, (bytes, memoryview)):
            raw = bytes(value)
            return any(words.encode() in raw for words in self.spellings) or self.is_in(parsed(raw))
        return bool(self.without(value) != value)


def parsed(raw: bytes) -> Any:
    """Return what bytes say as JSON, or nothing."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def text_fields(model: type[models.Model]) -> list[models.Field[Any, Any]]:
    """Return the columns of a noun in which people's words stand."""
    kinds = (models.CharField, models.TextField, models.JSONField, models.BinaryField, ArrayField)
    return [
        field
        for field in model._meta.concrete_fields
        if isinstance(field, kinds)
        and not isinstance(field, models.FileField)
        and not field.choices
        and not getattr(field, "generated", False)
        and field.name not in KEPT
    ]


def rows_of(record: models.Model) -> Iterator[models.Model]:
    """Yield a record, and every row that belongs to it and is not redacted by itself."""
    yield record
    for model in event_models():
        if is_redacted_by_itself(model):
            continue
        for name in words_under(model):
            field = model._meta.get_field(name)
            if field.related_model is type(record) and leads_to_words(model):
                for row in model._base_manager.filter(**{name: record.pk}).order_by("pk"):
                    yield from rows_of(row)
    for model in event_models():
        if "record_id" in names_of(model) and model not in KEEPING and text_fields(model):
            yield from model._base_manager.filter(record_id=record.pk).order_by("pk")
    for name in getattr(record, "words_also_in", ()):
        if (linked := getattr(record, name, None)) is not None:
            yield linked


def names_of(model: type[models.Model]) -> set[str]:
    """Return the names of a noun's columns."""
    return {field.name for field in model._meta.concrete_fields}


def words_under(model: type[models.Model]) -> tuple[str, ...]:
    """Return the foreign keys to what a noun's words are redacted with.

    That is what its history says, `@tracked("lesson")`, or `words_under` where no story tells of it.
    """
    found: tuple[str, ...] = (
        *event_models()[model].belongs_to,
        *getattr(model, "words_under", ()),
    )
    return found


def leads_to_words(model: type[models.Model]) -> bool:
    """Say whether words stand in a noun's rows, or in rows under them."""
    return bool(text_fields(model)) or any(
        other._meta.get_field(name).related_model is model
        for other in event_models()
        if text_fields(other)
        for name in words_under(other)
    )


def is_redacted_by_itself(model: type[models.Model]) -> bool:
    """Say whether a noun's records are redacted each by itself."""
    return issubclass(model, Record) or verb_named(model, "redact") is not None


def is_noun(model: type[models.Model]) -> bool:
    """Say whether a model's rows are records of their own."""
    return issubclass(model, Record) or model in all_nouns().values()


def hash_of(value: Any) -> str:
    """Return the SHA-256 of a text, of bytes, or of a structure's JSON with sorted keys."""
    if isinstance(value, (bytes, memoryview)):
        return hashlib.sha256(bytes(value)).hexdigest()
    text = value if isinstance(value, str) else json.dumps(value, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def without(row: models.Model, field: models.Field[Any, Any], passage: Passage) -> Any:
    """Return what a row's field says without a passage; an address that holds it goes as a whole."""
    value = getattr(row, field.attname)
    if isinstance(field, models.URLField):
        return NO_ADDRESS if passage.is_in(value) else value
    if isinstance(row, SignOff) and field.name == "content" and value:
        content = json.loads(value)
        changed = passage.without(content)
        return value if changed == content else canonical(changed)
    if isinstance(field, models.BinaryField):
        return passage.without(bytes(value))
    return passage.without(value)


def emptied(field: models.Field[Any, Any]) -> Any:
    """Return what stands in a field whose whole text went."""
    if isinstance(field, models.URLField):
        return NO_ADDRESS
    return [MARK] if isinstance(field, ArrayField) else MARK


def copies_elsewhere(record: models.Model, passage: Passage, reader: Any) -> list[str]:
    """Return the references of other records that say the same, as far as a reader sees them."""
    found: list[str] = []
    for model in apps.get_models():
        if is_noun(model) and "reference" in names_of(model) and not model._meta.proxy:
            found += references_with(model, passage, reader, besides=record)
    return sorted(found)[:50]


def references_with(model: Any, passage: Passage, reader: Any, besides: models.Model) -> list[str]:
    """Return the references of a noun's visible rows whose text holds a passage; one query."""
    says = models.Q(pk__in=[])
    for field in text_fields(model):
        if isinstance(field, (models.CharField, models.TextField)):
            for words in passage.spellings:
                says |= models.Q(**{f"{field.name}__contains": words})
    rows = model._default_manager.visible_to(reader).filter(says).exclude(pk=besides.pk)
    return list(rows.order_by("pk").values_list("reference", flat=True)[:50])
