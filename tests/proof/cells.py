"""How a cell of the matrix is tried: who asks what of which record, and what the table says to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tests.proof import table
from tests.proof.addresses import audiences
from tests.proof.principals import Principal
from tests.proof.table import Shape
from tests.proof.world import World

STRANGERS = {"anon", "former"}


@dataclass(frozen=True)
class Asked:
    """A request about a record: its method, its address, and a body for each audience."""

    method: str
    address: Callable[[Any], str]
    body: Any = None
    token_for: str | None = None

    @property
    def writes(self) -> bool:
        """Say whether it could change something."""
        return self.method != "GET"

    @property
    def scope(self) -> str:
        """Return what a token must be for, or nothing where any will do."""
        if self.token_for is not None:
            return self.token_for
        return "write" if self.writes else "read"


@dataclass(frozen=True)
class Cells:
    """The cells of some principals in one world."""

    world: World
    principals: Iterable[Principal]

    def tried(self, noun: str, kinds: tuple[str, ...]) -> list[str]:
        """Return the audiences to try a noun in: of some kinds, or of all where it has none of them."""
        if not noun:
            return ["oai private"]
        found = audiences(self.world, noun, *kinds) or audiences(self.world, noun)
        assert found, f"There is no {noun} in the world; write one in tests/proof/world/."
        return found

    def check(self, shape: Shape, noun: str, audience: str, asked: Asked) -> None:
        """Ask as everyone and compare with the table; the record is there before and after."""
        record = self.world.records[audience][noun] if noun else None
        assert_exists(record)
        wrong = [
            f"{principal.name}: {status} instead of {wanted}"
            for principal in self.principals
            for wanted in [expected(shape, noun, audience, principal, asked.scope)]
            for status in [self.status(principal, asked, record)]
            if not agrees(status, wanted, writes=asked.writes)
        ]
        assert not wrong, f"{asked.method} {noun or 'no record'} ({audience}): {'; '.join(wrong)}"
        assert_exists(record)

    def status(self, principal: Principal, asked: Asked, record: Any) -> int:
        """Return the status that someone gets."""
        response = principal.ask(asked.method, asked.address(record), asked.body)
        status: int = response.status_code
        return status


def assert_exists(record: Any) -> None:
    """Fail where a record is not there: an absent one would be answered like a hidden one."""
    assert record is None or type(record)._default_manager.filter(pk=record.pk).exists()


def expected(shape: Shape, noun: str, audience: str, principal: Principal, scope: str) -> int:
    """Return the status that the table gives someone for a record of an audience."""
    if scope and scope not in principal.scopes and principal.role not in STRANGERS:
        return table.REFUSED
    owner, kind = audience.split()
    column = principal.column(owner)
    sees = not noun or column in table.WHO_SEES[kind]
    may = column in table.WHO_MAY[shape.who]
    if shape.door and column not in table.WHO_MAY[shape.door]:
        return shape.stranger if column in STRANGERS else shape.turned
    if column in STRANGERS and not (sees and may):
        return shape.stranger
    if not sees:
        return shape.unseen
    return shape.fine if may else shape.refused


def agrees(status: int, wanted: int, *, writes: bool) -> bool:
    """Say whether an answer is the one wanted; a write is heard when who asks is not what it lacks."""
    return status in table.HEARD if writes and wanted == table.FINE else status == wanted
