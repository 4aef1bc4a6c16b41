"""The loop's figures: each step lies within the one before, and no secret is counted."""

from __future__ import annotations

import random

import pytest
from django.contrib.auth.models import AnonymousUser

from lessons.models import Lesson, PracticeVersion, SystemUpdate
from lessons.reports.best_practices import build_best_practices
from lessons.reports.filters import ReportFilter
from lessons.reports.loop import loop_for
from reviews.models import Finding, Observation
from tests.factories import (
    judge_effect,
    make_confirmed_finding,
    make_endorsed_lesson,
    make_finding,
    make_observation,
    make_published_practice,
    make_shipped_update,
    make_system,
    make_update,
)
from tests.labels import bear
from tracker.states import Label

PUBLIC = AnonymousUser()


def loop(reader):
    return loop_for(reader, PracticeVersion.objects.published())


def counts(reader) -> list[int]:
    return [step.count for step in loop(reader).steps]


def test_each_step_counts_the_observations_that_came_this_far(rita, leo, sam, mona) -> None:
    seen = [make_observation(rita) for _ in range(5)]
    make_finding(rita, observations=[seen[1]])  # a draft finding holds nothing
    found = [make_confirmed_finding(rita, leo, observations=[x]) for x in seen[2:]]
    lessons = [make_endorsed_lesson(rita, leo, sam, mona, findings=[x]) for x in found[1:]]
    make_update(rita, lessons[0])  # a proposal is no outcome
    assert counts(rita) == [5, 3, 2, 0, 0]
    update = make_shipped_update(rita, leo, lessons[1])
    assert counts(rita) == [5, 3, 2, 1, 0]
    judge_effect(update, by=leo, seen="Measured again.")
    assert counts(rita) == [5, 3, 2, 1, 1]


def test_duplicates_and_dismissed_observations_are_not_counted(rita) -> None:
    seen = [make_observation(rita) for _ in range(3)]
    Observation.objects.filter(pk=seen[0].pk).update(status="dismissed", dismissal_reason="Noise.")
    Observation.objects.filter(pk=seen[1].pk).update(status="duplicate", duplicate_of=seen[2])
    assert counts(rita) == [1, 0, 0, 0, 0]


def test_only_what_the_reader_may_see_is_counted_at_each_step(published, rita, mira) -> None:
    assert counts(rita) == [1, 1, 1, 1, 1]
    assert counts(mira) == [0, 0, 0, 0, 0]
    bear(Observation.objects.all(), "amber")
    SystemUpdate.objects.update(label="amber_strict")
    assert counts(mira) == [1, 1, 1, 1, 0]
    Lesson.objects.update(label="amber_strict")
    assert counts(mira) == [1, 1, 0, 0, 0]


def test_the_public_is_counted_the_lineage_of_practices_and_public_updates(published, rita) -> None:
    make_observation(rita)  # behind no practice: no total tells of it
    assert counts(PUBLIC) == [1, 1, 1, 1]
    assert "not public yet" in loop(PUBLIC).basis
    bear(Lesson.objects.all(), "clear")
    bear(SystemUpdate.objects.all(), "clear")
    assert counts(PUBLIC) == [1, 1, 1, 1, 1]


def test_the_public_s_chart_follows_the_filters(publish, rita) -> None:
    system = make_system(rita, label="clear")
    publish(systems=[system])
    publish()
    for data, count in (({}, 2), ({"system": system.reference}, 1), ({"from": "2999-01-01"}, 0)):
        report = build_best_practices(PUBLIC, ReportFilter(data, PUBLIC))
        assert [len(report.practices), report.loop.steps[0].count] == [count, count]


def test_a_signed_in_reader_is_told_that_the_filters_leave_the_chart_alone(published, rita) -> None:
    def read(**data):
        return build_best_practices(rita, ReportFilter(data, rita)).loop

    everything, narrowed = read(), read(**{"from": "2999-01-01"})
    assert narrowed.steps == everything.steps
    assert "The filters narrow the practices" in narrowed.basis
    assert "The filters narrow the practices" not in everything.basis


def test_the_label_is_that_of_what_was_counted(rita, mira) -> None:
    make_observation(rita)
    assert (loop(rita).label, loop(mira).label) == ("amber_strict", "clear")


@pytest.mark.parametrize("seed", range(4))
def test_no_step_counts_more_than_the_one_before(seed, rita, leo, sam, mona, mira, cleo) -> None:
    dice = random.Random(seed)
    seen = [make_observation(rita) for _ in range(6)]
    found = [make_confirmed_finding(rita, leo, observations=dice.sample(seen, 2)) for _ in range(4)]
    lessons = [
        make_endorsed_lesson(rita, leo, sam, mona, findings=dice.sample(found, 2)) for _ in range(3)
    ]
    for lesson in lessons:
        update = make_shipped_update(rita, leo, lesson)
        if dice.random() < 0.5:
            judge_effect(update, by=leo, seen="Measured.")
    make_published_practice(dice.choice(lessons), rita, leo, sam, mona)
    for model in (Observation, Finding, Lesson, SystemUpdate):
        for row in model.objects.all():
            bear(row, dice.choice(Label.values))
    for reader in (PUBLIC, cleo, mira, rita):
        found_counts = counts(reader)
        assert found_counts == sorted(found_counts, reverse=True)


@pytest.mark.exhaustive
def test_each_step_leads_to_the_rows_it_counts(client, rita, leo, sam, mona, mira) -> None:
    seen = [make_observation(rita) for _ in range(5)]
    found = [make_confirmed_finding(rita, leo, observations=[x]) for x in seen[1:]]
    lessons = [make_endorsed_lesson(rita, leo, sam, mona, findings=[x]) for x in found[1:]]
    updates = [make_shipped_update(rita, leo, x) for x in lessons[1:]]
    judge_effect(updates[0], by=leo, seen="Measured again.")
    for reader, expected in ((rita, [5, 4, 3, 2, 1]), (mira, None)):
        client.force_login(reader)
        steps = loop(reader).steps
        assert expected is None or [step.count for step in steps] == expected
        page = client.get("/reports/best-practices/").content.decode()
        for step in steps:
            assert f'<a href="{step.url}">{step.count}</a>' in page
            assert len(client.get(step.url).context["page"].rows) == step.count, step.label
    client.logout()
    assert "counted=" not in client.get("/reports/best-practices/").content.decode()
