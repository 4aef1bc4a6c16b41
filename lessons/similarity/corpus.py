"""How common words, tags and systems are among the records that a reader may see.

What many records say carries no match: the opening that a scanner's reports share, the tag on half of
them. What counts is the newest records of each noun, so that the answer costs the same whether there
are a thousand or a million, and comes from nothing that its reader could not count too.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection

from lessons.similarity.subjects import COMPARED, systems_of, tags_of

if TYPE_CHECKING:
    from tracker.access import Reader

# So many of the newest records of each noun are counted.
SAMPLE = 1000
# What more than this share of the records says carries nothing.
COMMON = 0.1
# Among fewer records than this nothing is known to be common.
FEWEST = 100


@dataclass(frozen=True)
class Corpus:
    """What was counted, and the weight that follows from it."""

    size: int
    counts: Counter[Hashable]

    def weight(self, term: Hashable) -> float:
        """Return what sharing a term says: much of a rare one, nothing of a common one."""
        share = max(self.counts[term], 1) / max(self.size, FEWEST)
        return max(0.0, math.log(COMMON / share))


def corpus_of(reader: Reader) -> Corpus:
    """Count the newest records that a reader may see; four queries a noun, however many there are."""
    size, counts = 0, Counter[Hashable]()
    for model in COMPARED:
        newest = model._default_manager.visible_to(reader).order_by("-pk")[:SAMPLE]
        keys = list(newest.values_list("pk", flat=True))
        size += len(keys)
        counts.update(count_words(model, keys))
        for terms in (tags_of(model, keys, reader), systems_of(model, keys, reader)):
            counts.update(term for found in terms.values() for term in found)
    return Corpus(size, counts)


def count_words(model: type[Any], keys: list[Any]) -> dict[Hashable, int]:
    """Return in how many of some records each stem stands that stands in more than one."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT stem, count(*) FROM {model._meta.db_table},"
            " unnest(tsvector_to_array(search)) AS stem"
            " WHERE id = ANY(%s) GROUP BY stem HAVING count(*) > 1",
            [keys],
        )
        return dict(cursor.fetchall())
