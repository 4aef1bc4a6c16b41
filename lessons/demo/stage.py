"""What every chapter of the demonstration finds at hand: the sides, the systems, the vocabulary."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from lessons.demo.cast import Side
from tracker.models import AISystem, SystemVersion, Tag


@dataclass(frozen=True)
class Stage:
    """Everything that exists before the first record."""

    oai: Side
    msft: Side
    systems: Mapping[str, AISystem]
    vocabulary: Mapping[str, Tag]
    today: datetime.date

    @property
    def both(self) -> tuple[Side, Side]:
        """Return both sides, for what is joint."""
        return self.oai, self.msft

    def named(self, *names: str) -> list[AISystem]:
        """Return systems by their names."""
        return [self.systems[name] for name in names]

    def tagged(self, *keys: str) -> list[Tag]:
        """Return tags by their keys, `atlas:AML.T0051`."""
        return [self.vocabulary[key] for key in keys]

    def version(self, system: str, label: str) -> SystemVersion:
        """Return one version of a system."""
        return SystemVersion.objects.get(system=self.systems[system], label=label)

    def days(self, count: int) -> datetime.date:
        """Return the day that is so many days from today, earlier ones with a minus."""
        return self.today + datetime.timedelta(days=count)


def current_vocabulary() -> dict[str, Tag]:
    """Return the public tags that new records may carry, by their keys."""
    return {tag.key: tag for tag in Tag.objects.current().for_list().filter(owner=None)}
