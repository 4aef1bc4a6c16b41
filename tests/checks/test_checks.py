"""Who sets checks up and records results, how a check stands, and what PostgreSQL refuses."""

from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from lessons.access.check import check_can_record_result
from lessons.check_transitions import (
    let_lesson_carry,
    let_practice_carry,
    record_result,
    retire_check,
)
from lessons.models import Check, CheckResult, Recurrence
from tests import factories
from tests.checks.conftest import TERMS
from tests.lessons.test_recurrence import learn
from tracker import editing
from tracker.access import Denied, judge

DAY = datetime.timedelta(days=1)


def run(measured, by, value="2", days=0, key="run-1", **more):
    """Record a result of some days ago."""
    given = {"version": measured.version, "ran_at": timezone.now() - days * DAY, **more}
    return record_result(measured.check, by=by, value=value, external_id=key, **given)


@pytest.mark.parametrize(
    "who", ["rita", "leo", "sam", "olga", "mira", "milo", "mona", "cleo", "ada"]
)
def test_who_runs_a_check_records_its_results(who, measured, request) -> None:
    user = request.getfixturevalue(who)
    may = judge(check_can_record_result, user, measured.check)
    assert bool(may) is (who in {"mira", "milo"})


def test_a_check_stands_never_run_fresh_stale_or_failed(measured, mira) -> None:
    assert measured.fresh.state == "never_run"
    run(measured, mira, "2.5", days=31, key="a")
    assert measured.fresh.state == "stale"
    run(measured, mira, "2.500001", days=3, key="b")
    assert measured.fresh.state == "failed"
    run(measured, mira, "0", days=2, key="c")
    assert measured.fresh.state == "fresh"
    run(measured, mira, "9", days=40, key="d")  # older than the last one
    assert measured.fresh.state == "fresh"
    assert Check.objects.get(pk=measured.check.pk).state == "fresh"


def test_the_same_result_sent_twice_is_there_once_and_another_is_refused(measured, mira) -> None:
    at = timezone.now()
    for _ in range(2):
        run(measured, mira, "2.0", ran_at=at)
    assert CheckResult.objects.count() == 1
    with pytest.raises(ValidationError, match="Another result has this key"):
        run(measured, mira, "3", ran_at=at)


def test_only_ones_own_systems_are_checked(measured, rita) -> None:
    with pytest.raises(Denied, match="Only who owns or operates Service"):
        let_lesson_carry(measured.lesson, by=rita, system=measured.system, **TERMS)


@pytest.mark.parametrize("wrong", ["many", "", "NaN", "1e20", "0.0000001"])
def test_what_is_no_number_is_refused(wrong, measured, mira) -> None:
    with pytest.raises(ValidationError, match="Write a number"):
        run(measured, mira, wrong)


