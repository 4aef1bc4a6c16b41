"""The learning figures count rows that one may see, on the days of the events, and lead to those rows."""

from __future__ import annotations

import datetime
import re
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from lessons import update_transitions
from lessons.briefing_transitions import answer_line, open_next_cycle
from lessons.disposition_transitions import accept_answer, answer_disposition
from lessons.effect_transitions import plan_effect, review_effect
from lessons.models import BriefingLine, Disposition, Lesson, SystemUpdate
from lessons.reports.arithmetic import Fate
from lessons.reports.counting import (
    days_to_verification,
    lessons_in_time,
    pairs_counted,
    pairs_for,
    updates_counted,
)
from lessons.reports.learning import build_learning
from lessons.transitions import endorse
from reviews.editing import set_up_series
from tests import factories
from tests.dispositions.conftest import shared_system
from tests.queries import count_queries
from tests.stories.conftest import Clock, endorsed
from tracker import sharing


class World:
    """Lessons of OpenAI that ask a system of each side."""

    def __init__(self, people: dict[str, Any]) -> None:
        self.people = people
        rita, leo = people["rita"], people["leo"]
        self.ours = shared_system(rita, leo, name="Ours", steward=rita)

    def lesson(self, **fields):
        """Make an endorsed lesson that asks a system at Microsoft alone."""
        by = self.people
        system = shared_system(by["mira"], by["milo"], steward=by["mira"])
        lesson = factories.make_lesson(by["rita"], cause_in=[system], **fields)
        return endorsed(sharing.share(lesson, by=by["leo"]), by["sam"], by["mona"])

    def fix(self, lesson, clock: Clock, days: int = 10):
        """Let Microsoft adopt it by an update that is verified after some days."""
        by = self.people
        asked = lesson.dispositions.get()
        update = factories.make_update(by["mira"], lesson, system=asked.system)
        update = sharing.share(update, by=by["milo"])
        update_transitions.accept_update(update, by=by["milo"], assignee=by["mira"])
        plan_effect(
            update, by=by["mira"], criterion="No drift.", method="Replay.", waiting_days=days
        )
        update_transitions.ship_update(update, by=by["mira"], shipped_on=timezone.localdate())
        answer_disposition(
            asked, by=by["mira"], answer="adopted", reason="It is in.", update=update
        )
        accept_answer(asked, by=by["rita"])
        clock.wait(days)
        review_effect(update, by=by["leo"], outcome="effective", seen="No drift.")
        return update


@pytest.fixture
def world(clock, rita, leo, sam, mira, milo, mona) -> World:
    people = {"rita": rita, "leo": leo, "sam": sam, "mira": mira, "milo": milo, "mona": mona}
    return World(people)


def test_the_number_on_the_wall(world, clock, rita, mira) -> None:
    fixed, silent, declined = world.lesson(), world.lesson(), world.lesson()
    world.fix(fixed, clock)
    answer_disposition(declined.dispositions.get(), by=mira, answer="declined", reason="It ends.")
    clock.wait(70)
    assert build_learning(rita).wall.of == 0
    clock.wait(10)
    report = build_learning(rita)
    assert (report.wall.count, report.wall.of, report.wall.value) == (1, 3, "too few to say")
    assert (report.crossed.count, report.crossed.of) == (1, 3)
    assert pairs_counted(rita, Fate.SILENT) == [silent.dispositions.get().pk]


def test_five_are_enough_for_a_number(world, clock, rita) -> None:
    for _ in range(4):
        world.lesson()
    world.fix(world.lesson(), clock)
    clock.wait(90)
    report = build_learning(rita)
    assert (report.wall.value, report.wall.number) == ("20 %", 20)


def test_a_fix_by_a_late_criterion_is_not_verified_in_headlines(world, clock, rita, leo, mira):
    lesson = world.lesson()
    asked = lesson.dispositions.get()
    update = late_containment(world, clock, lesson, leo, mira)
    answer_disposition(asked, by=mira, answer="adopted", reason="It is in.", update=update)
    accept_answer(asked, by=rita)
    assert [one.fate for one in pairs_for(rita)] == [Fate.NOT_VERIFIED]


