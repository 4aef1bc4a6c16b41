"""The labelled pairs and families that a comparison is measured against name records that exist.

A family is the records that give the same address as their reference. An address that more than five
records give is a tool's or a benchmark's, not a failure's, and makes no family.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

PAIRS = Path(__file__).with_name("pairs.csv")
FAMILIES = Path(__file__).with_name("families.csv")
LARGEST_FAMILY = 5
AVID = Path(__file__).resolve().parents[3] / "shared" / "data" / "avid"


def rows(path: Path = PAIRS) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def families() -> set[frozenset[str]]:
    found = defaultdict(set)
    for row in rows(FAMILIES):
        found[row["family"]].add(row["record"])
    return {frozenset(members) for members in found.values()}


def test_each_pair_stands_once_and_says_why() -> None:
    pairs = [frozenset((row["one"], row["other"])) for row in rows()]
    assert max(Counter(pairs).values()) == 1
    assert all(len(pair) == 2 for pair in pairs)
    assert all(row["why"].strip() for row in rows())


def test_there_are_enough_hard_negatives() -> None:
    labels = Counter(row["label"] for row in rows())
    assert set(labels) == {"same", "different"}
    assert min(labels.values()) >= 30


@pytest.mark.realdata
def test_every_pair_names_records_of_the_real_data() -> None:
    if not AVID.is_dir():
        pytest.skip(f"{AVID} is absent")
    known = {path.stem for path in AVID.rglob("*.json")}
    named = {row[end] for row in rows() for end in ("one", "other")}
    assert named <= known


@pytest.mark.realdata
def test_the_families_are_the_records_that_share_a_reference() -> None:
    if not AVID.is_dir():
        pytest.skip(f"{AVID} is absent")
    by_address = defaultdict(set)
    for path in AVID.rglob("*.json"):
        for reference in json.loads(path.read_text()).get("references") or []:
            by_address[reference.get("url")].add(path.stem)
    by_address.pop(None, None)
    shared = {frozenset(found) for found in by_address.values()}
    assert families() == {found for found in shared if 1 < len(found) <= LARGEST_FAMILY}
