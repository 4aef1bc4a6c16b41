"""How the tests of the API speak to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from knox.models import AuthToken
from rest_framework.test import APIClient

from tracker.models import User

Api = Callable[[User], APIClient]


@pytest.fixture
def api() -> Api:
    """Return a client that carries a person's token."""

    def client_of(user: User) -> APIClient:
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {AuthToken.objects.create(user=user)[1]}")
        return client

    return client_of


def path(noun: str, address: Any = "", verb: str = "") -> str:
    """Return an address of the API."""
    parts = [str(part) for part in ("/api/v1", noun, address, verb) if part]
    return "/".join(parts) + "/"
