"""The control of the crawl: each seeded leak is caught by reading its noun, and only the leak is."""

from __future__ import annotations

import pytest

from tests.proof.crawl import questions_of, read_noun
from tests.proof.leaks import LEAKS, Leak
from tests.proof.principals import BROWSER
from tests.proof.world import World

READ = sorted({(leak.noun, leak.reader) for leak in LEAKS})


def test_there_are_at_least_twenty_leaks() -> None:
    assert len(LEAKS) >= 20
    assert len({leak.sentence for leak in LEAKS}) == len(LEAKS)


@pytest.mark.exhaustive
@pytest.mark.parametrize(("noun", "name"), READ)
def test_without_a_leak_reading_a_noun_finds_nothing(world: World, readers, noun, name) -> None:
    assert len(list(questions_of(world, noun))) > 3
    assert not read_noun(world, readers[name], noun)


@pytest.mark.exhaustive
@pytest.mark.parametrize("leak", LEAKS, ids=[leak.sentence for leak in LEAKS])
def test_a_leak_is_caught(world: World, readers, monkeypatch, leak: Leak) -> None:
    leak.remove(monkeypatch)
    # What breaks over a row that it did not expect has shown nothing.
    monkeypatch.setattr(BROWSER, "raise_request_exception", False)
    assert read_noun(world, readers[leak.reader], leak.noun, until_hit=True), leak.sentence
