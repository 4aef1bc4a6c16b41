"""Who retires a check, what a retired one refuses, and what PostgreSQL holds of it."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.access.check import check_can_retire_check
from lessons.check_transitions import record_result, retire_check
from lessons.models import Check, CheckResult, Recurrence
from lessons.recurrence_transitions import propose_by_check
from lessons.recurring import propose_failed
from tests import factories
from tests.lessons.test_recurrence import learn
from tracker.access import WrongState, judge

WHY = "The metric is measured by the release gate now."


def run(measured, by, value="9", key="run-1"):
    """Record a result of just now."""
    return record_result(
        measured.check,
        by=by,
        value=value,
        external_id=key,
        version=measured.version,
        ran_at=timezone.now(),
    )


@pytest.mark.parametrize(
    "who", ["rita", "leo", "sam", "olga", "mira", "milo", "mona", "cleo", "ada"]
)
def test_who_set_a_check_up_or_a_lead_of_theirs_retires_it(who, measured, request) -> None:
    may = judge(check_can_retire_check, request.getfixturevalue(who), measured.check)
    assert bool(may) is (who in {"mira", "milo"})


def test_another_reviewer_does_not_retire_it(measured, msft) -> None:
    other = factories.make_user("mads", msft, "reviewer")
    verdict = judge(check_can_retire_check, other, measured.check)
    assert not verdict
    assert "lead" in verdict.reason


def test_a_retired_check_says_why_takes_no_results_and_keeps_those_it_had(measured, mira) -> None:
    run(measured, mira, "2")
    retire_check(measured.check, by=mira, reason=f" {WHY} ")
    assert (measured.fresh.state, measured.fresh.closing_reason) == ("retired", WHY)
    assert measured.fresh.retired_by == mira
    with pytest.raises(WrongState, match="is retired; set up another check"):
        run(measured, mira, key="run-2")
    with pytest.raises(WrongState, match="is retired"):
        retire_check(measured.check, by=mira, reason="Again.")
    assert CheckResult.objects.count() == 1


def test_a_check_is_not_retired_without_a_reason(measured, mira) -> None:
    with pytest.raises(ValidationError, match="Say who retired it, when and why"):
        retire_check(measured.check, by=mira, reason=" ")


def test_a_retired_check_asks_nobody_whether_its_lesson_came_back(
    measured, mira, in_effect
) -> None:
    run(measured, mira)
    retire_check(measured.check, by=mira, reason=WHY)
    learn(measured.lesson)
    result = CheckResult.objects.get()
    assert (propose_failed(), propose_by_check(result)) == (0, None)
    with pytest.raises(IntegrityError, match="does not ask"), transaction.atomic():
        Recurrence.objects.create(
            reference="RCR-00001", check_result=result, lesson=measured.lesson
        )


def test_one_in_use_does_ask(measured, mira, in_effect) -> None:
    run(measured, mira)
    learn(measured.lesson)
    assert propose_failed() == 1


def test_the_database_keeps_a_retired_check_so(measured, mira, milo) -> None:
    checks, now = Check.objects.filter(pk=measured.check.pk), timezone.now()
    for half, sentence in (
        ({"retired_at": now}, "retired_by_someone"),
        ({"retired_by": milo}, "retired_by_someone"),
        ({"closing_reason": WHY}, "retired_by_someone"),
        (
            {
                "retired_at": now - datetime.timedelta(days=1),
                "retired_by": milo,
                "closing_reason": WHY,
            },
            "retired_after_it_was_set_up",
        ),
    ):
        with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
            checks.update(**half)
    run(measured, mira)
    retire_check(measured.check, by=mira, reason=WHY)
    back = {"retired_at": None, "retired_by": None, "closing_reason": ""}
    for change in (back, {"closing_reason": "Another."}, {"retired_by": milo}):
        with pytest.raises(IntegrityError, match="stays retired"), transaction.atomic():
            checks.update(**change)
    result = CheckResult.objects.get()
    with pytest.raises(IntegrityError, match="takes no results"), transaction.atomic():
        CheckResult.objects.create(
            check_ran=measured.check,
            version=measured.version,
            value=1,
            ran_at=result.ran_at,
            external_id="late",
            recorded_by=mira,
        )


def test_it_is_retired_on_its_page_and_by_the_api(measured, mira, milo, client) -> None:
    client.force_login(milo)
    address = measured.check.get_absolute_url()
    url = f"/api/v1/checks/{measured.check.reference}/retire/"
    assert "Retire this check" in client.get(address).content.decode()
    done = client.post(url, {"reason": WHY}, "application/json")
    assert done.status_code == 200, done.content
    assert done.json()["state"] == "retired"
    assert done.json()["closing_reason"] == WHY
    for page in (address, measured.lesson.get_absolute_url()):
        assert "Retired" in client.get(page).content.decode(), page
    assert WHY in client.get(address).content.decode()
    again = client.post(url, {"reason": WHY}, "application/json")
    assert again.status_code == 409
