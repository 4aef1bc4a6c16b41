"""What was carried over into a cycle, as one reader sees it: each record as it is now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.utils.text import capfirst

from reviews.models import CarriedOver, ReviewCycle
from tracker.display import Text

if TYPE_CHECKING:
    from tracker.access import Reader


@dataclass(frozen=True, slots=True)
class Carried:
    """What of one noun was still open when a cycle began."""

    name: Text
    kind: str
    records: Sequence[Any]


def carried_into(cycle: ReviewCycle, reader: Reader) -> list[Carried]:
    """Return what a cycle of a series took over, as far as a reader may see it; some queries a noun."""
    keys: dict[str, list[Any]] = defaultdict(list)
    for noun, key in CarriedOver.objects.filter(cycle=cycle).values_list("noun", "record_id"):
        keys[noun].append(key)
    found = [of_noun(noun, keys[noun], reader) for noun in sorted(keys)]
    return [one for one in found if one.records]


def of_noun(noun: str, keys: Sequence[Any], reader: Reader) -> Carried:
    """Return the records of one noun."""
    model = apps.get_model(noun)
    rows = model._default_manager.visible_to(reader).for_list().filter(pk__in=keys)
    return Carried(
        capfirst(model._meta.verbose_name_plural), model._meta.model_name or "", list(rows)
    )
