"""The world that everything is proven in: for each partner, one record of each noun of each audience.

Every text of a record is a canary. `world.records[audience][noun]` holds the records; an audience is
the owner and a kind: `oai private`, `msft shared`.
"""

from tests.proof.world.building import build
from tests.proof.world.people import PEOPLE, ROLES, World
from tests.proof.world.private import end_private, write_private

__all__ = ["PEOPLE", "ROLES", "World", "build", "end_private", "write_private"]
