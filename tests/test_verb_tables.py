"""The tables of verbs agree with the functions behind them."""

from __future__ import annotations

from typing import TypeVar, get_type_hints

import pytest

from lessons.verbs import VERBS

PAIRS = [
    pytest.param(model, verb, id=f"{model.__name__}-{verb.name}")
    for model, verbs in VERBS.items()
    for verb in verbs
]


@pytest.mark.parametrize(("model", "verb"), PAIRS)
def test_a_verb_says_which_noun_it_makes(model, verb):
    made = get_type_hints(verb.run)["return"]
    if isinstance(made, TypeVar):  # a verb of every labelled noun returns the one it was on
        assert issubclass(model, made.__bound__ or ())
        assert verb.makes is None
    else:
        assert made is (verb.makes or model)
