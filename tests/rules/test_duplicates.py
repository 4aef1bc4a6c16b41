"""A duplicate leads to the record it repeats in one step."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from reviews import transitions
from tests import factories

NOUNS = [
    pytest.param(factories.make_observation, transitions.mark_observation_duplicate, id="seen"),
    pytest.param(factories.make_finding, transitions.mark_finding_duplicate, id="found"),
]


@pytest.mark.parametrize(("make", "mark"), NOUNS)
def test_what_others_repeat_does_not_become_a_duplicate(make, mark, rita, leo) -> None:
    first, second, third = (make(rita) for _ in range(3))
    mark(first, by=leo, other=second)
    with pytest.raises(ValidationError, match=f"Others are duplicates of {second.reference}"):
        mark(second, by=leo, other=third)


@pytest.mark.parametrize(("make", "mark"), NOUNS)
def test_a_duplicate_is_not_repeated_even_where_a_stale_object_is_none(
    make, mark, rita, leo
) -> None:
    first, second, third = (make(rita) for _ in range(3))
    mark(second, by=leo, other=third)
    with pytest.raises(ValidationError, match=f"{second.reference} is a duplicate itself"):
        mark(first, by=leo, other=second)


@pytest.mark.parametrize(("make", "mark"), NOUNS)
def test_nothing_is_a_duplicate_of_itself(make, mark, rita, leo) -> None:
    record = make(rita)
    with pytest.raises(ValidationError, match="another record than this one"):
        mark(record, by=leo, other=record)
