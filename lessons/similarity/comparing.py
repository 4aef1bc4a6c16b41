"""Which records resemble a text, how much, and why.

A record is found by the rarest words it shares with the text (the search column's index), and ranked by
the cosine of what both say: each word, tag and system weighs by how rare it is (corpus.py). The same
records give the same answer; between equals the newer one stands first.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, F, Func, Value, When

from lessons.similarity.corpus import SAMPLE, Corpus, corpus_of
from lessons.similarity.lineage import Lineage, lineage_of
from lessons.similarity.subjects import Key, Subject, says_something, systems_of, tags_of

if TYPE_CHECKING:
    from tracker.access import Reader

# Below this two records have a few words in common and nothing else; measured in docs/similarity.md.
ALIKE = 0.08
SHOWN = 5
# So many of the records that share the heaviest words are compared wholly.
CANDIDATES = 100
# The words that records are found by: so many that were counted and as many that were not; where there
# are many records, together in no more than one in so many of them.
SEARCHED, MANY = 40, 20


# A system that stands on the other's is half of the same system.
KIN = 0.5


@dataclass(frozen=True)
class Likeness:
    """A record that resembles a subject, and what both say: the weightiest first."""

    record: Any
    score: float
    words: tuple[str, ...]
    tags: frozenset[Key]
    systems: frozenset[Key]
    # Where they share no system: how one of the record's and one of the subject's hang together.
    path: tuple[Key, ...] = ()


@dataclass(frozen=True)
class View:
    """All that a comparison looks at besides the two: one reader's, and good for many comparisons."""

    reader: Reader
    corpus: Corpus
    lineage: Lineage


def view_of(reader: Reader) -> View:
    """Return what a reader sees: how common words are, and how systems hang together."""
    return View(reader, corpus_of(reader), lineage_of(reader))


def similar_to(
    subject: Subject, rows: Any, view: View, *, at_least: float = ALIKE, limit: int = SHOWN
) -> list[Likeness]:
    """Return which of some rows resemble a subject, likest first.

    `rows` are narrowed to what the view's reader may see here, whatever the caller did.
    """
    found = candidates(subject, rows.visible_to(view.reader), view.corpus)
    alike = [one for one in compare(subject, found, view) if one.words and one.score >= at_least]
    return sorted(alike, key=lambda one: (one.score, one.record.pk), reverse=True)[:limit]


def likeness_to(subject: Subject, record: Any, view: View) -> Likeness | None:
    """Return how one record resembles a subject, or None where the reader may not see it."""
    rows = type(record)._default_manager.visible_to(view.reader).filter(pk=record.pk)
    found = compare(subject, list(rows.defer("search").annotate(stems=all_stems())), view)
    return found[0] if found else None


def candidates(subject: Subject, rows: Any, corpus: Corpus) -> list[Any]:
    """Return the rows that share the heaviest words, with all their stems; one query by the index."""
    chosen = searched_words(subject, corpus)
    if not chosen:
        return []
    carried = sum_of(
        Case(When(search=Stems(stem), then=Value(corpus.weight(stem) ** 2)), default=Value(0.0))
        for stem in chosen
    )
    found = (
        rows.filter(search=Stems(*chosen))
        .exclude(pk__in=subject.leaving_out)
        .annotate(carried=carried)
        .order_by("-carried", "-pk")
        .defer("search")
    )
    return list(found.annotate(stems=all_stems())[:CANDIDATES])


def searched_words(subject: Subject, corpus: Corpus) -> list[str]:
    """Return the words to search by: of those that few counted records say, and of those that none does."""
    weighed = sorted(
        (stem for stem in subject.words if corpus.weight(stem) > 0),
        key=lambda stem: (-corpus.weight(stem), stem),
    )
    known = [stem for stem in weighed if corpus.counts[stem]][:SEARCHED]
    held = accumulate(corpus.counts[stem] for stem in known)
    enough = corpus.size // MANY if corpus.size >= SAMPLE else SAMPLE
    chosen = [stem for stem, sum_ in zip(known, held, strict=True) if sum_ <= enough]
    return chosen + [stem for stem in weighed if not corpus.counts[stem]][:SEARCHED]


def compare(subject: Subject, rows: Sequence[Any], view: View) -> list[Likeness]:
    """Return how each of some rows of one noun, with their stems, resembles a subject; two queries."""
    if not rows:
        return []
    keys = [row.pk for row in rows]
    tags = tags_of(type(rows[0]), keys, view.reader)
    systems = systems_of(type(rows[0]), keys, view.reader)
    return [
        likeness(subject, row, tags.get(row.pk, set()), systems.get(row.pk, set()), view)
        for row in rows
    ]


def likeness(subject: Subject, row: Any, tags: set[Key], systems: set[Key], view: View) -> Likeness:
    """Return how one row resembles a subject."""
    stems = {stem for stem in row.stems if says_something(stem)}
    same = subject.systems & systems
    path = () if same else view.lineage.path(subject.systems, systems)
    return Likeness(
        row,
        cosine(subject.terms, {*stems, *tags, *systems}, view, path),
        heaviest(subject, stems, view.corpus),
        subject.tags & tags,
        same,
        path,
    )


def heaviest(subject: Subject, stems: set[str], corpus: Corpus) -> tuple[str, ...]:
    """Return the words that both say and that say something, the rarest first."""
    shared = (stem for stem in stems & subject.words.keys() if corpus.weight(stem) > 0)
    ordered = sorted(shared, key=lambda stem: (-corpus.weight(stem), stem))
    return tuple(subject.words[stem] for stem in ordered)


def cosine(
    said: frozenset[Hashable], terms: set[Hashable], view: View, path: tuple[Key, ...]
) -> float:
    """Return how far two records say the same, from nothing to everything."""
    length = norm(said, view.corpus) * norm(terms, view.corpus)
    shared = norm(said & terms, view.corpus) ** 2
    if path:
        shared += KIN * view.corpus.weight(path[0]) * view.corpus.weight(path[-1])
    return shared / length if length else 0.0


def norm(terms: Iterable[Hashable], corpus: Corpus) -> float:
    """Return the length of what is said, each term by its weight."""
    return math.sqrt(math.fsum(corpus.weight(term) ** 2 for term in terms))


# --- PostgreSQL's words -------------------------------------------------------------------------


class Stems(SearchQuery):
    """A query for any of some stems, taken as they stand: they were stemmed before."""

    template = "%(expressions)s::tsquery"

    def __init__(self, *stems: str) -> None:
        super().__init__(" | ".join(map(quoted, stems)), search_type="raw")


def quoted(stem: str) -> str:
    """Return a stem as PostgreSQL writes it in a query."""
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"


def all_stems() -> Any:
    """Return the column with all stems of a row."""
    return Func(
        F("search"),
        function="tsvector_to_array",
        output_field=ArrayField(models.TextField()),
    )


def sum_of(parts: Iterable[Any]) -> Any:
    """Return the sum of columns."""
    first, *others = parts
    for other in others:
        first = first + other
    return first
