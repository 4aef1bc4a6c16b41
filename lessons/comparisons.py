"""What a reader is told about records that resemble one another: the record, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lessons.models import Lesson, Recurrence
from lessons.similarity import (
    COMPARED,
    Subject,
    View,
    explain,
    likeness_to,
    similar_to,
    subject_of,
    view_of,
    words_of,
)
from reviews.models import Finding, Observation
from tracker.paths import Told

if TYPE_CHECKING:
    from tracker.access import Reader


def why_alike(recurrence: Recurrence, reader: Reader) -> Told:
    """Return why a finding and a lesson are alike, a sentence each, compared as they are now."""
    if recurrence.finding is None:
        return Told((why_failed(recurrence),))
    view = view_of(reader)
    found = likeness_to(subject_of(recurrence.finding, reader), recurrence.lesson, view)
    if found is None:
        return Told()
    why = explain([found], reader)[0]
    return Told(tuple(why.sentences), why.path)


def why_failed(recurrence: Recurrence) -> str:
    """Return what a check measured, and what it asks for."""
    result = recurrence.check_result
    assert result is not None, "it is proposed by a check"
    check = result.check_ran
    words = _("“%(metric)s” was %(value)s in %(system)s, %(version)s; good is %(asks)s.")
    return words % {
        "metric": check.metric,
        "value": f"{result} {check.unit}".strip(),
        "system": check.system,
        "version": result.version,
        "asks": check.asks,
    }


# Longer texts are cut before they are compared (lessons.similarity.subjects), and refused before.
LONGEST_TEXT = 100_000
TITLES = {
    Lesson: gettext_lazy("Lessons"),
    Finding: gettext_lazy("Findings"),
    Observation: gettext_lazy("Observations"),
}


@dataclass(frozen=True)
class Alike:
    """A record that resembles a text, and why, a sentence each."""

    record: Any
    noun: str
    reasons: list[str]


def alike_to_text(text: str, reader: Reader) -> list[Alike]:
    """Return the records that resemble a text that is being written, lessons first."""
    subject, view = Subject(words_of(text[:LONGEST_TEXT])), view_of(reader)
    return [one for model in TITLES for one in alike(subject, model, view)]


def alike(subject: Subject, model: Any, view: View) -> list[Alike]:
    """Return the records of one noun that resemble a subject, likest first."""
    found = similar_to(subject, model.objects.select_related("owner"), view)
    return [
        Alike(one.record, model._meta.model_name, why.sentences)
        for one, why in zip(found, explain(found, view.reader), strict=True)
    ]


# How many words a warning needs: with a tag and a system in common two say nothing yet.
WORDS_TO_WARN, WARNED_AT_MOST = 3, 3


def likest_to(record: Any, models: Iterable[type[Any]], reader: Reader) -> list[Any]:
    """Return the records of some nouns that one resembles so much that it may be a duplicate."""
    subject, view = subject_of(record, reader), view_of(reader)
    found = [one for model in models for one in similar_to(subject, model._default_manager, view)]
    kin = kin_of(record)
    alike = [one for one in found if len(one.words) >= WORDS_TO_WARN and one.record.pk not in kin]
    likest = sorted(alike, key=lambda one: (-one.score, one.record.pk))[:WARNED_AT_MOST]
    return [one.record for one in likest]


def kin_of(record: Any) -> set[Any]:
    """Return the keys of a record's shareable copies, and of what it is one of: they say the same."""
    copies = type(record)._default_manager.filter(copied_from=record)
    return {*copies.values_list("pk", flat=True), record.copied_from_id}


def written(fields: Mapping[str, str]) -> str:
    """Return the words of a form that is being filled in, whichever noun it is for."""
    names = dict.fromkeys(name for names in COMPARED.values() for name in names)
    return "\n".join(fields[name] for name in names if fields.get(name))
