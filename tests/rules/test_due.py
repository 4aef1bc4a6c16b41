"""When something is due: by a policy that people change, from then on."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError
from django.utils import timezone

from lessons import update_transitions
from lessons.due import severity_of_lesson
from reviews.severity import due_of_condition
from tests import factories
from tracker.access import Denied
from tracker.due_dates import due_on, edit_due_policy
from tracker.models import DuePolicy
from tracker.states import Severity

DAY = factories.DAY


@pytest.fixture(autouse=True)
def policy(db) -> None:
    """The policy as it was installed; a test that empties every table may have run before."""
    for severity in Severity:
        factories.make_due_policy(severity)


def days(number: int) -> datetime.timedelta:
    return datetime.timedelta(days=number)


def grave(rita, leo, severity: str):
    return factories.make_confirmed_finding(
        rita, leo, severity=severity, severity_justification="Many people are concerned."
    )


@pytest.mark.parametrize("severity", Severity.values)
def test_each_severity_has_its_days(db, severity) -> None:
    policy = DuePolicy.objects.get(severity=severity)
    assert due_on(severity, DAY) == DAY + days(policy.days)


def test_a_severity_whose_row_is_missing_is_due_all_the_same(db) -> None:
    DuePolicy.objects.all().delete()
    assert due_on(Severity.HIGH, DAY) == DAY + days(30)


def test_a_change_holds_from_then_on(rita, leo, sam, mona, ada) -> None:
    findings = [grave(rita, leo, severity) for severity in ("low", "high")]
    lesson = factories.make_endorsed_lesson(rita, leo, sam, mona, findings=findings)
    assert severity_of_lesson(lesson) == Severity.HIGH

    def accepted() -> datetime.date | None:
        update = factories.make_update(rita, lesson)
        return update_transitions.accept_update(update, by=leo, assignee=rita).due_on

    before = accepted()
    assert before == timezone.localdate() + days(30)
    edit_due_policy(DuePolicy.objects.get(severity="high"), by=ada, days=14)
    assert accepted() == timezone.localdate() + days(14)
    assert lesson.updates.order_by("id")[0].due_on == before


def test_who_runs_the_installation_alone_changes_it_and_the_partners_see_it(
    leo, rita, mira, cleo, ada
) -> None:
    policy = DuePolicy.objects.get(severity="high")
    with pytest.raises(Denied):
        edit_due_policy(policy, by=leo, days=1)
    assert [DuePolicy.objects.visible_to(x).count() for x in (rita, mira, ada, cleo)] == [
        5,
        5,
        5,
        0,
    ]


def test_the_database_refuses_no_days_at_all(db) -> None:
    with pytest.raises(IntegrityError, match="duepolicy_some_days"):
        DuePolicy.objects.update(days=0)


def test_a_day_tells_nothing_of_what_the_owner_may_not_know(rita, leo, mira) -> None:
    lesson = factories.make_lesson(rita, findings=[grave(rita, leo, "low")])
    lesson.findings.add(
        factories.make_finding(mira, severity="critical", severity_justification="X")
    )
    assert severity_of_lesson(lesson) == Severity.LOW


def test_a_condition_is_due_by_the_worst_that_the_item_s_reviews_found(rita, leo) -> None:
    item = factories.make_reviewed_item(rita, leo)
    assert due_of_condition(item) == timezone.localdate() + days(90)
