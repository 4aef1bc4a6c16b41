"""The tables of verbs agree with the functions behind them."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from lessons.verbs import VERBS

PAIRS = [
    pytest.param(model, verb, id=f"{model.__name__}-{verb.name}")
    for model, verbs in VERBS.items()
    for verb in verbs
]


@pytest.mark.parametrize(("model", "verb"), PAIRS)
def test_a_verb_says_which_noun_it_makes(model, verb):
    assert get_type_hints(verb.run)["return"] is (verb.makes or model)
