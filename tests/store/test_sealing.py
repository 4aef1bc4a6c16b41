"""Sealing beside running writers: nothing is skipped, nothing sealed twice, nobody waits."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connections

from tests import factories
from tests.store.conftest import seal_everything, sign_in
from tracker.chain.sealing import count_waiting, seal_history
from tracker.chain.verifying import verify_history
from tracker.models import Seal

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

INSERT = (
    "INSERT INTO tracker_organization (id, code, name, kind)"
    " VALUES (gen_random_uuid(), %s, 'Slow', 'community')"
)


def fault() -> str:
    return verify_history(lambda _: None).fault


def at_once(*tasks: Callable[[], Any]) -> None:
    """Run tasks in threads of their own, each on connections of its own."""

    def run(task: Callable[[], Any]) -> None:
        try:
            task()
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_events_beside_a_transaction_that_still_runs_wait_and_none_is_skipped(db) -> None:
    factories.make_organization("FIRST", "First")
    assert seal_everything() > 0
    before = Seal.objects.count()
    with sign_in("default") as slow:
        slow.execute(INSERT, ["SLOW"])
        factories.make_organization("QUICK", "Quick")
        assert sum(seal_history()) == 0
        slow.commit()
    waiting = count_waiting()
    assert waiting >= 2
    assert seal_everything(batch=1) == waiting
    assert Seal.objects.count() == before + waiting
    assert fault() == ""


def test_sealers_at_once_seal_each_event_once(db) -> None:
    for number in range(30):
        factories.make_organization(f"ORG{number}", "Company")
    waiting = count_waiting()
    sealed: list[int] = []
    at_once(*[lambda: sealed.append(seal_everything(batch=7))] * 4)
    assert sum(sealed) == waiting == Seal.objects.count()
    assert fault() == ""


def test_four_writers_and_a_sealer_wait_for_nobody(db) -> None:
    """Each writer holds its transaction open while the others write and events are sealed."""
    writers = [sign_in("default") for _ in range(4)]
    for number, writer in enumerate(writers):
        writer.execute("SET lock_timeout = '1s'")
        writer.execute(INSERT, [f"OPEN{number}"])
    assert sum(seal_history()) == 0
    for writer in reversed(writers):
        writer.commit()
        writer.close()
    assert seal_everything() >= 4
    assert fault() == ""


def test_what_a_restored_dump_holds_is_sealed(db) -> None:
    """Its transactions bear numbers that this cluster has not reached yet."""
    factories.make_organization("OLD", "Restored")
    with sign_in("owner") as owner:
        owner.execute("UPDATE tracker_sealqueue SET transaction = transaction + 1000000000")
    assert seal_everything() > 0
