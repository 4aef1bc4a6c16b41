"""Pages of a cycle, its briefing and its series ask as much for ten rows carried over as for one."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import partial

import pytest
from django.urls import reverse
from django.utils import timezone

from lessons.briefing_transitions import open_next_cycle
from lessons.models import BriefingLine
from lessons.outcome_editing import propose_update
from reviews.models import CarriedOver, CycleSeries
from reviews.transitions import close_cycle, concur, concur_with_conditions
from tests import factories
from tests.queries import count_queries
from tracker.sharing import share

TEN = 10


class Work:
    """Leaves more open of each noun that a cycle carries over: conditions, updates, answers."""

    def __init__(self, rita, leo, sam, mira, mona) -> None:
        self.rita, self.leo, self.sam, self.mira, self.mona = rita, leo, sam, mira, mona
        self.cause = share(factories.make_system(rita), by=leo)
        self.below = share(factories.make_system(rita, operator=rita.organization), by=leo)
        factories.make_dependency(
            by=rita, upstream=self.cause, downstream=self.below, kind="built_on"
        )

    def leave_open(self) -> None:
        """Leave one more of each, for one more lesson."""
        rita, leo = self.rita, self.leo
        item = factories.make_item_to_sign(rita, leo)
        concur_with_conditions(
            item, by=self.sam, condition="Logs", test="A log", assignee=self.mira,
            due_on=timezone.localdate(),
        )  # fmt: skip
        concur(item, by=self.mona)
        close_cycle(item.cycle, by=leo)
        factories.make_endorsed_lesson(rita, leo, self.sam, self.mona, cause_in=[self.cause])
        update = propose_update(
            by=rita, title="To do", kind="corrective", system=self.below, assignee=rita
        )
        share(update, by=leo)

    def series(self) -> CycleSeries:
        """Set up a series on the system whose work is open."""
        return factories.make_series(
            self.leo, rule="FREQ=MONTHLY", systems=[self.below], leads=[self.leo]
        )


def open_cycle(series: CycleSeries, days_ago: int = 0):
    """Open the cycle of a series for a day of late."""
    day = timezone.localdate() - datetime.timedelta(days=days_ago)
    CycleSeries.objects.filter(pk=series.pk).update(begins_on=day, next_on=day)
    cycle = open_next_cycle(series)
    assert cycle is not None
    return cycle


def carried(cycle) -> Counter[str]:
    """Return how many rows of each noun a cycle carries over."""
    return Counter(CarriedOver.objects.filter(cycle=cycle).values_list("noun", flat=True))


def addresses_of(cycle) -> dict[str, str]:
    """Return the pages of a cycle and what the API says of it."""
    return {
        "page": cycle.get_absolute_url(),
        "briefing": reverse("cycle-briefing", args=[cycle.reference]),
        "answers to it": f"{reverse('briefing-line-list')}?cycle={cycle.reference}",
        "meeting": reverse("cycle-meeting", args=[cycle.reference]),
        "series": cycle.series.get_absolute_url(),
        "API": f"/api/v1/cycles/{cycle.reference}/",
    }


def asked(client, addresses: dict[str, str]) -> dict[str, int]:
    """Return how many queries each address asks; the first answers warm what is kept."""
    for address in addresses.values():
        assert client.get(address).status_code == 200, address
    return {name: count_queries(partial(client.get, url)) for name, url in addresses.items()}


@pytest.fixture
def work(rita, leo, sam, mira, mona) -> Work:
    """One of each that is open."""
    made = Work(rita, leo, sam, mira, mona)
    made.leave_open()
    return made


@pytest.mark.exhaustive
def test_a_cycle_asks_the_same_for_one_row_carried_over_and_for_ten(work, client, request) -> None:
    few = open_cycle(work.series())
    for _ in range(TEN - 1):
        work.leave_open()
    many = open_cycle(work.series())
    nouns = ("reviews.condition", "lessons.systemupdate", "lessons.disposition")
    assert carried(few) == dict.fromkeys(nouns, 1)
    assert carried(many) == dict.fromkeys(nouns, TEN)
    lines = BriefingLine.objects.filter(briefing__organization=work.rita.organization)
    assert lines.filter(briefing__cycle=few).count() == 1
    assert lines.filter(briefing__cycle=many).count() == TEN
    for name in ("rita", "leo", "mona"):
        client.force_login(request.getfixturevalue(name))
        assert asked(client, addresses_of(few)) == asked(client, addresses_of(many)), name


def test_a_series_asks_the_same_for_one_cycle_and_for_ten(work, client, leo) -> None:
    series = work.series()
    addresses = {"page": series.get_absolute_url(), "list": reverse("series-list")}
    open_cycle(series)
    client.force_login(leo)
    before = asked(client, addresses)
    for days in range(1, TEN):
        open_cycle(series, days)
    assert series.cycles.count() == TEN
    assert asked(client, addresses) == before
