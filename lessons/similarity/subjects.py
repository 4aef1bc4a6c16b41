"""What of a record, or of one still being written, is compared: its words, its tags, its systems."""

from __future__ import annotations

import uuid
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.db import connection

from lessons.models import Lesson
from reviews.models import Finding, Observation

if TYPE_CHECKING:
    from tracker.access import Reader

Key = uuid.UUID

# The fields whose words each noun is found by (its search column), the heading first.
COMPARED: Mapping[type[Any], tuple[str, ...]] = {
    Observation: ("title", "description"),
    Finding: ("title", "detail", "cause", "why_missed"),
    Lesson: ("title", "insight", "context", "recommendation"),
}
# What comes later in a text is not compared: nobody waits for it while they write.
LONGEST = 20_000


@dataclass(frozen=True)
class Subject:
    """What is compared with the records: `words` are its stems, each as it is written in it."""

    words: Mapping[str, str]
    tags: frozenset[Key] = frozenset()
    systems: frozenset[Key] = frozenset()
    # The record itself, and others that are not to be found again.
    leaving_out: frozenset[Key] = frozenset()

    @cached_property
    def terms(self) -> frozenset[Hashable]:
        """Return all that is said, whichever way."""
        return frozenset({*self.words, *self.tags, *self.systems})


def subject_of(record: Any, reader: Reader) -> Subject:
    """Return what is compared of a record, as far as its reader may know of it; three queries."""
    text = "\n".join(str(getattr(record, name)) for name in COMPARED[type(record)])
    tags = record.tags.visible_to(reader).values_list("pk", flat=True)
    return Subject(
        words_of(text),
        frozenset(tags),
        frozenset(systems_of(type(record), [record.pk], reader).get(record.pk, ())),
        frozenset({record.pk}),
    )


def words_of(text: str) -> dict[str, str]:
    """Return the stems of a text as the search columns hold them, each with the word it first stands in."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT stem, token FROM ts_debug('english', %s), unnest(lexemes) AS stem",
            [text[:LONGEST].replace("\0", "")],
        )
        found: dict[str, str] = {}
        for stem, word in cursor.fetchall():
            if says_something(stem):
                found.setdefault(stem, word)
        return found


def says_something(stem: str) -> bool:
    """Say whether a stem is a word: numbers and single letters tell nothing about a failure."""
    return len(stem) > 1 and any(character.isalpha() for character in stem)


def systems_of(model: type[Any], keys: Iterable[Key], reader: Reader) -> dict[Key, set[Key]]:
    """Return the systems that records are about and that a reader may know of, by the record's key."""
    if model is Lesson:
        rows = model._meta.get_field("about").related_model._default_manager.visible_to(reader)
        pairs = rows.filter(lesson__in=keys).values_list("lesson", "system")
    else:
        systems = model._meta.get_field("systems").related_model._default_manager
        visible = systems.visible_to(reader).values("pk")
        link = model.systems.through
        name = model._meta.model_name or ""
        rows = link._default_manager.filter(**{f"{name}__in": keys}, aisystem__in=visible)
        pairs = rows.values_list(name, "aisystem")
    return gathered(pairs)


def tags_of(model: type[Any], keys: Iterable[Key], reader: Reader) -> dict[Key, set[Key]]:
    """Return the tags of records that a reader may know of, by the record's key."""
    name = model._meta.model_name or ""
    visible = model._meta.get_field("tags").related_model._default_manager.visible_to(reader)
    rows = model.tags.through._default_manager.filter(
        **{f"{name}__in": keys}, tag__in=visible.values("pk")
    )
    return gathered(rows.values_list(name, "tag"))


def gathered(pairs: Iterable[tuple[Key, Key]]) -> dict[Key, set[Key]]:
    """Return the second halves of pairs by the first."""
    found: dict[Key, set[Key]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
    return found