def test_the_database_keeps_results_as_they_were(measured, mira, rita) -> None:
    run(measured, mira)
    rows, checks = CheckResult.objects.all(), Check.objects.filter(pk=measured.check.pk)
    for write, sentence in (
        (lambda: rows.update(value=1), "stays as it was written"),
        (lambda: rows.update(source_url="https://example.org"), "stays as it was written"),
        (rows.delete, "stays as it was written"),
        (lambda: checks.update(threshold=99), "stays as it was written"),
    ):
        with pytest.raises(IntegrityError, match=sentence), transaction.atomic():
            write()
    other = editing.add_system_version(factories.make_system(mira), by=mira, label="1")
    for more, sentence in (
        ({"version": other}, "of a version of the system"),
        ({"days": -1}, "instant to come"),
        ({"key": " "}, "by which key"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            run(measured, mira, **{"key": "run-2", **more})
    run(measured, mira, key="run-2")  # the control
    for more, sentence in (
        ({"fresh_days": 0}, "a day at least"),
        ({"metric": ""}, "what is measured"),
        ({"direction": "sideways"}, "more is better"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            let_lesson_carry(measured.lesson, by=mira, system=measured.system, **{**TERMS, **more})


def test_a_check_is_seen_by_who_sees_the_record_and_the_system(measured, rita, mira, cleo) -> None:
    secret = factories.make_system(mira)
    hidden = let_lesson_carry(measured.lesson, by=mira, system=secret, **TERMS)
    for reader, seen in ((mira, {measured.check, hidden}), (rita, {measured.check}), (cleo, set())):
        assert set(Check.objects.visible_to(reader)) == seen


def test_the_pages_and_the_api_show_the_badge(measured, rita, leo, mira, sam, mona, client) -> None:
    version = factories.make_published_practice(measured.lesson, rita, leo, sam, mona)
    on_practice = let_practice_carry(version, by=mira, system=measured.system, **TERMS)
    run(measured, mira, "3")
    client.force_login(rita)
    for address, words in (
        (measured.lesson.get_absolute_url(), "Failed"),
        (version.get_absolute_url(), "Never run"),
        (measured.check.get_absolute_url(), "at most 2.5 %"),
        (on_practice.get_absolute_url(), "no result arrived yet"),
    ):
        assert words in client.get(address).content.decode(), address
    found = client.get(f"/api/v1/checks/{measured.check.reference}/").json()
    assert (found["state"], found["results"][0]["version"]) == ("failed", "2026-11")
    client.logout()
    assert "Never run" not in client.get(version.get_absolute_url()).content.decode()


def lines(measured, *keys) -> io.StringIO:
    """Return results as lines of a file."""
    rows = [
        {
            "check": measured.check.reference,
            "external_id": key,
            "value": "2.1",
            "ran_at": "2026-11-01T10:00:00Z",
            "version": "2026-11",
        }
        for key in keys
    ]
    return io.StringIO(json.dumps(rows))


def test_an_import_run_twice_adds_nothing_and_one_refusal_refuses_all(
    measured, mira, monkeypatch
) -> None:
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", lines(measured, "a", "b"))
        call_command("import_check_results", "--as", "mira", "-", stdout=io.StringIO())
    assert CheckResult.objects.count() == 2
    monkeypatch.setattr("sys.stdin", lines(measured, "c", " "))
    with pytest.raises(CommandError, match="Row 2: Say by which key"):
        call_command("import_check_results", "--as", "mira", "-", stdout=io.StringIO())
    assert CheckResult.objects.count() == 2


def test_an_import_says_in_which_row_a_retired_check_is_named(measured, mira, monkeypatch) -> None:
    retire_check(measured.check, by=mira, reason="Measured elsewhere.")
    monkeypatch.setattr("sys.stdin", lines(measured, "a"))
    with pytest.raises(CommandError, match=r"Row 1: .*retired"):
        call_command("import_check_results", "--as", "mira", "-", stdout=io.StringIO())


def test_an_import_reads_csv_and_names_what_is_not_there(measured, mira, tmp_path) -> None:
    head = "check,external_id,value,ran_at,version,source_url\n"
    good = f"{measured.check.reference},a,2.1,2026-11-01T10:00:00Z,2026-11,\n"
    file = tmp_path / "results.csv"
    file.write_text(head + good)
    call_command("import_check_results", "--as", "mira", str(file), stdout=io.StringIO())
    assert CheckResult.objects.count() == 1
    for wrong, sentence in (
        (good.replace("2026-11,", "2031,"), "no version"),
        (good.replace("MSFT-CHK", "MSFT-CHX"), "There is no check"),
        (good.replace("2026-11-01T10:00:00Z", "yesterday"), "ran_at"),
    ):
        file.write_text(head + good + wrong)
        with pytest.raises(CommandError, match=f"Row 2: .*{sentence}"):
            call_command("import_check_results", "--as", "mira", str(file), stdout=io.StringIO())
    with pytest.raises(CommandError, match="no account"):
        call_command("import_check_results", "--as", "nobody", str(file), stdout=io.StringIO())


def test_the_list_shows_each_state_and_is_narrowed_by_it(
    measured, mira, rita, cleo, client
) -> None:
    failing = let_lesson_carry(
        measured.lesson, by=mira, system=measured.system, **{**TERMS, "metric": "Hidden texts"}
    )
    retired = let_lesson_carry(measured.lesson, by=mira, system=measured.system, **TERMS)
    retire_check(retired, by=mira, reason="Measured elsewhere.")
    run(measured, mira, "2")
    run(replace(measured, check=failing), mira, "7.50")
    client.force_login(rita)
    everything = {measured.check, failing, retired}
    for query, wanted in (
        ("", everything),
        ("state=fresh", {measured.check}),
        ("state=failed", {failing}),
        ("state=retired", {retired}),
        ("state=stale", set()),
        ("q=hidden", {failing}),
        ("owner=MSFT", everything),
        ("owner=OAI", set()),
        (f"system={measured.system.reference}", everything),
    ):
        found = client.get(f"/checks/?{query}").context["page"].rows
        assert set(found) == wanted, query
        listed = client.get(f"/api/v1/checks/?{query.replace('owner', 'organization')}").json()
        assert {one["reference"] for one in listed["results"]} == {
            one.reference for one in wanted
        }, query
    page = client.get("/checks/").content.decode()
    assert all(word in page for word in ("7.5 %", "Failed", "Fresh", "Retired"))
    client.force_login(cleo)
    assert client.get("/checks/").context["page"].rows == []


def test_a_check_says_what_its_failure_asked(measured, in_effect, mira, rita, client) -> None:
    learn(measured.lesson)
    run(measured, mira, "9")
    asked = Recurrence.objects.get()
    client.force_login(rita)
    page = client.get(measured.check.get_absolute_url()).content.decode()
    assert "not what it asks for" in page
    assert asked.reference in page
