"""Draws docs/states.md from the tables of states: `uv run python -m tests.states_page`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import django

PAGE = Path(__file__).parents[1] / "docs" / "states.md"
FLOORS = ("tracker", "reviews", "lessons")
HEAD = """# States

Which state of a record may follow which: the tables of `states.py` on each floor, drawn. PostgreSQL
refuses any other move, whoever tries. `uv run python -m tests.states_page` draws this page anew.
"""


@dataclass(frozen=True)
class Machine:
    """The states of one noun: where a record starts, and which state may follow which."""

    noun: str
    names: Mapping[str, str]
    initial: str
    moves: Mapping[str, frozenset[str]]

    def reached(self) -> set[str]:
        """Return the states that some sequence of moves leads to."""
        found, waiting = set(), [self.initial]
        while waiting:
            state = waiting.pop()
            if state not in found:
                found.add(state)
                waiting += self.moves[state]
        return found

    def drawing(self) -> str:
        """Return the noun's section of the page."""
        lines = [f"    [*] --> {self.initial}"]
        lines += [f"    {state}: {name}" for state, name in self.names.items() if name != state]
        lines += [
            f"    {old} --> {new}"
            for old in self.names
            for new in self.names
            if new in self.moves[old]
        ]
        lines += [f"    {state} --> [*]" for state in self.names if not self.moves[state]]
        words = "\n".join(lines)
        return f"## {self.noun}\n\n```mermaid\nstateDiagram-v2\n{words}\n```\n"


def machines() -> Iterator[Machine]:
    """Yield the machine of every noun that has states, from the ground floor up."""
    from django.apps import apps

    for floor in FLOORS:
        tables = [
            table
            for name, table in vars(import_module(f"{floor}.states")).items()
            if name.endswith("_TRANSITIONS")
        ]
        for model in apps.get_app_config(floor).get_models():
            states: Any = vars(model).get("Status")
            table = next((one for one in tables if states and set(one) == set(states)), None)
            if table is not None:
                yield machine_of(model, states, table)


def machine_of(model: Any, states: Any, table: Mapping[str, frozenset[str]]) -> Machine:
    """Return the machine of one noun."""
    return Machine(
        noun=str(model._meta.verbose_name).capitalize(),
        names={str(state): str(state.label) for state in states},
        initial=str(model._meta.get_field("status").default),
        moves={str(old): frozenset(map(str, new)) for old, new in table.items()},
    )


def page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(machine.drawing() for machine in machines())])


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    django.setup()
    PAGE.write_text(page())
