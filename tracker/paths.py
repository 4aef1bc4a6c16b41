"""How a way through systems reads to one who may not see every system and dependency along it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

from django.db.models import Exists, OuterRef

from tracker.display import UNSEEN_SYSTEM
from tracker.history.tracking import DELETE, event_models
from tracker.models import AISystem, SystemDependency

if TYPE_CHECKING:
    from tracker.access import Reader

# The keys of two systems, the upstream one first.
Link: TypeAlias = tuple[UUID, UUID]


@dataclass(frozen=True)
class Hop:
    """One step of a way, as its reader may know it: the system, and how it depends on the one before.

    `system` is None where something is not shared with the reader: systems, however many in a row, or
    the dependency between two that are; even which of these it is stays its owner's.
    """

    system: AISystem | None
    depends: str = ""

    def __str__(self) -> str:
        return str(self.system or UNSEEN_SYSTEM)


def hops_for(
    reader: Reader,
    ways: Iterable[Iterable[UUID]],
    *,
    along_lessons: bool = True,
    stated: Collection[Link] = (),
) -> list[list[Hop]]:
    """Return ways, upstream first, as one reader may know them; three queries, however many there are.

    `along_lessons` counts only dependencies that lessons travel along; `stated` are those that the
    reader states just now.
    """
    keys = [list(way) for way in ways]
    seen = AISystem.objects.visible_to(reader).in_bulk({key for way in keys for key in way})
    kinds = {
        **dict.fromkeys([*stated, *taken_back(reader, seen)], ""),
        **kinds_between(reader, seen, along_lessons),
    }
    return [[*hops_of(way, seen, kinds)] for way in keys]


def kinds_between(
    reader: Reader, systems: Mapping[UUID, AISystem], along_lessons: bool
) -> dict[Link, str]:
    """Return in words how systems depend on one another, as far as a reader may know it."""
    links = SystemDependency.objects.visible_to(reader).filter(
        upstream__in=systems, downstream__in=systems
    )
    if along_lessons:
        links = links.filter(carries_lessons=True)
    return {
        (one.upstream_id, one.downstream_id): one.get_kind_display()
        for one in links.order_by("kind")
    }


def taken_back(reader: Reader, systems: Mapping[UUID, AISystem]) -> list[Link]:
    """Return the dependencies that hold no more and that a reader could read until then."""
    events: Any = event_models()[SystemDependency]
    held = SystemDependency.objects.filter(
        upstream=OuterRef("upstream"), downstream=OuterRef("downstream")
    )
    gone = events.objects.filter(
        SystemDependency.objects.visible_then(reader),
        ~Exists(held),
        pgh_label=DELETE,
        upstream__in=systems,
        downstream__in=systems,
    )
    return list(gone.values_list("upstream", "downstream"))


def hops_of(
    way: list[UUID], seen: Mapping[UUID, AISystem], kinds: Mapping[Link, str]
) -> Iterator[Hop]:
    """Yield the hops of one way; whatever lies between two visible systems unseen reads as one."""
    for is_seen, hops in groupby(steps_of(way, seen, kinds), key=lambda hop: bool(hop.system)):
        yield from hops if is_seen else [Hop(None)]


def steps_of(
    way: list[UUID], seen: Mapping[UUID, AISystem], kinds: Mapping[Link, str]
) -> Iterator[Hop]:
    """Yield each system of a way, and what is not shared between two of them."""
    yield from (Hop(seen.get(key)) for key in way[:1])
    for link in pairwise(way):
        if link not in kinds:
            yield Hop(None)
        yield Hop(seen.get(link[1]), kinds.get(link, ""))
