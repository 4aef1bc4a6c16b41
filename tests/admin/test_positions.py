"""A cycle's page in the admin says who took which position on what, and whether that still stands."""

from __future__ import annotations

import datetime
import re
from functools import partial
from typing import Any

from django.utils import timezone

from reviews.models import CycleItem, ReviewCycle
from reviews.transitions import concur, concur_with_conditions
from tests import factories
from tests.admin.pages import signed_in, url
from tests.labels import bear
from tests.queries import count_queries
from tracker.editing import delegate_signing


def rows(reader: Any, cycle: ReviewCycle, title: str) -> list[list[str]]:
    """Return the cells of a table on a cycle's page."""
    page = signed_in(reader).get(url(cycle)).content.decode()
    if f"<h2>{title} " not in page:
        return []
    table = page[page.index(f"<h2>{title} ") :]
    body = table[table.index("<tbody>") : table.index("</tbody>")]
    return [
        [re.sub("<[^>]+>", "", cell).strip() for cell in re.findall(r"<td.*?</td>", row, re.S)]
        for row in re.findall(r"<tr>.*?</tr>", body, re.S)
    ]


def test_positions_stand_with_version_digest_and_whether_they_count(rita, leo, sam, mona) -> None:
    item = factories.make_item_to_sign(rita, leo)
    concur(item, by=sam)
    concur_with_conditions(
        item,
        by=mona,
        condition="A monitor",
        test="It alerts",
        assignee=leo,
        due_on=factories.DAY,
    )
    given = {one.organization_id: one for one in item.positions.all()}
    found = rows(rita, item.cycle, "Positions")
    for row, signer, stance in zip(
        found, (sam, mona), ("Concurs", "Concurs with conditions"), strict=True
    ):
        signed = given[signer.organization_id]
        assert row[0] == item.change
        assert row[1:4] == [str(signer.organization), stance, str(signer)]
        assert row[5:] == [str(signed.content_version), signed.digest[:12], "yes, this version"]
    ((asked, *_reference),) = rows(rita, item.cycle, "Conditions")
    assert asked == "A monitor"
    CycleItem.objects.filter(pk=item.pk).update(change="Another change")
    assert [row[-1] for row in rows(rita, item.cycle, "Positions")] == ["no, changed since"] * 2
    page = signed_in(rita).get(item.get_absolute_url()).content.decode()
    assert "What changed since" in page


def test_an_item_of_an_unseen_system_shows_no_positions(rita, leo, sam, mira, mona) -> None:
    item = factories.make_item_to_sign(rita, leo)
    concur(item, by=sam)
    bear(item.system, "amber_strict")
    assert len(rows(rita, item.cycle, "Positions")) == 1
    assert rows(mira, item.cycle, "Positions") == []


def test_more_positions_cost_no_more_queries(rita, leo, oai, sam, mona) -> None:
    item = factories.make_item_to_sign(rita, leo)
    dana = factories.make_user("dana", oai, "observer")
    delegate_signing(by=sam, delegate=dana, ends_at=timezone.now() + datetime.timedelta(days=1))
    ask = partial(signed_in(rita).get, url(item.cycle))
    concur(item, by=mona)
    ask()
    before = count_queries(ask)
    concur(item, by=dana)
    assert count_queries(ask) == before
