"""Which system a name means: exactly one, by name or alias, never by likeness."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.hidden_text import HIDDEN
from tracker.models import AISystem, Tag, User

# Spaces, hyphens of all kinds, underscores, the slash of "openai/gpt-4o" and the dot of "DALL·E".
SEPARATORS = re.compile(r"[\s\-_/\u00b7\u2010-\u2015\u2022\u2212\u2219\u22c5\u30fb]+")
TRAILING_DATE = re.compile(r"[\s_@(-]+20\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])\)?$")


def normal(name: str) -> str:
    """Return a name as it is compared: "GPT-4o", "gpt 4o" and "gpt_4o" are one."""
    visible = HIDDEN.sub("", unicodedata.normalize("NFKC", name))
    return SEPARATORS.sub("", visible).casefold()


@dataclass(frozen=True)
class Match:
    """The system that a name means, or why none is meant."""

    system: AISystem | None
    note: str = ""


class SystemIndex:
    """Every system that a person may see, under all its spellings; one query."""

    def __init__(self, user: User) -> None:
        self.organization_id = user.organization_id
        self.spelled: dict[str, set[AISystem]] = defaultdict(set)
        self.derived: dict[str, set[AISystem]] = defaultdict(set)
        for system in AISystem.objects.visible_to(user).for_list():
            for name in (system.name, *system.aliases):
                self.spelled[normal(name)].add(system)
                for spelling in with_and_without_vendor(normal(name), vendors_of(system)):
                    self.derived[spelling].add(system)

    def find(self, name: str) -> Match:
        """Return what a name means: as it is spelled, with or without vendor, without a date."""
        undated = TRAILING_DATE.sub("", name)
        for spelling in dict.fromkeys((normal(name), normal(undated))):
            for known in (self.spelled, self.derived):
                if spelling and (claimants := known.get(spelling)):
                    return self.choose(name, claimants)
        return Match(None)

    def choose(self, name: str, claimants: set[AISystem]) -> Match:
        """Return the one system, or one's own organization's where several have the name."""
        own = [system for system in claimants if system.owner_id == self.organization_id]
        for systems in (list(claimants), own):
            if len(systems) == 1:
                return Match(systems[0])
        references = ", ".join(sorted(system.reference for system in claimants))
        return Match(None, f"“{name}” may mean any of {references}, so it was matched to none.")


def vendors_of(system: AISystem) -> set[str]:
    """Return the organizations whose name people put before a system's."""
    known = (system.developer, system.operator, system.owner)
    return {normal(organization.name) for organization in known if organization}


def with_and_without_vendor(name: str, vendors: Iterable[str]) -> Iterator[str]:
    """Yield the other spellings of a name: "OpenAI GPT-4o" of "GPT-4o", and the other way round."""
    for vendor in vendors:
        yield vendor + name
        if name.startswith(vendor) and name != vendor:
            yield name.removeprefix(vendor)


class TagIndex:
    """The current tags of some schemes by their codes; one query."""

    def __init__(self, schemes: Iterable[str]) -> None:
        tags = Tag.objects.current().filter(taxonomy__scheme__in=list(schemes), owner=None)
        self.tags = {(tag.taxonomy.scheme, tag.code): tag for tag in tags.for_list()}

    def missing(self, schemes: Iterable[str]) -> list[str]:
        """Return the schemes that nothing can be tagged with, since they are not loaded."""
        return sorted(set(schemes) - {scheme for scheme, _ in self.tags})

    def find(self, scheme: str, code: str) -> Tag | None:
        """Return the tag that new records get for a code."""
        return self.tags.get((scheme, code))
