"""Signings and edits of one cycle by many at once: one outcome, and no position on other content."""

from __future__ import annotations

import hashlib
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections, transaction

from reviews.deciding import decision
from reviews.models import CycleItem, Position, ReviewCycle
from reviews.transitions import (
    begin_signing,
    block,
    concur,
    recuse,
    reopen_cycle,
    withdraw_position,
)
from tests import factories
from tracker.access import Refusal
from tracker.material import canonical, content_of, digest_now
from tracker.models import User

THREADS = 16
ITEMS = 6

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

EDITS = (
    "UPDATE reviews_review SET summary = %(word)s WHERE item_id = %(item)s",
    """UPDATE reviews_finding SET title = %(word)s
    WHERE review_id IN (SELECT id FROM reviews_review WHERE item_id = %(item)s)""",
    "UPDATE reviews_cycleitem SET change = %(word)s WHERE id = %(item)s",
)

POSITIONS: tuple[Callable[[CycleItem, User, str], Any], ...] = (
    lambda item, by, read: concur(item, by=by, digest=read),
    lambda item, by, read: block(item, by=by, digest=read, reason="Not yet."),
    lambda item, by, read: recuse(item, by=by, digest=read, reason="We built it."),
)


@pytest.fixture
def cycle(rita, leo, oai, msft) -> ReviewCycle:
    """A cycle of several reviewed items that both sides sign."""
    cycle = factories.make_cycle(leo)
    for _ in range(ITEMS):
        factories.make_reviewed_item(rita, leo, cycle=cycle)
    return begin_signing(cycle, by=leo)


@pytest.fixture
def signatories(oai, msft) -> list[User]:
    """Three people who sign for each side."""
    return [
        factories.make_user(f"{organization.code.lower()}-{number}", organization, "signatory")
        for organization in (oai, msft)
        for number in range(3)
    ]


class Crowd:
    """Many threads that sign, take back, edit and reopen, each on a connection of its own."""

    def __init__(self, cycle: ReviewCycle, lead: User, signatories: list[User]) -> None:
        self.cycle, self.lead, self.signatories = cycle, lead, signatories
        self.items = list(cycle.items.all())
        self.done: Counter[str] = Counter()
        self.signed: list[tuple[Any, Any, str]] = []
        self.broken: list[BaseException] = []

    def run(self, steps: int) -> None:
        """Let all threads take their share of the steps."""
        shares = [(seed, steps // THREADS + 1) for seed in range(THREADS)]
        threads = [threading.Thread(target=self.work, args=share) for share in shares]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def work(self, seed: int, steps: int) -> None:
        """Take steps by the dice of one thread; a refusal is an answer, anything else is broken."""
        dice = random.Random(seed)
        try:
            for _ in range(steps):
                name = dice.choices(("sign", "withdraw", "edit", "reopen"), (10, 8, 2, 1))[0]
                try:
                    getattr(self, name)(dice, dice.choice(self.items))
                    self.done[name] += 1
                except (Refusal, ValidationError):
                    self.done[f"{name} refused"] += 1
        except BaseException as error:
            self.broken.append(error)
        finally:
            connections.close_all()

    def sign(self, dice: random.Random, item: CycleItem) -> None:
        """Read, hesitate as people do, and sign what was read."""
        by, read = dice.choice(self.signatories), digest_now(item)
        time.sleep(dice.random() / 50)
        position = dice.choice(POSITIONS)
        position(item, by, read)
        self.signed.append((item.pk, by.pk, read))

    def withdraw(self, dice: random.Random, item: CycleItem) -> None:
        """Take a position back."""
        withdraw_position(item, by=dice.choice(self.signatories), reason="Second thoughts.")

    def edit(self, dice: random.Random, item: CycleItem) -> None:
        """Change what is signed behind everyone's back."""
        values: dict[str, Any] = {"word": f"Words {dice.random()}", "item": item.pk}
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(dice.choice(EDITS), values)

    def reopen(self, dice: random.Random, item: CycleItem) -> None:
        """Go back to reviewing and forth to signing."""
        reopen_cycle(self.cycle, by=self.lead)
        begin_signing(self.cycle, by=self.lead)


def problems(cycle: ReviewCycle) -> list[str]:
    """Return what is wrong with the positions in a cycle and with what follows from them."""
    found = []
    given = Position.objects.filter(item__cycle=cycle).order_by("item", "content_version")
    for one in given:
        if one.digest != hashlib.sha256(one.content.encode()).hexdigest():
            found.append(f"{one.pk}: the digest is of something else")
    for (item, version), same in groupby(given, lambda one: (one.item_id, one.content_version)):
        if len({one.content for one in same}) > 1:
            found.append(f"{item}: version {version} stands for two contents")
    for item in cycle.items.all():
        found += problems_of(item)
    return found


def problems_of(item: CycleItem) -> list[str]:
    """Return what is wrong with one item."""
    live = list(item.positions.current())
    stands = canonical(content_of(item))
    found = [f"{one.pk}: is live on other content" for one in live if one.content != stands]
    if len({one.organization_id for one in live}) < len(live):
        found.append(f"{item.pk}: an organization has two live positions")
    stances = {one.organization_id: one.stance for one in live}
    signers = set(item.cycle.signers.values_list("pk", flat=True))
    expected = decision(stances, signers, open_conditions=False)
    if item.status != expected:
        found.append(f"{item.pk}: is {item.status}, though it follows {expected}")
    return found


def storm(cycle: ReviewCycle, lead: User, signatories: list[User], steps: int) -> None:
    """Let the crowd loose and look at what is left."""
    crowd = Crowd(cycle, lead, signatories)
    crowd.run(steps)
    assert crowd.broken == []
    assert sum(crowd.done.values()) >= steps
    assert {"sign", "sign refused", "withdraw", "edit"} <= set(crowd.done), crowd.done
    kept = Position.objects.values_list("item", "signed_by", "digest")
    assert Counter(kept) == Counter(crowd.signed), "each signed what they had read, and once"
    cycle.refresh_from_db()
    assert cycle.status == "signing"
    assert problems(cycle) == []


def test_signings_and_edits_of_one_cycle_have_one_outcome(cycle, leo, signatories) -> None:
    storm(cycle, leo, signatories, steps=200)


@pytest.mark.exhaustive
def test_a_thousand_signings_and_edits_of_one_cycle_have_one_outcome(
    cycle, leo, signatories
) -> None:
    storm(cycle, leo, signatories, steps=1_000)


def without_triggers(statement: str, *values: object) -> None:
    """Write as the owner of the tables does who has switched the rules off."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(statement, values)  # type: ignore[arg-type]


def test_what_the_rules_keep_out_would_be_found(cycle, signatories) -> None:
    """The control: where the database holds nothing, the look at what is left says so."""
    first, second, third, *_ = cycle.items.all()
    for item in (first, second):
        concur(item, by=signatories[0])
    assert problems(cycle) == []
    without_triggers("UPDATE reviews_review SET summary = 'Other' WHERE item_id = %s", first.pk)
    without_triggers("UPDATE reviews_position SET content = '{}' WHERE item_id = %s", second.pk)
    without_triggers("UPDATE reviews_cycleitem SET status = 'approved' WHERE id = %s", third.pk)
    found = " ".join(problems(cycle))
    assert "live on other content" in found
    assert "digest is of something else" in found
    assert "is approved, though it follows reviewed" in found
