"""Facts of the repository: floors import downward, rooms from left to right."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from django.db.migrations import Migration
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ("tracker", "reviews", "lessons")
# A room may use the rooms before it, on its own floor and on those below.
ROOMS = ("states", "access", "querysets", "models", "editing", "transitions", "verbs")


def sources(package: str) -> list[Path]:
    """Return a floor's modules, migrations left out."""
    return [p for p in (ROOT / package).rglob("*.py") if "migrations" not in p.parts]


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield every module that is imported anywhere, hidden in a function or not."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def runtime_imports(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports when it runs; names for types alone don't count."""
    for node in tree.body:
        if not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)):
            yield from imports(node)


def upward(package: str, modules: Iterator[str]) -> list[str]:
    """Return the imported modules that stand on a higher floor."""
    above = FLOORS[FLOORS.index(package) + 1 :]
    return [name for name in modules if name.split(".")[0] in above]


@pytest.mark.parametrize("package", FLOORS)
def test_floors_import_only_downward(package: str) -> None:
    found = {
        str(path.relative_to(ROOT)): names
        for path in sources(package)
        if (names := upward(package, imports(ast.parse(path.read_text()))))
    }
    assert found == {}


def test_an_upward_import_hidden_in_a_function_is_found() -> None:
    hidden = ast.parse("def f():\n    from lessons.models import Lesson\n")
    assert upward("reviews", imports(hidden)) == ["lessons.models"]


@pytest.mark.parametrize("package", FLOORS)
@pytest.mark.parametrize("room", ROOMS)
def test_rooms_use_only_the_rooms_before_them(package: str, room: str) -> None:
    paths = [ROOT / package / f"{room}.py", *(ROOT / package / room).glob("*.py")]
    later = (*ROOMS[ROOMS.index(room) + 1 :], "admin", "api", "views", "forms")
    for path in filter(Path.exists, paths):
        used = {
            name.split(".")[1]
            for name in runtime_imports(ast.parse(path.read_text()))
            if name.split(".")[0] in FLOORS and "." in name
        }
        assert used.isdisjoint(later), f"{path} uses {used & set(later)}"


@pytest.mark.parametrize("package", FLOORS)
def test_every_module_says_what_it_decides(package: str) -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources(package)
        if path.read_text().strip() and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []


@pytest.mark.parametrize("package", FLOORS)
def test_roles_are_asked_about_in_access_only(package: str) -> None:
    asking = [
        str(path.relative_to(ROOT))
        for path in sources(package)
        if path.stem != "access" and path.parent.name != "access" and ".role ==" in path.read_text()
    ]
    assert asking == []


def replaced_twice(migrations: Iterable[Migration]) -> set[tuple[str, str]]:
    """Return the migrations of before that several name as replaced."""
    names = [name for migration in migrations for name in migration.replaces]
    return {name for name in names if names.count(name) > 1}


def test_a_first_start_that_was_killed_goes_on_where_it_stopped() -> None:
    # What one replaces counts as run when it ran; another that names the same would be left out.
    assert replaced_twice(MigrationLoader(None).disk_migrations.values()) == set()


def test_a_migration_that_is_replaced_twice_is_found() -> None:
    class Squashed(Migration):
        replaces = [("tracker", "0")]

    both = [Squashed("1", "tracker"), Squashed("2", "tracker")]
    assert replaced_twice(both) == {("tracker", "0")}
