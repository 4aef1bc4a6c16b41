"""How two systems hang together: one stands on the other, along what lessons travel by.

A path through a system or along a dependency that its reader may not see says that there is one; only
paths all of which the reader sees count towards a likeness.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from lessons.similarity.subjects import Key
from tracker.models import SystemDependency
from tracker.paths import Link

if TYPE_CHECKING:
    from tracker.access import Reader

# Longer chains say little; design speaks of twelve.
LONGEST_PATH = 12


@dataclass(frozen=True)
class Lineage:
    """What stands on what, whoever may see it, and whose eyes look along it."""

    reader: Reader
    downstream: Mapping[Key, Collection[Key]] = field(default_factory=dict)
    # What of it the reader sees: dependencies, both of whose ends they see.
    seen: Collection[Link] = ()

    def path(self, some: Collection[Key], others: Collection[Key]) -> tuple[Key, ...]:
        """Return the shortest chain, upstream first, from one group to the other; none is empty."""
        if not some or not others or not self.downstream:
            return ()
        chains = [self.walk(some, others), self.walk(others, some)]
        return min((one for one in chains if one), key=len, default=())

    def walk(self, tops: Collection[Key], ends: Collection[Key]) -> tuple[Key, ...]:
        """Return the shortest way down, breadth first in the order of keys."""
        waiting: deque[tuple[Key, ...]] = deque((top,) for top in sorted(tops))
        seen = set(tops)
        while waiting:
            chain = waiting.popleft()
            if chain[-1] in ends:
                return chain
            if len(chain) > LONGEST_PATH:
                continue
            for key in sorted(self.downstream.get(chain[-1], ())):
                if key not in seen:
                    seen.add(key)
                    waiting.append((*chain, key))
        return ()

    def is_seen(self, chain: Sequence[Key]) -> bool:
        """Say whether the reader may know of every step of a chain."""
        return all(link in self.seen for link in pairwise(chain))


def lineage_of(reader: Reader) -> Lineage:
    """Return how all systems hang together, and what of that a reader sees; two queries."""
    links = SystemDependency.objects.filter(carries_lessons=True)
    downstream: dict[Key, set[Key]] = {}
    for upstream, key in links.values_list("upstream", "downstream"):
        downstream.setdefault(upstream, set()).add(key)
    seen = links.visible_to(reader).values_list("upstream", "downstream")
    return Lineage(reader, downstream, frozenset(seen) if downstream else frozenset())
