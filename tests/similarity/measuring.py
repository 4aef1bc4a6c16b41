"""How well a ranking finds what people say is the same; nothing here asks the product."""

from __future__ import annotations

import csv
import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

HERE = Path(__file__).parent
Ranking = Callable[[str], Sequence[str]]
Known = Mapping[str, Mapping[str, bool]]


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the labelled files."""
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def labelled() -> list[tuple[str, str, bool]]:
    """Return every pair with whether it is the same: those labelled by reading, and the families."""
    found = {
        frozenset((row["one"], row["other"])): row["label"] == "same" for row in rows("pairs.csv")
    }
    families = defaultdict(list)
    for row in rows("families.csv"):
        families[row["family"]].append(row["record"])
    for members in families.values():
        for pair in combinations(members, 2):
            found.setdefault(frozenset(pair), True)
    return [(*sorted(pair), same) for pair, same in found.items()]  # type: ignore[misc]


def judged(pairs: Iterable[tuple[str, str, bool]]) -> Known:
    """Return for each record what is known of others."""
    known: dict[str, dict[str, bool]] = defaultdict(dict)
    for one, other, same in pairs:
        known[one][other] = known[other][one] = same
    return known


@dataclass(frozen=True)
class Figure:
    """A mean over queries, or a share, with its 95 % interval and how many it is of."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{self.value:.2f} ({self.low:.2f}–{self.high:.2f}, n={self.n})"


def bootstrapped(values: Sequence[float]) -> Figure:
    """Return a mean with the interval that 2,000 draws of the queries give; the seed is fixed."""
    chance = random.Random(1)
    means = sorted(sum(chance.choices(values, k=len(values))) / len(values) for _ in range(2000))
    return Figure(sum(values) / len(values), means[50], means[1949], len(values))


def wilson(hits: int, n: int) -> Figure:
    """Return a share with Wilson's interval."""
    z, share = 1.96, hits / n
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return Figure(share, middle - half, middle + half, n)


@dataclass(frozen=True)
class Measured:
    """What one way of comparing achieved."""

    precision: Figure
    precision_judged: Figure
    recall: Figure
    told_apart: Figure

    @property
    def figures(self) -> list[Figure]:
        """Return them in the order of the document's columns."""
        return [self.precision, self.precision_judged, self.recall, self.told_apart]


def queries(known: Known) -> list[tuple[str, set[str], set[str]]]:
    """Return each record of which something the same is known, with that and with what is different."""
    return [
        (
            record,
            {other for other, same in others.items() if same},
            {other for other, same in others.items() if not same},
        )
        for record, others in sorted(known.items())
        if any(others.values())
    ]


def ceiling(known: Known) -> float:
    """Return the precision at 5 of a ranking that puts all that is labelled the same first."""
    asked = queries(known)
    return sum(min(5, len(same)) / 5 for _, same, _ in asked) / len(asked)


def measure(ranking: Ranking, known: Known) -> Measured:
    """Ask for each record of which something the same is known."""
    asked = [(same, different, list(ranking(record))) for record, same, different in queries(known)]
    right = sum(len(same & set(found[:5])) for same, _, found in asked)
    wrong = sum(len(different & set(found[:5])) for _, different, found in asked)
    above = [
        place(found, one) < place(found, other)
        for same, different, found in asked
        for one in same
        for other in different
    ]
    return Measured(
        bootstrapped([len(same & set(found[:5])) / 5 for same, _, found in asked]),
        wilson(right, right + wrong),
        bootstrapped([len(same & set(found[:10])) / len(same) for same, _, found in asked]),
        wilson(sum(above), len(above)),
    )


def place(found: Sequence[str], record: str) -> int:
    """Return where a record stands in a ranking; what was not found stands last."""
    return found.index(record) if record in found else len(found)