def late_containment(world, clock, lesson, leo, mira):
    """Let a containment ship before anybody wrote by what it is judged, and be found effective."""
    update = sharing.share(
        factories.make_update(
            mira, lesson, system=lesson.dispositions.get().system, kind="containment"
        ),
        by=world.people["milo"],
    )
    update_transitions.accept_update(update, by=world.people["milo"], assignee=mira)
    update_transitions.ship_update(update, by=mira, shipped_on=timezone.localdate())
    clock.wait(1)
    factories.judge_effect(update, by=leo)
    return update


def test_where_verified_is_shown_a_late_criterion_is_said(world, clock, rita, leo, mira, client):
    lesson = world.lesson()
    late = late_containment(world, clock, lesson, leo, mira)
    client.force_login(rita)
    shown = [
        "/updates/", late.get_absolute_url(), lesson.get_absolute_url(),
        f"/trace/{lesson.reference}/", "/lessons/",
    ]  # fmt: skip
    for address in shown:
        assert "late criterion" in client.get(address).content.decode().lower(), address
    timely = world.fix(world.lesson(), clock)
    assert "late criterion" not in client.get(timely.get_absolute_url()).content.decode().lower()


def test_badge_and_figure_follow_one_rule(world, clock, rita, leo, sam, mona, mira) -> None:
    """Whatever bears no badge counts, and nothing else: updates, lessons, and what lessons asked."""
    timely, late = world.fix(world.lesson(), clock), world.lesson()
    late_containment(world, clock, late, leo, mira)
    past = sharing.share(factories.make_lesson(rita, cause_in=[world.ours]), by=leo)
    for by in (sam, mona):
        day = timezone.localdate() - datetime.timedelta(days=40)
        past = endorse(past, by=by, signed_on=day, illustrative=True)
    asked = Disposition.objects.all()
    assert {one.key for one in pairs_for(rita) if one.entered_later} == {
        one.pk for one in asked if one.entered_later
    } != set()  # fmt: skip
    endorsed_ones = Lesson.objects.exclude(endorsed_at=None)
    assert set(lessons_in_time(rita)) == {one for one in endorsed_ones if not one.entered_later}
    verified = SystemUpdate.objects.filter(status="verified")
    assert set(days_to_verification(rita)) == set(updates_counted(rita, "judged"))
    assert set(days_to_verification(rita)) == {
        one.pk for one in verified if one.counts_in_headlines
    } == {timely.pk}  # fmt: skip
    assert {one.pk for one in verified if "late" in one.get_status_display()} == {
        one.pk for one in verified if one.effectiveness_reviews.get().is_late
    }  # fmt: skip
    assert verified.count() == 2


def test_what_was_entered_later_is_counted_apart(
    world, clock, rita, leo, sam, mona, client
) -> None:
    lesson = sharing.share(factories.make_lesson(rita, cause_in=[world.ours]), by=leo)
    long_ago = timezone.localdate() - datetime.timedelta(days=400)
    for by in (sam, mona):
        lesson = endorse(lesson, by=by, signed_on=long_ago, illustrative=True)
    report = build_learning(rita)
    assert (report.wall.of, report.past.of) == (0, 1)
    asked = lesson.dispositions.get()
    assert lesson.entered_later
    assert asked.entered_later
    client.force_login(rita)
    for record in (lesson, asked):
        assert "entered later" in client.get(record.get_absolute_url()).content.decode()
    assert client.get(f"/api/v1/dispositions/{asked.reference}/").json()["entered_later"]


def test_what_was_entered_as_it_happened_has_no_badge(world, clock, rita, client) -> None:
    lesson = world.lesson()
    clock.wait(90)
    client.force_login(rita)
    for record in (lesson, lesson.dispositions.get()):
        assert not record.entered_later
        assert "entered later" not in client.get(record.get_absolute_url()).content.decode()
    assert not client.get(f"/api/v1/lessons/{lesson.reference}/").json()["entered_later"]


