"""What is private turns up nowhere on the other side, and changes nothing there."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from difflib import unified_diff

import pytest

from tests.proof.crawl import (
    Answer,
    Crawl,
    autocompletes,
    exports,
    list_pages,
    searches,
    settled,
    starts,
    unseen_words,
)
from tests.proof.principals import Principal
from tests.proof.world import World, end_private, write_private

# A word that nobody wrote, as long as those that somebody did.
NOTHING = "zqnothing000"
# Of a page that changed, so many lines are said.
MOST_LINES = 12


def read_everything(reader: Principal, conditions: int = 0) -> Crawl:
    """Read all that a reader can reach, with what is suggested to them and what they can take along."""
    crawl = Crawl(reader, conditions).run([*starts(), *autocompletes()])
    for address in exports():
        for format_ in ("0", "1"):
            crawl.ask("POST", address, {"format": format_, "resource": ""})
    return crawl


def read_lists(reader: Principal) -> Crawl:
    """Read every list as it opens, what is counted and suggested, and what can be taken along."""
    crawl = Crawl(reader)
    for address in [*starts(), *list_pages(), *autocompletes()]:
        crawl.ask("GET", address)
    for address in exports():
        crawl.ask("POST", address, {"format": "0", "resource": ""})
    return crawl


@pytest.fixture(scope="module")
def read_by_milo(world: World, readers) -> Crawl:
    """Everything that a lead of the other partner reads."""
    return read_everything(readers["milo"])


@pytest.mark.exhaustive
def test_nothing_private_turns_up_on_the_other_side(world: World, read_by_milo: Crawl) -> None:
    words = unseen_words(world, read_by_milo.reader)
    assert len(words) > 100
    assert len(read_by_milo.answers) > 200
    for history in ("/history/lesson/", "/history/?from=1", "/history/1/"):
        assert any(history in what for what in read_by_milo.answers)
    assert not read_by_milo.hits(words)


def test_nothing_private_turns_up_in_lists(world: World, readers) -> None:
    crawl = read_lists(readers["milo"])
    assert not crawl.hits(unseen_words(world, readers["milo"]))
    assert any(answer.status == 200 for answer in crawl.answers.values())


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["nobody", "gone", "cleo", "ada", "mona"])
def test_nothing_private_turns_up_for(world: World, readers, name: str) -> None:
    words = unseen_words(world, readers[name])
    assert len(words) > 100
    crawl = read_everything(readers[name])
    assert not crawl.hits(words)
    assert any(answer.status == 200 for answer in crawl.answers.values())


@pytest.mark.exhaustive
@pytest.mark.parametrize("name", ["leo", "milo", "cleo", "ada"])
def test_nothing_private_turns_up_behind_any_filter_for(world: World, readers, name: str) -> None:
    crawl = read_everything(readers[name], conditions=1)
    assert not crawl.hits(unseen_words(world, readers[name]))


@pytest.mark.exhaustive
def test_the_crawl_finds_what_its_reader_may_see(world: World, read_by_milo: Crawl) -> None:
    own = world.canaries.planted["msft private"]
    found = set(read_by_milo.hits(own))
    missing = [where for where in own.values() if not any(hit.startswith(where) for hit in found)]
    # Bytes of an imported file and of a hidden revision are on no page.
    assert len(missing) < len(own) / 4, missing
    assert not [where for where in missing if where.startswith("title of the past")]


def test_a_word_that_only_the_other_side_wrote_finds_what_no_word_finds(world, readers) -> None:
    reader = readers["milo"]
    secret = world.records["oai private"]["observation"].title
    for asked, nothing in zip(searches(secret), searches(NOTHING), strict=True):
        found, none = (Crawl(reader).ask("GET", one) for one in (asked, nothing))
        assert found.status == none.status, asked
        assert said(found, secret) == said(none, NOTHING), asked


def said(answer: Answer, word: str) -> list[tuple[str, bytes]]:
    """Return what an answer says apart from the word that was asked with."""
    return [(place, text.replace(word.encode(), b"?")) for place, text in settled(answer)]


@pytest.mark.exhaustive
def test_what_one_side_keeps_to_itself_changes_no_list_nor_count_of_the_other(
    world: World, readers
) -> None:
    before = read_lists(readers["milo"])
    write_more(world)
    check_unchanged(before, read_lists(readers["milo"]))


@pytest.mark.exhaustive
def test_what_one_side_keeps_to_itself_changes_nothing_for_the_other(
    world: World, readers, read_by_milo: Crawl
) -> None:
    write_more(world)
    check_unchanged(read_by_milo, read_everything(readers["milo"]))


def write_more(world: World) -> None:
    """Write what is one side's own; it is undone, so the world that others read must not name it."""
    more = deepcopy(world)
    for _ in range(2):
        write_private(more, "oai", more.records["oai shared"]["cycle"])
        end_private(more, "oai")


def check_unchanged(one: Crawl, other: Crawl) -> None:
    """Fail where two readings differ, and say in what."""
    before, after = one.answers, other.answers
    assert sorted(before.keys() ^ after.keys()) == []
    assert [line for what in before for line in differences(what, before[what], after[what])] == []


def differences(what: str, one: Answer, other: Answer) -> Iterator[str]:
    """Yield the lines that two answers to a question don't have in common."""
    for was, now in zip(settled(one), settled(other), strict=True):
        if was != now:
            changed = unified_diff(lines_of(was[1]), lines_of(now[1]), n=0, lineterm="")
            yield f"{what}: {now[0]}: {[*changed][2:][:MOST_LINES]}"


def lines_of(text: bytes) -> list[str]:
    """Return the lines of a text without their indentation."""
    return [line.strip() for line in text.decode(errors="replace").splitlines()]
