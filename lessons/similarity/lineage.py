"""How two systems hang together: one stands on the other, along what lessons travel by.

A path through a system that its reader may not see keeps its length and says no name; only paths all of
which the reader sees count towards a likeness.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.apps import apps

from lessons.similarity.subjects import Key

if TYPE_CHECKING:
    from tracker.access import Reader

# Longer chains say little; design speaks of twelve.
LONGEST_PATH = 12


@dataclass(frozen=True)
class Lineage:
    """What stands on what, and the names of what the reader may see."""

    downstream: Mapping[Key, Collection[Key]] = field(default_factory=dict)
    names: Mapping[Key, Any] = field(default_factory=dict)

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

    def is_seen(self, chain: Collection[Key]) -> bool:
        """Say whether the reader may know of every system on a chain."""
        return all(key in self.names for key in chain)


def lineage_of(reader: Reader) -> Lineage:
    """Return how all systems hang together, with the names that a reader may read; two queries."""
    links = apps.get_model("tracker.SystemDependency")._default_manager.filter(carries_lessons=True)
    downstream: dict[Key, set[Key]] = {}
    for upstream, key in links.values_list("upstream", "downstream"):
        downstream.setdefault(upstream, set()).add(key)
    systems = apps.get_model("tracker.AISystem")._default_manager.visible_to(reader)
    return Lineage(downstream, {system.pk: system for system in systems} if downstream else {})
