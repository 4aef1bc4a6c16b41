"""Every admin page asks as many queries for ten rows as for one."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.pages import add_url, list_url, signed_in, url
from tests.admin.world import grow, make_world
from tracker.admin.base import RecordAdmin


def pages(world, user) -> dict[str, int]:
    """Count the queries of the front page, and of each noun's list, add page and pages."""
    client = signed_in(user)
    addresses = ["/admin/", *(url(record) for record in world.values())]
    for model, one in admin.site._registry.items():
        addresses.append(list_url(model))
        if isinstance(one, RecordAdmin) and one.create is not None:
            addresses.append(add_url(model))
    counts = {}
    for address in addresses:
        # The first look fills what is filled once; pages for other roles are refused.
        if client.get(address).status_code == 200:
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counts[address] = len(captured)
    return counts


def test_every_noun_is_registered_with_the_shared_base(db) -> None:
    assert len(admin.site._registry) == 18
    assert all(isinstance(one, RecordAdmin) for one in admin.site._registry.values())


def test_every_column_has_words_over_it(db) -> None:
    silent = [
        f"{model.__name__}: {column}"
        for model, shown in admin.site._registry.items()
        for column in shown.list_display
        for drawn in [column if callable(column) else getattr(shown, column, None)]
        if drawn is not None and not getattr(drawn, "short_description", "")
    ]
    assert silent == []


@pytest.mark.exhaustive
def test_ten_rows_cost_what_one_costs(rita, leo, sam, mona) -> None:
    world = make_world(rita, leo, sam, mona)
    grow(world, rita, leo)
    before = pages(world, rita)
    for _ in range(9):
        grow(world, rita, leo)
    after = pages(world, rita)
    assert len(before) > 30
    assert set(after) == set(before)
    assert {a: (before[a], after[a]) for a in before if before[a] != after[a]} == {}
