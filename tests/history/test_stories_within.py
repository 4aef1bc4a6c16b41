"""What hangs under a record further down is told in its story, with its texts, while it hangs there."""

from __future__ import annotations

from typing import Any

import pytest

from reviews.editing import edit_item
from reviews.models import CycleItem
from reviews.transitions import (
    concur,
    concur_with_conditions,
    hand_over_condition,
    meet_condition,
    move_item,
    waive_condition,
    withdraw_position,
)
from tests import factories
from tests.history.test_story import told
from tests.queries import count_queries
from tracker import sharing
from tracker.history.telling import whole
from tracker.history.versions import Story

DEMAND: dict[str, Any] = {"condition": "A monitor.", "test": "It alerts.", "due_on": factories.DAY}


@pytest.fixture
def item(rita, leo):
    """An item that is before the signatories."""
    return factories.make_item_to_sign(rita, leo)


def changes(story, kind):
    """Return the differences of one kind of related rows, oldest first."""
    return [one for version in story for one in version.changes if one.name.startswith(kind)]


def test_a_cycles_story_tells_positions_conditions_and_waivers_with_their_texts(
    item, rita, sam, mona
):
    concur_with_conditions(item, by=sam, assignee=rita, dissent="Two would wait.", **DEMAND)
    waive_condition(item.conditions.get(), by=mona, reason="Tested elsewhere.")
    withdraw_position(item, by=sam, reason="Second thoughts.")
    story = told(item.cycle, mona)
    texts = {one.name: one.after for one in changes(story, "") if "." in one.name}
    assert texts == {
        "position.dissent": "Two would wait.",
        "position.withdrawal_reason": "Second thoughts.",
        "condition.text": "A monitor.",
        "condition.test": "It alerts.",
        "waiver_of_a_condition.statement": "Tested elsewhere.",
    }
    (added,) = [one for one in changes(story, "position") if one.is_relation]
    assert "OpenAI" in added.added[0]
    assert item.reference in added.added[0]
    (withdrawn,) = [
        one for one in changes(story, "position") if one.pieces and one.name == "position"
    ]
    assert withdrawn.before == added.added[0]


def test_a_long_text_that_changed_is_shown_as_a_difference(item, rita, sam, milo, as_sql):
    concur_with_conditions(item, by=sam, assignee=rita, **DEMAND)
    meet_condition(item.conditions.get(), by=milo, how="It alerts.")
    as_sql("UPDATE reviews_condition SET evidence_note = 'It alerts at night.'")
    story = told(item.cycle, rita)
    (change,) = [one for one in changes(story, "condition.evidence_note") if one.before]
    assert (change.before, change.after) == ("It alerts.", "It alerts at night.")
    assert [p.text for p in change.pieces if p.kind == "come"] == ["alerts at night."]
    assert item.conditions.get().reference in change.label


@pytest.fixture
def as_sql(db):
    """Write SQL, as no verb would."""
    from django.db import connection

    def write(words):
        with connection.cursor() as cursor:
            cursor.execute(words)

    return write


def test_a_version_in_full_reads_the_texts_of_what_was_under_it(item, rita, sam, client):
    concur_with_conditions(item, by=sam, assignee=rita, **DEMAND)
    found = whole(Story(item.cycle, rita), len(told(item.cycle, rita)))
    assert found is not None
    rows = dict(found.relations)["Condition"]
    assert dict(rows[0].texts) == {
        "condition": "A monitor.",
        "how one sees that it is met": "It alerts.",
    }
    client.force_login(rita)
    number = found.told.number
    page = client.get(f"/history/reviewcycle/{item.cycle.reference}/?version={number}")
    assert "It alerts." in page.content.decode()
    answer = client.get(f"/api/v1/cycles/{item.cycle.reference}/history/{number}/").json()
    assert "It alerts." in [one["text"] for one in answer["texts_then"]]


def test_an_item_that_is_put_off_leaves_the_story_with_what_is_under_it(rita, leo, sam):
    item = factories.make_item(leo)
    first, second = item.cycle, factories.make_cycle(leo)
    move_item(item, by=leo, cycle=second)
    before = len(told(first, rita))
    (gone,) = changes(told(first, rita)[-1:], "cycle_item")
    assert item.reference in gone.removed[0]
    edit_item(CycleItem.objects.get(), by=leo, change="Worded anew in the other cycle")
    assert len(told(first, rita)) == before
    assert "Worded anew" in str(told(second, rita)[-1].changes)


def test_what_is_under_an_item_of_a_hidden_system_is_told_to_nobody_else(rita, leo, mira, milo):
    item = factories.make_item(leo, system=factories.make_system(rita), change="Secret change")
    assert "Secret change" in str(told(item.cycle, rita))
    assert "Secret change" not in str(told(item.cycle, mira))


def test_an_items_words_from_before_its_system_was_shared_stay_its_owners(rita, leo, mira, client):
    system = factories.make_system(rita)
    item = factories.make_item(leo, system=system, change="Secret wording")
    edit_item(item, by=leo, change="Shared wording")
    sharing.share(system, by=leo)
    for record in (item.cycle, item):
        assert "Secret wording" in str(told(record, rita)) + str(whole(Story(record, rita), 1))
        assert "Secret wording" not in str(told(record, mira))
        assert "Shared wording" in str(
            [whole(Story(record, mira), one.number) for one in told(record, mira)]
        )
    client.force_login(mira)
    shown = client.get(f"/history/cycleitem/{item.reference}/?version=1").content.decode()
    assert "Shared wording" in shown
    assert "Secret wording" not in shown


def test_more_rows_under_a_cycle_cost_no_more_queries(rita, leo, sam, mona):
    item = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(item, by=sam, assignee=rita, **DEMAND)
    waive_condition(item.conditions.get(), by=mona, reason="Tested elsewhere.")
    told(item.cycle, rita)
    few = count_queries(lambda: told(item.cycle, rita))
    condition = item.conditions.get()
    for person in (leo, rita, leo):
        hand_over_condition(condition, by=leo, assignee=person)
    concur(item, by=mona)
    # One fewer where a person whom the record names is known from a row already.
    assert count_queries(lambda: told(item.cycle, rita)) <= few
