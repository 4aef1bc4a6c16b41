"""The labelled pairs that a comparison of records is measured against name records that exist."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

PAIRS = Path(__file__).with_name("pairs.csv")
AVID = Path(__file__).resolve().parents[3] / "shared" / "data" / "avid"


def rows() -> list[dict[str, str]]:
    with PAIRS.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


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
