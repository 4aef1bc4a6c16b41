"""Series open their cycles by themselves, each once, with what is still open."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.briefing_transitions import open_cycles_that_are_due, open_next_cycle
from lessons.outcome_editing import propose_update
from lessons.transitions import endorse
from reviews import recurring
from reviews.carried import carried_into
from reviews.editing import edit_series, set_up_series
from reviews.models import CarriedOver, CycleSeries, ReviewCycle
from reviews.transitions import (
    begin_signing,
    close_cycle,
    concur,
    concur_with_conditions,
    end_series,
    pause_series,
    resume_series,
)
from tests import factories
from tracker.access import Denied, WrongState
from tracker.sharing import share

TODAY = datetime.date.today
WEEKLY = "FREQ=WEEKLY"


@pytest.fixture
def weekly(leo, milo) -> CycleSeries:
    return set_up_series(
        by=leo, title="Weekly", rule=WEEKLY, begins_on=timezone.localdate(), leads=[leo, milo]
    )


def ago(series: CycleSeries, days: int) -> CycleSeries:
    """Let a series have begun some days ago, with nobody working since."""
    begun = timezone.localdate() - datetime.timedelta(days=days)
    CycleSeries.objects.filter(pk=series.pk).update(begins_on=begun, next_on=begun)
    series.refresh_from_db()
    return series


def test_a_cycle_opens_on_its_day_once(weekly, leo, milo) -> None:
    assert open_cycles_that_are_due() == 1
    assert open_cycles_that_are_due() == 0
    cycle = weekly.cycles.get()
    assert cycle.status == "open"
    assert cycle.occurrence == timezone.localdate()
    assert set(cycle.leads.all()) == {leo, milo}
    assert cycle.ends_on == cycle.starts_on + datetime.timedelta(days=13)
    assert set(cycle.signers.values_list("code", flat=True)) == {"OAI", "MSFT"}
    weekly.refresh_from_db()
    assert weekly.next_on == timezone.localdate() + datetime.timedelta(days=7)


def test_the_database_refuses_a_second_cycle_for_a_day(weekly) -> None:
    cycle = open_next_cycle(weekly)
    assert cycle is not None
    with pytest.raises(IntegrityError, match="once_an_occurrence"), transaction.atomic():
        ReviewCycle.objects.create(
            number=999, reference="CYC-999", title="Again", starts_on=cycle.starts_on,
            ends_on=cycle.ends_on, series=weekly, occurrence=cycle.occurrence,
            created_by=cycle.created_by,
        )  # fmt: skip


def test_whoever_slept_opens_one_cycle_for_the_latest_day(weekly) -> None:
    ago(weekly, days=30)
    cycle = open_next_cycle(weekly)
    assert cycle is not None
    assert cycle.occurrence == timezone.localdate() - datetime.timedelta(days=2)
    assert open_next_cycle(weekly) is None
    assert weekly.cycles.count() == 1


def test_a_series_rests_goes_on_and_ends(weekly, leo) -> None:
    series = pause_series(weekly, by=leo)
    assert open_cycles_that_are_due() == 0
    series = resume_series(series, by=leo)
    assert series.next_on == timezone.localdate()
    assert open_cycles_that_are_due() == 1
    series = end_series(series, by=leo)
    assert series.next_on is None
    assert not series.coming
    with pytest.raises(WrongState, match=r"Only what is paused can be resumed; SER-.* is ended"):
        resume_series(series, by=leo)


def test_an_edited_rule_makes_no_day_twice(weekly, leo) -> None:
    open_next_cycle(weekly)
    series = edit_series(weekly, by=leo, rule="FREQ=WEEKLY;INTERVAL=1")
    assert series.next_on == timezone.localdate() + datetime.timedelta(days=7)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("every monday", "Write an RFC 5545 rule"),
        ("FREQ=SECONDLY", "FREQ is one of WEEKLY, MONTHLY, YEARLY"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "This rule never meets"),
        ("FREQ=MONTHLY;BYDAY=XX", "can't be read"),
        ("INTERVAL=2", "FREQ is one of"),
        ("FREQ=WEEKLY;UNTIL=20271231T000000Z", "A series meets on days"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused_in_a_sentence(leo, rule, sentence) -> None:
    with pytest.raises(ValidationError, match=sentence):
        set_up_series(by=leo, title="Odd", rule=rule, begins_on=TODAY())


def test_a_zone_that_nobody_knows_is_refused(leo) -> None:
    with pytest.raises(ValidationError, match="IANA"):
        set_up_series(by=leo, title="Odd", rule=WEEKLY, begins_on=TODAY(), time_zone="Moon/Sea")


def test_the_rules_of_rfc_5545_are_read() -> None:
    first_monday = "FREQ=MONTHLY;BYDAY=1MO"
    begins = datetime.date(2026, 1, 1)
    assert recurring.coming(first_monday, begins, begins, 3) == [
        datetime.date(2026, 1, 5), datetime.date(2026, 2, 2), datetime.date(2026, 3, 2),
    ]  # fmt: skip
    twice = "FREQ=YEARLY;COUNT=2"
    assert recurring.first_on_or_after(twice, begins, datetime.date(2027, 1, 2)) is None


@pytest.mark.parametrize(
    ("who", "may"),
    [("leo", True), ("milo", True), ("rita", False), ("sam", False), ("cleo", False)],
)
def test_leads_of_any_partner_set_up_series(request, who, may) -> None:
    by = request.getfixturevalue(who)
    if may:
        assert set_up_series(by=by, title="S", rule=WEEKLY, begins_on=TODAY()).reference == "SER-1"
    else:
        with pytest.raises(Denied, match="Only a lead of a partner"):
            set_up_series(by=by, title="S", rule=WEEKLY, begins_on=TODAY())


def test_what_is_open_is_carried_over_as_far_as_each_may_see_it(
    weekly, rita, leo, sam, mira, milo, mona, cleo
) -> None:
    item = factories.make_item_to_sign(rita, leo)
    concur_with_conditions(
        item, by=sam, condition="Logs", test="A log", assignee=mira, due_on=TODAY()
    )
    concur(item, by=mona)
    close_cycle(item.cycle, by=leo)
    system = share(factories.make_system(rita), by=leo)
    shared = share(
        propose_update(by=rita, title="Shared", kind="corrective", system=system), by=leo
    )
    propose_update(by=rita, title="Private", kind="corrective", system=system)
    edit_series(weekly, by=leo, systems=[system])
    cycle = open_next_cycle(weekly)
    assert cycle is not None
    told = {one.kind: [str(row) for row in one.records] for one in carried_into(cycle, milo)}
    assert told == {"condition": ["Logs"], "systemupdate": ["Shared"]}
    assert carried_into(cycle, cleo) == []
    assert set(CarriedOver.objects.visible_to(leo).values_list("record_id", flat=True)) == {
        shared.pk, item.conditions.get().pk,
    }  # fmt: skip
    assert not CarriedOver.objects.visible_to(cleo).exists()


def test_a_cycle_without_anything_open_carries_nothing(weekly, leo) -> None:
    cycle = open_next_cycle(weekly)
    assert cycle is not None
    assert carried_into(cycle, leo) == []
    assert begin_signing(cycle, by=leo).status == "signing"


def test_what_a_system_of_the_series_was_asked_is_carried_over(
    weekly, rita, leo, sam, mona
) -> None:
    cause = share(factories.make_system(rita), by=leo)
    below = share(factories.make_system(rita, operator=rita.organization), by=leo)
    factories.make_dependency(by=rita, upstream=cause, downstream=below, kind="built_on")
    lesson = share(factories.make_lesson(rita, cause_in=[cause]), by=leo)
    for by in (sam, mona):
        lesson = endorse(lesson, by=by)
    edit_series(weekly, by=leo, systems=[below])
    cycle = open_next_cycle(weekly)
    assert cycle is not None
    asked = lesson.dispositions.get(system=below)
    assert [row for one in carried_into(cycle, mona) for row in one.records] == [asked]
