"""Why two records resemble each other, in words that their reader can check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from lessons.similarity.comparing import Likeness
from tracker.hidden_text import reveal
from tracker.models import AISystem, Tag
from tracker.paths import Hop, hops_for

if TYPE_CHECKING:
    from tracker.access import Reader

# The words that carried it; the rest weigh little.
WORDS_SAID = 8


@dataclass(frozen=True)
class Reasons:
    """What a record and what it is compared with have in common."""

    words: tuple[str, ...]
    tags: tuple[str, ...]
    systems: tuple[str, ...]
    # From the system upstream to the one that stands on it, where they share none.
    path: tuple[Hop, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """Return the reasons, a sentence each."""
        said = [
            (_("Both say: %s."), ", ".join(self.words)),
            (_("Both are tagged %s."), get_text_list(list(self.tags), _("and"))),
            (_("Both are about %s."), get_text_list(list(self.systems), _("and"))),
            (_("One system stands on the other: %s."), " → ".join(map(str, self.path))),
        ]
        return [sentence % what for sentence, what in said if what]

    @property
    def common_sentences(self) -> list[str]:
        """Return what at least two of several records have in common, a sentence each."""
        said = [
            (_("They say: %s."), ", ".join(self.words)),
            (_("They are tagged %s."), get_text_list(list(self.tags), _("and"))),
            (_("They are about %s."), get_text_list(list(self.systems), _("and"))),
        ]
        return [sentence % what for sentence, what in said if what]


def explain(found: Sequence[Likeness], reader: Reader) -> list[Reasons]:
    """Return to a reader why each record was found; four queries at most, however many."""
    tags = Tag.objects.select_related("taxonomy").in_bulk(keys(one.tags for one in found))
    systems = AISystem.objects.in_bulk(keys(one.systems for one in found))
    paths = hops_for(reader, [one.path for one in found])
    return [
        Reasons(
            tuple(reveal(word) for word in one.words[:WORDS_SAID]),
            tuple(sorted(str(tags[key]) for key in one.tags)),
            tuple(sorted(systems[key].name for key in one.systems)),
            tuple(path),
        )
        for one, path in zip(found, paths, strict=True)
    ]


def keys(groups: Iterable[Iterable[Any]]) -> list[Any]:
    """Return the keys of several groups, each once."""
    return sorted({key for group in groups for key in group})
