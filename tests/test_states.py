"""The tables of states have no dead ends that were not meant, and their drawing is of today."""

from __future__ import annotations

from importlib import import_module

import pytest

from tests.states_page import FLOORS, PAGE, Machine, machines, page


def every_table() -> set[str]:
    return {
        f"{floor}.{name}"
        for floor in FLOORS
        for name in vars(import_module(f"{floor}.states"))
        if name.endswith("_TRANSITIONS")
    }


@pytest.mark.parametrize("machine", list(machines()), ids=lambda machine: machine.noun)
def test_every_state_can_be_reached(machine: Machine) -> None:
    assert machine.reached() == set(machine.names)


@pytest.mark.parametrize("machine", list(machines()), ids=lambda machine: machine.noun)
def test_no_state_follows_itself_and_each_is_known(machine: Machine) -> None:
    for old, following in machine.moves.items():
        assert old not in following
        assert following <= set(machine.names)


def test_every_table_is_drawn() -> None:
    assert len(list(machines())) == len(every_table())


def test_a_state_that_nothing_leads_to_is_noticed() -> None:
    machine = Machine("Thing", {"a": "A", "b": "B"}, "a", {"a": frozenset(), "b": frozenset()})
    assert machine.reached() == {"a"}


def test_the_page_of_states_is_drawn_from_the_tables_of_today() -> None:
    assert PAGE.read_text() == page(), "Draw it anew: uv run python -m tests.states_page"
