"""How two systems hang together: one stands on the other, along what lessons travel by.

Only what the reader sees is walked: a path through a system or along a dependency that is not shared
with them counts for nothing, and is not told of where nobody is asked anything.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lessons.similarity.subjects import Key
from tracker.models import SystemDependency

if TYPE_CHECKING:
    from tracker.access import Reader

# Longer chains say little; design speaks of twelve.
LONGEST_PATH = 12


@dataclass(frozen=True)
class Lineage:
    """What stands on what, as far as one reader sees it."""

    downstream: Mapping[Key, Collection[Key]] = field(default_factory=dict)

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


def lineage_of(reader: Reader) -> Lineage:
    """Return how the systems that a reader sees hang together; one query."""
    links = SystemDependency.objects.visible_to(reader).for_lessons()
    downstream: dict[Key, set[Key]] = {}
    for upstream, key in links.values_list("upstream", "downstream"):
        downstream.setdefault(upstream, set()).add(key)
    return Lineage(downstream)
