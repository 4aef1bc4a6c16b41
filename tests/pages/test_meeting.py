"""The meeting view walks through a cycle, and several items are signed in one go, each by itself."""

from __future__ import annotations

import pytest

from reviews.models import CycleItem, Position
from reviews.transitions import (
    accept_review,
    begin_signing,
    concur,
    concur_with_conditions,
    reopen_cycle,
    submit_review,
)
from tests import factories
from tests.conftest import confirmed
from tracker.material import digest_now


@pytest.fixture
def cycle(rita, leo, mira, milo, sam, mona):
    """Three reviewed changes and one that nobody reviewed, put up for signing."""
    cycle = factories.make_cycle(leo)
    for change in ("Longer memory", "Faster answers", "New voices"):
        factories.make_reviewed_item(rita, leo, cycle=cycle, change=change)
    factories.make_item(leo, cycle=cycle, change="Nobody looked")
    return begin_signing(cycle, by=leo)


def test_the_meeting_stands_at_one_item_and_leads_to_the_next(cycle, milo, client) -> None:
    client.force_login(milo)
    address = f"/cycles/{cycle.reference}/meeting/"
    first, second, *_ = cycle.items.order_by("id")
    page = client.get(address).content.decode()
    assert "Item 1 of 4" in page
    assert 'rel="prev"' not in page
    assert f'rel="next" href="?item={second.reference}"' in page
    assert "Item 4 of 4" in client.get(f"{address}?item=4").content.decode()
    assert "Longer memory" in client.get(first.get_absolute_url()).content.decode()
    for wrong in ("0", "5", "x", "ITM-00000", "-1"):
        assert client.get(f"{address}?item={wrong}").status_code == 404


def test_both_positions_conditions_and_what_changed_stand_side_by_side(
    cycle, sam, mona, mira, leo, rita, client
) -> None:
    item = cycle.items.get(change="Longer memory")
    concur(item, by=mona, dissent="One of us would wait.")
    concur_with_conditions(
        item, by=sam, assignee=mira, condition="A monitor", test="It alerts", due_on=factories.DAY
    )
    client.force_login(leo)
    page = client.get(item.get_absolute_url()).content.decode()
    for words in ("One of us would wait.", "A monitor", "It alerts", "Approved with conditions"):
        assert words in page
    reopen_cycle(cycle, by=leo)
    factories.make_finding(rita, review := factories.make_review(
        rita, system=item.system, cycle=cycle, item=item, title="A second look"))  # fmt: skip
    submit_review(review, by=rita)
    accept_review(review, by=leo)
    page = client.get(item.get_absolute_url()).content.decode()
    assert "Changed since" in page
    assert page.count("A second look") >= 3  # behind it, and as what is new to each position


def test_several_items_are_signed_in_one_go_each_on_its_own_digest(
    cycle, mona, sam, client
) -> None:
    first, second, third = cycle.items.exclude(status="pending").order_by("id")
    pending = cycle.items.get(status="pending")
    client.force_login(mona)
    page = client.get(f"/cycles/{cycle.reference}/").content.decode()
    for item in (first, second, third):
        assert f'value="{item.reference}:{digest_now(item)}"' in page
    assert f'value="{pending.reference}:' not in page
    ticked = [f"{first.reference}:{digest_now(first)}", f"{second.reference}:{'0' * 64}",
              f"{pending.reference}:{digest_now(pending)}"]  # fmt: skip
    address = f"/cycles/{cycle.reference}/concur/"
    assert (
        client.post(address, {"item": ticked}).status_code != 302 or not Position.objects.exists()
    )
    answer = confirmed(client, mona).post(address, {"item": ticked}, follow=True)
    page = answer.content.decode()
    assert [one.item_id for one in Position.objects.all()] == [first.pk]
    assert Position.objects.get().digest == digest_now(first)
    assert f"{second.reference} was changed since you opened it" in page
    assert "No accepted review stands behind" in page


def test_an_item_not_shared_is_not_counted_to_the_other_side(
    cycle, rita, leo, milo, client
) -> None:
    hidden = factories.make_reviewed_item(
        rita, leo, cycle=reopen_cycle(cycle, by=leo), system=factories.make_system(rita)
    )
    for reader, count in ((leo, 5), (milo, 4)):
        client.force_login(reader)
        page = client.get(f"/cycles/{cycle.reference}/meeting/").content.decode()
        assert f"Item 1 of {count}" in page
    assert client.get(hidden.get_absolute_url()).status_code == 404
    assert CycleItem.objects.visible_to(leo).filter(pk=hidden.pk).exists()
