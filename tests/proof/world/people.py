"""The world's records by audience, the canaries in them, and everyone who appears."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests import factories
from tests.proof.canaries import Canaries
from tracker.models import DuePolicy, User

SIDES = {"oai": ("OAI", "OpenAI"), "msft": ("MSFT", "Microsoft")}
# Who is who: the first four of each partner are its observer, reviewer, lead and signatory.
PEOPLE = {
    "oai": ("olga", "rita", "leo", "sam"),
    "msft": ("omar", "mira", "milo", "mona"),
}
ROLES = ("observer", "reviewer", "lead", "signatory")


@dataclass
class World:
    """People, records by audience and noun, and the canaries in them."""

    people: dict[str, User] = field(default_factory=dict)
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    canaries: Canaries = field(default_factory=Canaries)

    def side(self, side: str) -> list[User]:
        """Return a partner's observer, reviewer, lead and signatory."""
        return [self.people[name] for name in PEOPLE[side]]

    def all_records(self) -> list[Any]:
        """Return every record that was kept."""
        return [record for records in self.records.values() for record in records.values()]

    def keep(self, audience: str, noun: str, record: Any) -> Any:
        """Keep a record under its audience, and watch for its key and its reference."""
        self.records.setdefault(audience, {})[noun] = record
        self.canaries.watch(audience, record.pk, f"key of {noun}")
        if hasattr(record, "reference"):
            self.canaries.watch(audience, record.reference, f"reference of {noun}")
        return record


def populate(world: World) -> None:
    """Make everyone who appears; a partner's people are known to the partners only."""
    for side, (code, name) in SIDES.items():
        organization = factories.make_organization(code, name)
        for username, role in zip(PEOPLE[side], ROLES, strict=True):
            world.people[username] = person = factories.make_user(username, organization, role)
            person.first_name = world.canaries.word(f"{side} people", f"name of {username}")
            person.save()
        world.records[f"{side} people"] = {"person": world.people[PEOPLE[side][1]]}
        world.records[f"{side} public"] = {"organization": organization}
    world.records["oai people"]["due policy"] = DuePolicy.objects.get_or_create(
        severity="high", defaults={"days": 30}
    )[0]
    world.records["oai public"]["taxonomy"] = factories.make_tag().taxonomy
    world.records["oai public"]["tag"] = factories.make_tag()
    community = factories.make_community()
    world.people["cleo"] = factories.make_user("cleo", community, "observer")
    oai = world.records["oai public"]["organization"]
    world.people["gone"] = factories.make_user("gone", oai, "lead")
    world.people["ada"] = factories.make_superuser("ada")


@dataclass
class Say:
    """Writes canaries into the fields of one record."""

    world: World
    audience: str
    noun: str

    def __call__(self, *fields: str) -> dict[str, Any]:
        """Return a canary for each field."""
        return {name: self.word(name) for name in fields}

    def word(self, name: str) -> str:
        """Return one canary."""
        return self.world.canaries.word(self.audience, f"{name} of {self.noun}")

    def url(self, name: str) -> str:
        """Return an address with a canary in it."""
        return f"https://example.org/{self.word(name)}"
