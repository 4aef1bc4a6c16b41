"""Every address × everyone × own and foreign records: each is answered as the table says.

In every run a record is private to its owner; with `-m exhaustive` it is of each kind there is.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from tests.proof import table
from tests.proof.addresses import fill, is_operation, operations, page_address, routes, verbs
from tests.proof.cells import STRANGERS, Asked, Cells
from tests.proof.principals import Principal
from tests.proof.table import Shape
from tests.proof.world import World
from tracker.models import Notification

PAGES = table.all_pages()
VERBS = [(noun, verb) for noun, names in table.VERBS.items() for verb in names]
# One page serves all verbs, and asks the same as the API does: in every run it is tried once a noun.
FIRST = [(noun, next(iter(names))) for noun, names in table.VERBS.items()]


@pytest.fixture
def programs(world: World, principals: list[Principal]) -> Cells:
    """The cells of everyone: a program can come with a token or a session."""
    return Cells(world, principals)


@pytest.fixture
def browsers(world: World, principals: list[Principal]) -> Cells:
    """The cells of those who come with a browser."""
    return Cells(world, [principal for principal in principals if not principal.is_token])


@pytest.fixture(autouse=True)
def _nothing_new(_undone: None) -> None:
    """Leave nobody with unread news: to count them anew on every page is a third of a page's time."""
    Notification.objects.update(read_at=timezone.now())


@pytest.fixture(
    params=[("private",), pytest.param((), marks=pytest.mark.exhaustive)],
    ids=["private", "every kind"],
)
def kinds(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """The kinds of record: own and foreign private ones, or all there are."""
    found: tuple[str, ...] = request.param
    return found


# --- The tables are complete ------------------------------------------------------------------


def test_every_route_has_a_row() -> None:
    known = {*PAGES, "verb"}
    others = {name for name, pattern in routes().items() if not is_operation(pattern)}
    assert not others - known, f"Say in tests/proof/table/pages.py, who gets: {others - known}"
    assert not known - others, f"Take out of tests/proof/table/ what is gone: {known - others}"


def test_every_operation_has_a_row() -> None:
    known = {*table.OPERATIONS, *table.CREATIONS, *(operation_of(*verb) for verb in VERBS)}
    new, gone = set(operations()) - known, known - set(operations())
    assert not new, f"Say in tests/proof/table/operations.py, who gets these: {new}"
    assert not gone, f"Take out of tests/proof/table/ what is gone: {gone}"


def test_every_verb_has_a_row() -> None:
    assert verbs() == set(VERBS), "Say in tests/proof/table/verbs.py, who may do each verb."


def test_there_are_at_least_ten_who_ask(principals: list[Principal]) -> None:
    assert len({principal.name for principal in principals}) >= 10


# --- Pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PAGES)
def test_a_page_answers_as_the_table_says(browsers: Cells, kinds, name: str) -> None:
    shape, noun = PAGES[name]
    for audience in browsers.tried(noun, kinds):
        browsers.check(shape, noun, audience, Asked("GET", partial(page_address, name)))


@pytest.mark.parametrize(("noun", "verb"), FIRST)
def test_the_page_of_a_nouns_first_verb_answers_as_the_table_says(
    browsers: Cells, noun: str, verb: str
) -> None:
    check_page_of(browsers, ("private",), noun, verb)


@pytest.mark.exhaustive
@pytest.mark.parametrize(("noun", "verb"), VERBS)
def test_the_page_of_a_verb_answers_as_the_table_says(
    browsers: Cells, noun: str, verb: str
) -> None:
    check_page_of(browsers, (), noun, verb)


def check_page_of(browsers: Cells, kinds: tuple[str, ...], noun: str, verb: str) -> None:
    """Read the page of a verb and press its button as everyone."""
    name, _nouns = table.VERB_NOUNS[noun]
    address = partial(fill, f"/do/{noun}/<reference>/{verb}/")
    for audience in browsers.tried(name, kinds):
        browsers.check(Shape("signed-in"), name, audience, Asked("GET", address))
        button = Shape(who_may(noun, verb, audience))
        browsers.check(button, name, audience, Asked("POST", address, {}))


# --- The API ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("noun", "verb"), VERBS)
def test_a_verb_answers_as_the_table_says(programs: Cells, kinds, noun: str, verb: str) -> None:
    name, _nouns = table.VERB_NOUNS[noun]
    method, path = operations()[operation_of(noun, verb)]
    for audience in programs.tried(name, kinds):
        shape = table.writing(who_may(noun, verb, audience))
        scope = "sign" if (noun, verb) in table.SIGNING else None
        programs.check(shape, name, audience, Asked(method, partial(fill, path), {}, scope))


@pytest.mark.parametrize("name", table.OPERATIONS)
def test_an_operation_answers_as_the_table_says(
    world: World, principals: list[Principal], kinds, name: str
) -> None:
    method, path = operations()[name]
    shape, noun = table.OPERATIONS[name]
    cells = Cells(world, [one for one in principals if comes_with(one, name)])
    body: Any = {} if method in {"POST", "PATCH", "PUT"} else None
    asked = Asked(method, partial(fill, path), body, table.TOKENS_FOR.get(name))
    for audience in cells.tried(noun, kinds):
        narrower = table.NARROWER_OPERATIONS.get((name, audience.split()[1]))
        cells.check(table.writing(narrower) if narrower else shape, noun, audience, asked)


@pytest.mark.parametrize("name", table.CREATIONS)
def test_a_creation_answers_as_the_table_says(programs: Cells, kinds, name: str) -> None:
    method, path = operations()[name]
    who, noun, body = table.CREATIONS[name]
    # What names a record that is not shared is refused like what names none.
    behind = table.CREATED_BEHIND.get(name, "")
    for audience in programs.tried(noun, kinds):
        narrower = table.NARROWER_OPERATIONS.get((name, audience.split()[1]), who)
        shape = Shape(narrower, stranger=table.UNKNOWN, unseen=400, door=behind, turned=400)
        sent = with_records(body, programs.world, audience)
        asked = Asked(method, partial(fill, path), sent, table.TOKENS_FOR.get(name))
        programs.check(shape, noun, audience, asked)


# --- Reading the tables -----------------------------------------------------------------------


def operation_of(noun: str, verb: str) -> str:
    """Return the operation of a verb."""
    return f"{table.VERB_NOUNS[noun][1]}_{verb.replace('-', '_')}"


def who_may(noun: str, verb: str, audience: str) -> str:
    """Return the row of those who may do a verb to a record of an audience."""
    return table.NARROWER.get((noun, verb, audience.split()[1]), table.VERBS[noun][verb])


def comes_with(principal: Principal, name: str) -> bool:
    """Say whether someone comes with what an operation asks for: a session, or a token."""
    wrong = table.NEEDS_SESSION if principal.is_token else table.NEEDS_TOKEN
    return name not in wrong or principal.role in STRANGERS


def with_records(body: Any, world: World, audience: str) -> Any:
    """Return a body with the addresses of this world's records in it."""
    if isinstance(body, dict):
        return {name: with_records(value, world, audience) for name, value in body.items()}
    if isinstance(body, list):
        return [with_records(value, world, audience) for value in body]
    if not str(body).startswith("{"):
        return body
    noun = body.strip("{}")
    where, what = table.PLACES.get(noun, (audience, noun))
    record = world.records[where][what]
    return getattr(record, "reference", None) or str(record.pk)
