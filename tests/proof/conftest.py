"""One world for all proofs: built once, and every test leaves it as it found it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings

from tests.proof.principals import Principal, everyone
from tests.proof.world import World, build


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker: Any, tmp_path_factory: Any) -> Iterator[World]:
    """Build the world once for all proofs; each test runs in a savepoint, and all is undone."""
    # The proofs take longer than a second factor holds.
    settings = override_settings(
        MEDIA_ROOT=tmp_path_factory.mktemp("media"), ACCOUNT_REAUTHENTICATION_TIMEOUT=24 * 60 * 60
    )
    with django_db_blocker.unblock(), settings, transaction.atomic():
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _undone(world: World, db: None) -> None:
    """Take the savepoint after the world is there."""


@pytest.fixture(scope="package")
def principals(world: World) -> list[Principal]:
    """Everyone who asks."""
    return everyone(world)


@pytest.fixture(scope="package")
def readers(principals: list[Principal]) -> dict[str, Principal]:
    """Everyone who asks, by name."""
    return {principal.name: principal for principal in principals}
