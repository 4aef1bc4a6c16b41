"""Words that occur nowhere else: where one turns up for the wrong reader, something leaks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field


@dataclass
class Canaries:
    """The words planted so far, by audience: word → what it was written into."""

    planted: dict[str, dict[str, str]] = field(default_factory=dict)

    def word(self, audience: str, where: str) -> str:
        """Return a fresh word for a text that an audience may read; one word of search, too."""
        words = self.planted.setdefault(audience, {})
        number = sum(map(len, self.planted.values()))
        made = "zq" + hashlib.sha256(f"{audience} {where} {number}".encode()).hexdigest()[:10]
        words[made] = f"{where} ({audience})"
        return made

    def watch(self, audience: str, value: object, where: str) -> None:
        """Watch for something that exists anyway: a key, a reference, a person's name."""
        self.planted.setdefault(audience, {})[str(value)] = f"{where} ({audience})"
