"""What counts for the learning figures, as a truth table, and when a number would mislead."""

from __future__ import annotations

import datetime

import pytest

from lessons.reports.arithmetic import (
    FEW,
    Age,
    Fate,
    Pair,
    Share,
    age_of,
    fate_of,
    middle_of,
    wall_of,
)

TODAY = datetime.date(2026, 6, 30)
ASKED = datetime.date(2026, 1, 1)


def day(number: int) -> datetime.date:
    return ASKED + datetime.timedelta(days=number)


@pytest.mark.parametrize(
    ("answer", "accepted", "verified", "back", "fate"),
    [
        ("", False, None, None, Fate.SILENT),
        ("declined", False, None, None, Fate.DECLINED),
        ("declined", True, None, None, Fate.DECLINED),
        ("waived", True, None, None, Fate.WAIVED),
        ("not_applicable", False, None, None, Fate.NOT_JUDGED),
        ("not_applicable", True, None, None, Fate.NOT_APPLICABLE),
        ("already_covered", False, None, None, Fate.NOT_JUDGED),
        ("already_covered", True, None, None, Fate.COVERED),
        ("adopted", False, 10, None, Fate.NOT_JUDGED),
        ("adopted", True, None, None, Fate.NOT_VERIFIED),
        ("adopted", True, 0, None, Fate.FIXED),
        ("adopted", True, -3, None, Fate.FIXED),  # contained before anyone met
        ("adopted", True, 90, None, Fate.FIXED),
        ("adopted", True, 91, None, Fate.FIXED_LATE),
        ("adopted", True, 20, 19, Fate.FIXED),  # it came back, then was fixed
        ("adopted", True, 20, 20, Fate.CAME_BACK),
        ("adopted", True, 20, 170, Fate.CAME_BACK),
        ("adopted", True, 100, 170, Fate.CAME_BACK),
    ],
)
def test_what_becomes_of_a_pair(answer, accepted, verified, back, fate) -> None:
    pair = Pair(
        1,
        ASKED,
        answer,
        accepted,
        None if verified is None else day(verified),
        None if back is None else day(back),
    )
    assert fate_of(pair) == fate


def fixed(key: int, **fields) -> Pair:
    fields = {"answer": "adopted", "is_accepted": True, "verified_on": day(5), **fields}
    return Pair(key, ASKED, **fields)


def test_what_was_asked_less_than_ninety_days_ago_is_not_counted_yet() -> None:
    on_time, too_young = TODAY - datetime.timedelta(days=90), TODAY - datetime.timedelta(days=89)
    pairs = [fixed(1), Pair(2, on_time), Pair(3, too_young)]
    assert wall_of(pairs, TODAY).share == Share(1, 2)


def test_silent_declined_and_waived_ones_count_and_not_applicable_stands_apart() -> None:
    pairs = [fixed(1), Pair(2, ASKED), Pair(3, ASKED, "declined", True), Pair(4, ASKED, "waived")]
    wall = wall_of([*pairs, Pair(5, ASKED, "not_applicable", True)], TODAY)
    assert wall.share == Share(1, 4)
    assert [one.key for one in wall.apart] == [5]
    assert sum(wall.fates().values()) == 4


def test_what_crossed_is_counted_by_itself() -> None:
    pairs = [fixed(1), fixed(2, crossed=True), Pair(3, ASKED, crossed=True)]
    wall = wall_of(pairs, TODAY)
    assert (wall.share, wall.crossed) == (Share(2, 3), Share(1, 2))


def test_over_fewer_than_five_no_number_is_said() -> None:
    assert Share(4, FEW - 1).percent is None
    assert Share(4, FEW).percent == 80
    assert middle_of([1, 2, 3, 4]).days is None
    assert (middle_of([9, 1, 3, 5, 100]).days, middle_of([]).of) == (5, 0)


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (0, Age.MONTH),
        (30, Age.MONTH),
        (31, Age.QUARTER),
        (90, Age.QUARTER),
        (91, Age.LONGER),
    ],
)
def test_ages_stand_in_three_bands(days, age) -> None:
    assert age_of(TODAY - datetime.timedelta(days=days), TODAY) == age
