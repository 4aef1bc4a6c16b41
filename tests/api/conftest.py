"""How the tests of the API speak to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from tests import factories
from tracker.models import User

Api = Callable[..., APIClient]


@pytest.fixture
def api() -> Api:
    """Return a client that carries a person's token; for everything where no scopes are named."""

    def client_of(user: User, *scopes: str) -> APIClient:
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {factories.make_token(user, *scopes)}")
        return client

    return client_of


def path(noun: str, address: Any = "", verb: str = "") -> str:
    """Return an address of the API."""
    parts = [str(part) for part in ("/api/v1", noun, address, verb) if part]
    return "/".join(parts) + "/"
