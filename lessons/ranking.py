"""Which lessons a partner should hear of before a cycle, and why, in words.

Deterministic: the same records give the same list. A partner's list is made of what each of its people
may read, so that no reason names what some of them may not know of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from lessons.models import Lesson, LessonSystem, Recurrence
from lessons.states import LessonStatus
from reviews.models import Finding, ReviewCycle
from tracker.models import AISystem, Organization, SystemDependency, Tag, User
from tracker.paths import Hop, hops_for
from tracker.states import Role

# What a reason weighs. A system in scope outweighs all else; upstream, each step away weighs less;
# what came back weighs by itself only where it came back in what is in scope.
IN_SCOPE, UPSTREAM, STEP_AWAY, LEAST_UPSTREAM = 100, 80, 10, 30
CAME_BACK = 50
SHARED_TAG, MOST_FOR_TAGS = 10, 40


@dataclass
class Ranked:
    """A lesson with what speaks for it."""

    lesson: Any
    weight: int = 0
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: int, reason: str) -> None:
        """Note a reason."""
        self.weight += weight
        self.reasons.append(reason)


def anyone_of(organization: Organization) -> User:
    """Return a reader who sees what every person of an organization sees, and nothing by name."""
    return User(organization=organization, role=Role.OBSERVER, username="")


def rank(cycle: ReviewCycle, organization: Organization, most: int) -> list[Ranked]:
    """Return the lessons in force that most share with a cycle's scope, the weightiest first.

    A fixed number of queries, whatever there is.
    """
    reader = anyone_of(organization)
    scope = systems_in_scope(cycle, reader)
    if not scope:
        return []
    paths = upstream_of(scope)
    ways = dict(zip(paths, hops_for(reader, paths.values()), strict=True))
    tags = tags_about(scope, reader)
    came_back = findings_that_came_back(scope, reader)
    found = [
        judged(lesson, ways, systems, shared, came_back.get(lesson.pk, []))
        for lesson, systems, shared in candidates(reader, paths, tags, came_back)
    ]
    found.sort(key=lambda one: (-one.weight, one.lesson.reference))
    return found[:most]


def systems_in_scope(cycle: ReviewCycle, reader: User) -> list[UUID]:
    """Return the systems of a cycle's items and reviews and of its series, as far as they are seen."""
    named = Q(cycle_items__cycle=cycle) | Q(reviews__cycle=cycle)
    if cycle.series_id is not None:
        named |= Q(cycle_series=cycle.series_id)
    seen = AISystem.objects.visible_to(reader).filter(named).order_by("reference").distinct()
    return [system.pk for system in seen]


def upstream_of(scope: Collection[UUID]) -> dict[UUID, tuple[UUID, ...]]:
    """Return each system that lessons reach the scope from, with a shortest path down to it."""
    links: dict[UUID, list[UUID]] = defaultdict(list)
    travelling = SystemDependency.objects.for_lessons().order_by("id")
    for downstream, upstream in travelling.values_list("downstream_id", "upstream_id"):
        links[downstream].append(upstream)
    paths: dict[UUID, tuple[UUID, ...]] = {key: (key,) for key in scope}
    edge = list(scope)
    while edge:
        above = [(key, up) for key in edge for up in links[key] if up not in paths]
        edge = []
        for key, up in above:
            if up not in paths:
                paths[up] = (up, *paths[key])
                edge.append(up)
    return paths


def tags_about(scope: Collection[UUID], reader: User) -> dict[UUID, Tag]:
    """Return the tags of the findings that hold about what is in scope."""
    findings = Finding.objects.visible_to(reader).that_hold().filter(systems__in=scope)
    tags = Tag.objects.visible_to(reader).filter(findings__in=findings).for_list().distinct()
    return {tag.pk: tag for tag in tags}


def findings_that_came_back(scope: Collection[UUID], reader: User) -> dict[UUID, list[str]]:
    """Return the findings about what is in scope by which lessons came back, as people confirmed."""
    found: dict[UUID, list[str]] = defaultdict(list)
    pairs = Recurrence.objects.visible_to(reader).confirmed().filter(finding__systems__in=scope)
    for lesson, finding in pairs.order_by("finding__reference").values_list(
        "lesson", "finding__reference"
    ):
        if finding not in found[lesson]:
            found[lesson].append(finding)
    return found


def candidates(
    reader: User,
    paths: Collection[UUID],
    tags: Mapping[UUID, Tag],
    came_back: Collection[UUID],
) -> Iterable[tuple[Any, list[UUID], list[Tag]]]:
    """Yield the lessons in force that share a system or a tag or came back, with what they share."""
    systems: dict[UUID, list[UUID]] = defaultdict(list)
    shared: dict[UUID, list[Tag]] = defaultdict(list)
    about = LessonSystem.objects.visible_to(reader).filter(system__in=list(paths))
    for lesson, system in about.order_by("system__reference").values_list("lesson", "system"):
        if system not in systems[lesson]:
            systems[lesson].append(system)
    tagged = Lesson.tags.through._default_manager.filter(tag__in=list(tags))
    for lesson, tag in tagged.order_by("tag__code", "tag").values_list("lesson", "tag"):
        shared[lesson].append(tags[tag])
    wanted = (
        Lesson.objects.visible_to(reader).in_force().filter(pk__in={*systems, *shared, *came_back})
    )
    for one in wanted.defer("search").select_related("owner"):
        yield one, systems[one.pk], shared[one.pk]


def judged(
    lesson: Any,
    ways: Mapping[UUID, Sequence[Hop]],
    systems: Iterable[UUID],
    tags: Collection[Tag],
    came_back: Collection[str],
) -> Ranked:
    """Return a lesson with its weight; of several systems it shares, the nearest weighs."""
    ranked = Ranked(lesson)
    near = sorted(systems, key=lambda key: len(ways[key]))
    if near:
        ranked.add(*weight_of(ways[near[0]]))
    if tags:
        words = ", ".join(tag.key for tag in tags)
        weight = min(SHARED_TAG * len(tags), MOST_FOR_TAGS)
        ranked.add(weight, f"It shares {words} with findings about what is in scope.")
    if came_back:
        words = ", ".join(came_back)
        ranked.add(CAME_BACK, f"It came back in what is in scope: {words}.")
    elif lesson.status == LessonStatus.REGRESSED:
        ranked.add(CAME_BACK, "It came back: the lesson has regressed.")
    return ranked


def weight_of(way: Sequence[Hop]) -> tuple[int, str]:
    """Return what sharing a system weighs by how far up it lies as the reader knows it, and says how."""
    steps = [str(hop) for hop in way]
    if len(way) == 1:
        return IN_SCOPE, f"It is about {steps[0]}, which is in scope."
    weight = max(UPSTREAM - STEP_AWAY * (len(way) - 2), LEAST_UPSTREAM)
    return weight, f"It is about {steps[0]}, upstream of {steps[-1]}: {' → '.join(steps)}."
