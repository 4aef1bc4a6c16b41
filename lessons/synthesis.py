"""Which confirmed findings may be one lesson that nobody wrote yet, and what makes them a cluster.

The newest findings that the reader sees and that no lesson they see rests on are compared with one
another. A cluster is a finding and those that resemble it; the one with most likeness begins. Two
findings that people keep apart never stand in one cluster. The same records give the same clusters.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef

from lessons.models import FindingsApart, Lesson
from lessons.similarity import COMPARED, Reasons, View, view_of, words_of
from lessons.similarity.comparing import all_stems, norm
from lessons.similarity.subjects import Key, says_something, systems_of, tags_of
from reviews.models import Finding
from tracker.hidden_text import reveal
from tracker.models import AISystem, Tag

if TYPE_CHECKING:
    from tracker.access import Reader

# So many of the newest findings are compared, and so many clusters are shown.
COMPARED_AT_ONCE, SHOWN = 150, 20
ALIKE = 0.1
LARGEST = 8
WORDS_SAID = 8

Terms = frozenset[Hashable]


@dataclass(frozen=True)
class Cluster:
    """Findings that may be one lesson, and what at least two of them have in common."""

    findings: tuple[Any, ...]
    reasons: Reasons


def clusters_for(reader: Reader) -> list[Cluster]:
    """Return the clusters that a reader is shown, the tightest first; a constant number of queries."""
    view = view_of(reader)
    findings = without_lesson(reader)
    terms = terms_of(findings, reader)
    grouped = list(groups(terms, view, kept_apart(findings, reader)))[:SHOWN]
    rows = {finding.pk: finding for finding in findings}
    return named([[rows[key] for key in group] for group in grouped], terms, view)


def without_lesson(reader: Reader) -> list[Any]:
    """Return the newest findings that hold and on which no lesson rests that the reader may see."""
    drawn = Lesson.findings.through.objects.filter(
        finding=OuterRef("pk"), lesson__in=Lesson.objects.visible_to(reader).values("pk")
    )
    rows = Finding.objects.visible_to(reader).that_hold().filter(~Exists(drawn), is_positive=False)
    found = rows.defer("search").annotate(stems=all_stems()).select_related("owner")
    return list(found.order_by("-pk")[:COMPARED_AT_ONCE])


def terms_of(findings: Iterable[Any], reader: Reader) -> dict[Key, Terms]:
    """Return all that each finding says: stems, tags and systems."""
    rows = list(findings)
    keys = [row.pk for row in rows]
    tags, systems = tags_of(Finding, keys, reader), systems_of(Finding, keys, reader)
    return {
        row.pk: frozenset(
            {
                *filter(says_something, row.stems),
                *tags.get(row.pk, ()),
                *systems.get(row.pk, ()),
            }
        )
        for row in rows
    }


def kept_apart(findings: Iterable[Any], reader: Reader) -> set[frozenset[Key]]:
    """Return the pairs that people keep apart."""
    keys = [finding.pk for finding in findings]
    pairs = FindingsApart.objects.visible_to(reader).filter(one__in=keys, other__in=keys)
    return {frozenset(pair) for pair in pairs.values_list("one", "other")}


def groups(terms: dict[Key, Terms], view: View, apart: set[frozenset[Key]]) -> Iterable[list[Key]]:
    """Yield the keys of each cluster: the finding that most resembles others, and these."""
    near = neighbours(likenesses(terms, view))
    left = set(near)
    while left:
        strength = {key: strength_of(near[key], left) for key in left}
        first = max(left, key=lambda key: (strength[key], key))
        group = [first]
        for other in near[first]:
            fits = not any(frozenset({one, other}) in apart for one in group)
            if other in left and fits and len(group) < LARGEST:
                group.append(other)
        left.difference_update(group)
        if len(group) > 1:
            yield group


def neighbours(scores: dict[frozenset[Key], float]) -> dict[Key, dict[Key, float]]:
    """Return of each finding those that resemble it enough, likest first."""
    near: dict[Key, dict[Key, float]] = {}
    ordered = sorted(scores.items(), key=lambda item: (-item[1], sorted(item[0])))
    for pair, score in ordered:
        if score >= ALIKE:
            one, other = pair
            near.setdefault(one, {})[other] = near.setdefault(other, {})[one] = score
    return near


def strength_of(near: dict[Key, float], left: set[Key]) -> float:
    """Return how much a finding resembles those left, rounded so that order never hangs on dust."""
    return round(math.fsum(score for key, score in near.items() if key in left), 9)


def likenesses(terms: dict[Key, Terms], view: View) -> dict[frozenset[Key], float]:
    """Return how much each two findings that share a word resemble one another."""
    corpus = view.corpus
    said = {
        key: frozenset(term for term in mine if corpus.weight(term) > 0)
        for key, mine in terms.items()
    }
    lengths = {key: norm(mine, corpus) for key, mine in said.items()}
    found = {}
    for one, other in combinations(sorted(terms), 2):
        shared = said[one] & said[other]
        if any(isinstance(term, str) for term in shared):
            found[frozenset({one, other})] = norm(shared, corpus) ** 2 / (
                lengths[one] * lengths[other]
            )
    return found


def named(grouped: list[list[Any]], terms: dict[Key, Terms], view: View) -> list[Cluster]:
    """Return clusters with what makes them one, in words; three queries."""
    said = [common([terms[row.pk] for row in rows], view) for rows in grouped]
    keys = [term for one in said for term in one if not isinstance(term, str)]
    tags = Tag.objects.select_related("taxonomy").in_bulk(keys)
    systems = AISystem.objects.in_bulk(keys)
    texts = [getattr(row, name) for rows in grouped for row in rows for name in COMPARED[Finding]]
    words = words_of("\n".join(texts))
    return [
        Cluster(
            tuple(rows),
            Reasons(
                tuple(reveal(words.get(t, t)) for t in one if isinstance(t, str))[:WORDS_SAID],
                tuple(str(tags[t]) for t in one if t in tags),
                tuple(systems[t].name for t in one if t in systems),
            ),
        )
        for rows, one in zip(grouped, said, strict=True)
    ]


def common(terms: list[Terms], view: View) -> list[Any]:
    """Return what at least two of a cluster say, what most say first, then the rarest."""
    counted = Counter(term for mine in terms for term in mine if view.corpus.weight(term) > 0)
    shared = [term for term, count in counted.items() if count > 1]
    return sorted(shared, key=lambda t: (-counted[t], -view.corpus.weight(t), str(t)))
