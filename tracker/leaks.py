"""What a record says word for word that is also in a narrower record, looked for before it is shared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, Protocol

from django.contrib.postgres.search import SearchQuery, SearchVector
from django.core.exceptions import ValidationError
from django.db.models import CharField, Q, TextField

from tracker.access import labelled
from tracker.models import Record, User
from tracker.models.record import labelled_nouns
from tracker.states import LABEL_ORDER, Label, is_wider

# A run of this many words is no coincidence of speech.
PHRASE = 8
# Whatever holds such a run holds one of the text's own blocks of four words, whole.
BLOCK = 4
# What a page can show, and a person read, before sharing.
MOST_RECORDS = 20
# How many blocks one query looks for.
AT_ONCE = 100


# A tick that says to the surface, not to the verb, that its reader saw what a label would let out.
LEAKS_SEEN = "leaks_seen"


class Worded(Protocol):
    """What says something to its readers: any record, and a version of a practice."""

    pk: Any

    @property
    def content_fields(self) -> tuple[str, ...]:
        """Name the fields that its readers read."""


@dataclass(frozen=True)
class Leak:
    """A narrower record, and the phrases that a wider one would let out of it, longest first."""

    record: Record
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Word:
    """A word as it is compared, and where it stands in its text."""

    folded: str
    start: int
    end: int


def leaks(user: User, records: Sequence[Worded], label: Label) -> Sequence[Leak]:
    """Return the narrower records with which some share phrases that a label would let out.

    Looked at is what the person who shares may read and the new readers may not; of each noun the
    newest that share a block, since a person reads no more. Two texts are compared by their words,
    whatever stands between them. Full text finds the candidates where the noun has an index of its
    words; the few others are read by what they say.
    """
    found = leaks_of_each(user, records, label).values()
    unlike = {leak.record.pk: leak for each in found for leak in each}
    known = {record.pk for record in records}
    return in_order(leak for key, leak in unlike.items() if key not in known)


def leaks_of_each(
    user: User, records: Sequence[Worded], label: Label
) -> Mapping[Any, Sequence[Leak]]:
    """Return the leaks of each record under its key; what is looked up is looked up for all at once."""
    texts = [text for record in records for text in texts_of(record)]
    blocks = sorted({block for text in texts for block in blocks_of(text)})
    others = [
        other for model in labelled_nouns() for other in candidates(user, model, blocks, label)
    ]
    return {record.pk: leaks_among(record, others) for record in records}


def check_seen(found: Sequence[Leak], seen: bool) -> None:
    """Refuse to let phrases out of narrower records before whoever shares said that they read them."""
    if found and not seen:
        said = ", ".join(leak.record.reference for leak in found[:5])
        sentence = f"It says word for word what fewer people read in {said}; read that first."
        raise ValidationError({LEAKS_SEEN: sentence})


def records_of(found: Iterable[Leak]) -> list[Record]:
    """Return the records whose words some leaks tell: whoever is shown them has read of these."""
    return [leak.record for leak in found]


def leaks_among(record: Worded, others: Sequence[Record]) -> Sequence[Leak]:
    """Return those of some narrower records that share phrases with one."""
    grams = {gram for text in texts_of(record) for gram in grams_of(words_of(text))}
    return in_order(
        Leak(other, phrases)
        for other in others
        if other.pk != record.pk and (phrases := phrases_of(other, grams))
    )


def in_order(found: Iterable[Leak]) -> Sequence[Leak]:
    """Return leaks with the longest phrase first."""
    return sorted(found, key=lambda leak: (-len(leak.phrases[0]), leak.record.reference))


def candidates(user: User, model: Any, blocks: Sequence[str], label: Label) -> list[Record]:
    """Return the newest narrower records of a noun that hold one of the blocks."""
    narrower = [one for one in LABEL_ORDER if is_wider(label, one)]
    rows = model.objects.visible_to(user).filter(labelled(narrower))
    if "search" not in {field.name for field in model._meta.fields}:
        rows = rows.annotate(search=SearchVector(*text_fields(model), config="english"))
    found: dict[Any, Record] = {}
    for start in range(0, len(blocks), AT_ONCE):
        holding = reduce(or_, (holds(block) for block in blocks[start : start + AT_ONCE]))
        newest = rows.filter(holding).order_by("-id").select_related("owner")[:MOST_RECORDS]
        found |= {record.pk: record for record in newest}
    return sorted(found.values(), key=lambda record: record.pk, reverse=True)


def holds(block: str) -> Q:
    """Return the rows whose indexed words hold a block as a phrase."""
    return Q(search=SearchQuery(block, config="english", search_type="phrase"))


def text_fields(model: Any) -> list[str]:
    """Return the fields in which a noun's readers read prose."""
    return [
        name
        for name in model.content_fields
        for field in [model._meta.get_field(name)]
        if isinstance(field, CharField | TextField) and not field.choices and name != "source_url"
    ]


def texts_of(record: Worded) -> list[str]:
    """Return what a record says in prose, its own fields only."""
    return [getattr(record, name) for name in text_fields(type(record))]


def words_of(text: str) -> list[Word]:
    """Return the words of a text, without case and without what stands between them."""
    return [
        Word(match[0].casefold(), match.start(), match.end())
        for match in re.finditer(r"[^\W_]+", text)
    ]


def grams_of(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    """Yield every run of eight words."""
    folded = [word.folded for word in words]
    for start in range(len(folded) - PHRASE + 1):
        yield tuple(folded[start : start + PHRASE])


def blocks_of(text: str) -> Iterator[str]:
    """Yield a text in blocks of four words, as they stand in it.

    One that is made of words that full text leaves out would find nothing: it takes in its neighbours,
    which a run of eight around it holds as well. Six such words in a row are not looked for.
    """
    words = words_of(text)
    if len(words) < PHRASE:
        return
    for start in range(0, len(words) - BLOCK + 1, BLOCK):
        first, last = start, start + BLOCK - 1
        if all(len(word.folded) < 4 for word in words[first : last + 1]):
            first, last = max(first - 1, 0), min(last + 1, len(words) - 1)
        yield " ".join(word.folded for word in words[first : last + 1])


def phrases_of(other: Worded, grams: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the phrases of a record that hold only known runs, overlapping ones as one."""
    found = {phrase for text in texts_of(other) for phrase in runs_in(text, grams)}
    return tuple(sorted(found, key=lambda phrase: (-len(phrase), phrase)))


def runs_in(text: str, grams: set[tuple[str, ...]]) -> Iterator[str]:
    """Yield the longest stretches of a text that are made of known runs."""
    words = words_of(text)
    first = last = -1
    for start, gram in enumerate(grams_of(words)):
        if gram not in grams:
            continue
        if first >= 0 and start > last - PHRASE + 2:
            yield " ".join(text[words[first].start : words[last].end].split())
            first = -1
        first = start if first < 0 else first
        last = start + PHRASE - 1
    if first >= 0:
        yield " ".join(text[words[first].start : words[last].end].split())