def test_only_what_one_may_see_is_counted(world, clock, rita, leo, mira) -> None:
    lesson = world.lesson()
    clock.wait(90)
    assert build_learning(mira).wall.of == 1
    factories.make_red(lesson, leo, rita)
    assert build_learning(mira).wall.of == 0
    assert build_learning(rita).label == "red"


def rows_behind(client, address: str) -> int:
    """Return how many rows a list shows."""
    page = client.get(address)
    assert page.status_code == 200, address
    return len(page.context["page"].rows)


def brief(world, rita, leo) -> None:
    """Open a cycle about what lessons are about, and one about nothing; answer one line."""
    asked = [one.system for one in Disposition.objects.all()]
    for systems in (asked, []):
        series = set_up_series(
            by=leo, title="Joint", rule="FREQ=WEEKLY", begins_on=timezone.localdate(),
            leads=[leo], systems=systems,
        )  # fmt: skip
        open_next_cycle(series)
    line = BriefingLine.objects.visible_to(rita).first()
    assert line is not None
    answer_line(line, by=rita, answer="covered")


def figure_of(report, name: str):
    """Return the figure whose name begins so."""
    figures = [one for section in report.all_sections for one in section.figures]
    return next(one for one in figures if str(one.name).startswith(name))


@pytest.mark.exhaustive
def test_each_figure_leads_to_the_rows_it_counts(world, clock, rita, leo, client) -> None:
    tag = factories.make_tag()
    for _ in range(2):
        world.lesson(tags=[tag])
    world.fix(world.lesson(tags=[tag]), clock)
    clock.wait(90)
    brief(world, rita, leo)
    client.force_login(rita)
    report = build_learning(rita)
    lines = figure_of(report, "Lessons answered by your side")
    assert (lines.count, lines.of) == (1, 3)
    assert figure_of(report, "Briefings complete, Microsoft").of == 2
    assert figure_of(report, "Briefings complete, Microsoft").count == 1
    checked = 0
    for section in report.all_sections:
        for figure in section.figures:
            for url, number in ((figure.of_url, figure.of), (figure.count_url, figure.count)):
                if url:
                    assert rows_behind(client, url) == number, (figure.name, url)
                    checked += 1
    assert checked > 20


def test_the_page_asks_the_same_for_more_rows(world, clock, rita, client) -> None:
    client.force_login(rita)
    world.fix(world.lesson(tags=[factories.make_tag()]), clock)
    clock.wait(90)
    client.get("/reports/learning/")
    before = count_queries(partial(client.get, "/reports/learning/"))
    for _ in range(3):
        world.lesson(tags=[factories.make_tag("MAP-1.1")])
    assert count_queries(partial(client.get, "/reports/learning/")) == before
    assert before < 40


def test_page_file_and_api_say_the_same_under_one_label(world, clock, rita, cleo, client) -> None:
    world.lesson()
    clock.wait(90)
    client.force_login(rita)
    page = client.get("/reports/learning/")
    assert "Seen at one company, fixed at the other" in page.content.decode()
    file = client.get("/reports/learning/?format=csv")
    assert re.search(r"learning-.*-tlp-amber\.csv", file["Content-Disposition"])
    told = client.get("/api/v1/reports/learning/").json()
    first = told["sections"][0]["figures"][0]
    assert (first["count"], first["of"], first["number"]) == (0, 1, None)
    assert len(file.content.decode().splitlines()) == 1 + sum(
        len(one["figures"]) for one in told["sections"]
    )
    assert page["X-TLP"] == file["X-TLP"] == client.get("/api/v1/reports/learning/")["X-TLP"]
    client.force_login(cleo)
    assert client.get("/reports/learning/").status_code == 403
    assert client.get("/api/v1/reports/learning/").status_code == 403
