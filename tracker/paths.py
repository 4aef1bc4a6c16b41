"""How a way through systems reads to one who may not see every system and dependency along it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

from django.db.models import F

from tracker.display import UNSEEN_SYSTEM
from tracker.marking import narrowest
from tracker.models import AISystem, SystemDependency
from tracker.states import DependencyKind, Label

if TYPE_CHECKING:
    from tracker.access import Reader
    from tracker.querysets import DependencyQuerySet

# The keys of two systems, the upstream one first.
Link: TypeAlias = tuple[UUID, UUID]


@dataclass(frozen=True)
class Said:
    """What a dependency between two systems says to one who may know of it: its kind, and its label."""

    kind: str = ""
    label: Label = Label.CLEAR


@dataclass(frozen=True)
class Hop:
    """One step of a way, as its reader may know it: the system, and how it depends on the one before.

    `system` is None where something is not shared with the reader: systems, however many in a row, or
    the dependency between two that are; even which of these it is stays its owner's.
    """

    system: AISystem | None
    said: Said = Said()

    def __str__(self) -> str:
        return str(self.system or UNSEEN_SYSTEM)

    @property
    def depends(self) -> str:
        """Return how the system depends on the one before: "built on"."""
        return self.said.kind

    @property
    def marked(self) -> Label:
        """Return the label that naming this step leaves with."""
        own = [self.system.label_now] if self.system else []
        return narrowest([*own, self.said.label])


@dataclass(frozen=True)
class Told:
    """Sentences that name steps of ways, and the label that these leave with."""

    words: tuple[str, ...] = ()
    hops: tuple[Hop, ...] = ()

    def __str__(self) -> str:
        return " ".join(self.words)

    @property
    def marked(self) -> Label:
        """Return the narrowest label of what the sentences name."""
        return narrowest(hop.marked for hop in self.hops)


@dataclass(frozen=True)
class Known:
    """The dependencies that a reader may know of, and where one can go along those that hold."""

    said: dict[Link, Said] = field(default_factory=dict)
    below: dict[UUID, list[UUID]] = field(default_factory=lambda: defaultdict(list))

    def is_known(self, way: list[UUID]) -> bool:
        """Say whether the reader may know of every step of a way."""
        return all(link in self.said for link in pairwise(way))

    def around(self, way: list[UUID]) -> list[UUID]:
        """Return a shortest way between the ends that the reader knows whole, or the same one."""
        waiting, met = deque([way[:1]]), set(way[:1])
        while waiting:
            walked = waiting.popleft()
            if walked[-1:] == way[-1:]:
                return walked
            for key in self.below.get(walked[-1], ()) if walked else ():
                if key not in met:
                    met.add(key)
                    waiting.append([*walked, key])
        return way


def hops_for(
    reader: Reader,
    ways: Iterable[Iterable[UUID]],
    *,
    along_lessons: bool = True,
) -> list[list[Hop]]:
    """Return ways, upstream first, as one reader may know them; two queries, however many there are.

    Where a step is not for the reader, and another way between the same ends is, that one is told: that
    a secret is shorter says that there is one; to look for it takes a query more. `along_lessons` counts
    only dependencies that lessons travel along.
    """
    links = SystemDependency.objects.visible_to(reader).with_label()
    if along_lessons:
        links = links.filter(carries_lessons=True)
    told = [list(way) for way in ways]
    ends = {key for way in told if len(way) > 1 for key in way}
    known = known_of(links.filter(upstream__in=ends, downstream__in=ends))
    if not all(map(known.is_known, told)):
        known = known_of(links)
        told = [way if known.is_known(way) else known.around(way) for way in told]
    seen = AISystem.objects.visible_to(reader).in_bulk({key for way in told for key in way})
    return [[*hops_of(way, seen, known.said)] for way in told]


def known_of(links: DependencyQuerySet) -> Known:
    """Return what some dependencies that a reader may know of say; one query.

    What was taken back is among them, since what was asked along it keeps its way.
    """
    known = Known()
    # Of several between the same systems, the last one speaks: one that holds before one that does not.
    rows = links.order_by(F("taken_back_at").asc(nulls_last=True), "kind", "id")
    for up, down, kind, label, ended in rows.values_list(
        "upstream", "downstream", "kind", "bears", "taken_back_at"
    ):
        known.said[up, down] = Said(str(DependencyKind(kind).label), Label(label))
        if ended is None:
            known.below[up].append(down)
    return known


def hops_of(
    way: list[UUID], seen: Mapping[UUID, AISystem], said: Mapping[Link, Said]
) -> Iterator[Hop]:
    """Yield the hops of one way; whatever lies between two visible systems unseen reads as one."""
    for is_seen, hops in groupby(steps_of(way, seen, said), key=lambda hop: bool(hop.system)):
        yield from hops if is_seen else [Hop(None)]


def steps_of(
    way: list[UUID], seen: Mapping[UUID, AISystem], said: Mapping[Link, Said]
) -> Iterator[Hop]:
    """Yield each system of a way, and what is not shared between two of them."""
    yield from (Hop(seen.get(key)) for key in way[:1])
    for link in pairwise(way):
        if link not in said:
            yield Hop(None)
        yield Hop(seen.get(link[1]), said.get(link, Said()))
