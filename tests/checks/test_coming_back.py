"""A failed check of a learned lesson asks people whether it came back; nobody is asked twice."""

from __future__ import annotations

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.check_transitions import let_lesson_carry, record_result
from lessons.comparisons import why_alike
from lessons.models import CheckResult, Recurrence
from lessons.recurrence_transitions import confirm_recurrence, reject_recurrence
from lessons.recurring import propose_failed
from tests import factories
from tests.checks.conftest import TERMS
from tests.lessons.test_recurrence import learn
from tracker import editing

pytestmark = pytest.mark.usefixtures("in_effect")


def run(measured, by, value, key, check=None, **more):
    """Record a result of now."""
    given = {"version": measured.version, "ran_at": timezone.now(), **more}
    return record_result(check or measured.check, by=by, value=value, external_id=key, **given)


def test_a_check_that_fails_proposes_once_and_its_confirmation_regresses_the_lesson(
    measured, mira, rita
) -> None:
    run(measured, mira, "9", "before it was learned")
    assert not Recurrence.objects.exists()
    learn(measured.lesson)
    run(measured, mira, "1", "passes")
    assert not Recurrence.objects.exists()
    for key in ("fails", "fails still"):
        run(measured, mira, "9", key)
    assert propose_failed() == 0
    proposed = Recurrence.objects.visible_to(rita).awaiting(rita).get()
    assert why_alike(proposed, rita).words == (
        "“Share of long chats that drift” was 9 % in Service, 2026-11; good is at most 2.5 %.",
    )
    assert confirm_recurrence(proposed, by=rita).took_credit
    measured.lesson.refresh_from_db()
    assert measured.lesson.status == "regressed"
    assert propose_failed() == 0


def test_what_was_rejected_is_not_asked_again_and_a_later_failure_is(measured, mira) -> None:
    learn(measured.lesson)
    run(measured, mira, "9", "a")
    reject_recurrence(Recurrence.objects.get(), by=mira)
    assert propose_failed() == 0
    run(measured, mira, "9", "b")
    assert Recurrence.objects.count() == 2


def test_the_job_asks_of_a_lesson_that_was_learned_after_its_check_failed(measured, mira) -> None:
    run(measured, mira, "9", "a")
    learn(measured.lesson)
    assert (propose_failed(), propose_failed()) == (1, 0)


def test_a_failure_older_than_the_last_result_asks_nothing(measured, mira) -> None:
    learn(measured.lesson)
    run(measured, mira, "1", "a")
    run(measured, mira, "9", "b", ran_at=timezone.now() - datetime.timedelta(days=1))
    assert not Recurrence.objects.exists()


def test_one_by_a_check_on_a_system_not_shared_stays_inside(measured, mira, rita, client) -> None:
    secret = factories.make_system(mira, name="Secret")
    version = editing.add_system_version(secret, by=mira, label="1")
    check = let_lesson_carry(measured.lesson, by=mira, system=secret, **TERMS)
    learn(measured.lesson)
    run(measured, mira, "9", "a", check=check, version=version)
    proposed = Recurrence.objects.get()
    for reader, status in ((mira, 200), (rita, 404)):
        client.force_login(reader)
        assert client.get(proposed.get_absolute_url()).status_code == status
        for address in ("/recurrences/", "/", measured.lesson.get_absolute_url()):
            page = client.get(address).content.decode()
            assert ((proposed.reference in page) or ("back?" in page)) is (status == 200), address
    found = client.get("/api/v1/recurrences/").json()["results"]
    assert found == []
    client.force_login(mira)
    found = client.get(f"/api/v1/recurrences/{proposed.reference}/").json()
    assert (found["finding"], found["check"]) == (None, check.reference)


def test_the_database_takes_a_finding_or_a_check_of_the_lesson(measured, mira, rita, leo) -> None:
    run(measured, mira, "9", "a")
    result = CheckResult.objects.get()
    finding, other = factories.make_confirmed_finding(rita, leo), factories.make_lesson(rita)
    for wrong, sentence in (
        ({"lesson": measured.lesson}, "recurrence_by_a_finding_or_a_check"),
        (
            {"lesson": measured.lesson, "finding": finding, "check_result": result},
            "recurrence_by_a_finding_or_a_check",
        ),
        ({"lesson": other, "check_result": result}, "of no lesson but its own"),
    ):
        with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
            Recurrence.objects.create(reference="RCR-00001", **wrong)
    right = {"lesson": measured.lesson, "check_result": result}
    Recurrence.objects.create(reference="RCR-00001", **right)  # the control
    with pytest.raises(IntegrityError, match="recurrence_result_once"), transaction.atomic():
        Recurrence.objects.create(reference="RCR-00002", **right)
