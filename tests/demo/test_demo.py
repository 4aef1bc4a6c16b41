"""The demonstration: complete, cited, lively, and safe to build again."""

from __future__ import annotations

import datetime
import time

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command
from django.utils import timezone

from lessons.demo.second_factor import seconds_left
from lessons.models import (
    Check,
    Lesson,
    PracticeVersion,
    Recurrence,
    ResearchDirection,
    SystemUpdate,
)
from lessons.states import CheckState, PracticeStatus, ResearchStatus, UpdateStatus
from reviews.editing import edit_observation
from reviews.models import Finding, Observation, Review, ReviewCycle
from reviews.transitions import dismiss_observation
from tests.demo.conftest import contents
from tracker.models import AISystem, Record
from tracker.states import Label, Severity

# To build it takes as long as hundreds of other tests.
pytestmark = pytest.mark.exhaustive

RECORDS = [model for model in apps.get_models() if issubclass(model, Record)]
WAITING = (Observation, Review, Lesson, SystemUpdate, ResearchDirection, PracticeVersion)
PARTNERS_PEOPLE = [
    f"{code}-{role}"
    for code in ("oai", "msft")
    for role in ("observer", "reviewer", "lead", "signatory")
]


def test_a_second_run_changes_nothing(demo, capsys):
    before = contents()
    call_command("demo", "--no-serve")
    assert contents() == before
    assert capsys.readouterr().out.count("nothing to do") == 4


def test_a_second_run_keeps_what_people_changed(demo, people):
    observation = Observation.objects.get(title__contains="India")
    edit_observation(observation, by=people["oai-lead"], title="Renamed by a person", source="")
    dismiss_observation(observation, by=people["oai-lead"], reason="Not for us.")
    before = contents()
    call_command("demo", "--no-serve")
    assert contents() == before


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_every_record_names_its_source_or_is_illustrative(demo, model):
    assert model.objects.exists()
    assert not model.objects.filter(source="", illustrative=False).exists()


def test_what_joint_records_say_is_sourced_or_illustrative(demo):
    for model in (ReviewCycle, PracticeVersion):
        assert not model.objects.filter(source="", illustrative=False).exists()
    signatures = [apps.get_model("lessons", name) for name in ("Endorsement", "PracticeApproval")]
    assert all(not model.objects.filter(illustrative=False).exists() for model in signatures)


def test_a_reported_fact_says_so(demo):
    account = Observation.objects.filter(source__contains="Wall Street Journal")
    assert account.count() == 2
    assert all(seen.title.startswith("Reportedly") for seen in account)


@pytest.mark.parametrize("username", PARTNERS_PEOPLE)
def test_something_waits_for_each_person(demo, people, username):
    person = people[username]
    waiting = [
        model for model in WAITING if model.objects.visible_to(person).awaiting(person).exists()
    ]
    assert waiting, f"nothing waits for {username}"


def test_signatories_of_both_sides_find_a_lesson_to_sign(demo, people):
    for username in ("oai-signatory", "msft-signatory"):
        person = people[username]
        assert Lesson.objects.visible_to(person).awaiting_signature(person).exists()
    oai = people["oai-signatory"]
    assert PracticeVersion.objects.awaiting_signature(oai).count() == 1
    assert not PracticeVersion.objects.awaiting_signature(people["msft-signatory"]).exists()


def test_updates_and_research_stand_at_every_stage(demo):
    reached = set(SystemUpdate.objects.values_list("status", flat=True))
    assert reached >= set(UpdateStatus) - {UpdateStatus.SUPERSEDED}
    assert SystemUpdate.objects.overdue().exists()
    asked = set(ResearchDirection.objects.values_list("status", flat=True))
    assert asked == set(ResearchStatus) - {ResearchStatus.DROPPED}


def test_strangers_read_four_practices_by_public_systems(demo):
    stranger = AnonymousUser()
    published = PracticeVersion.objects.visible_to(stranger).published()
    assert published.count() >= 4
    assert AISystem.objects.visible_to(stranger).count() == AISystem.objects.count()
    assert PracticeVersion.objects.filter(status=PracticeStatus.SUPERSEDED).count() == 1


def test_a_practice_of_the_past_was_published_when_it_was(demo):
    version = PracticeVersion.objects.get(title="Deploying language models")
    assert version.published_at is not None
    assert version.published_at.date() == datetime.date(2022, 6, 2)


def test_each_side_keeps_something_from_the_other(demo, people):
    for mine, theirs in (("oai-lead", "msft-lead"), ("msft-lead", "oai-lead")):
        private = Observation.objects.filter(
            owner=people[mine].organization, label=Label.AMBER_STRICT
        )
        assert private.exists()
        assert not private.visible_to(people[theirs]).exists()


def test_grave_findings_say_why(demo):
    grave = Finding.objects.filter(severity__in=[Severity.CRITICAL, Severity.HIGH])
    assert grave.exists()
    assert not grave.filter(severity_justification="").exists()


def test_nothing_happened_in_the_future(demo):
    today = timezone.localdate()
    assert not Observation.objects.filter(occurred_on__gt=today).exists()
    assert not Review.objects.filter(held_on__gt=today).exists()
    assert not SystemUpdate.objects.filter(shipped_on__gt=today).exists()


@pytest.mark.parametrize(
    "name",
    [
        "OpenAI GPT-4o",
        "gpt-4o-mini-2024-07-18",
        "DALL-E3",
        "ChatGPT",
        "Codex CLI",
        "Azure AI Content Safety",
        "gpt-oss-20b",
        "OpenAI GPT-4.1 mini",
        "OpenAI Sora",
    ],
)
def test_spellings_of_imports_name_one_system_each(demo, name):
    spellings = [
        spelling.casefold()
        for system in AISystem.objects.all()
        for spelling in {system.name, *system.aliases}
    ]
    assert spellings.count(name.casefold()) == 1


def test_no_spelling_names_two_systems(demo):
    owners: dict[str, set[str]] = {}
    for system in AISystem.objects.all():
        for spelling in {system.name, *system.aliases}:
            owners.setdefault(spelling.casefold(), set()).add(system.name)
    assert [names for names in owners.values() if len(names) > 1] == []


def test_every_account_signs_in_with_the_password_that_is_printed(demo, people, state_dir, client):
    password = (state_dir / "demo-password").read_text()
    assert (state_dir / "demo-password").stat().st_mode & 0o777 == 0o600
    assert all(client.login(username=name, password=password) for name in people)


def test_a_signatory_signs_in_with_the_code_that_is_printed(demo, state_dir, client, capsys):
    password = (state_dir / "demo-password").read_text()
    assert (state_dir / "demo-second-factor-msft-signatory").stat().st_mode & 0o777 == 0o600
    first = client.post("/sign-in/", {"login": "msft-signatory", "password": password})
    assert first.url == "/sign-in/code/"
    if seconds_left() < 2:
        time.sleep(2)
    call_command("demo_code", "msft-signatory")
    code = capsys.readouterr().out.split()[0]
    assert client.post(first.url, {"code": code}).url == "/"
    assert client.get("/lessons/").status_code == 200


def test_a_lost_password_is_replaced(demo, people, state_dir, client, capsys):
    (state_dir / "demo-password").unlink()
    call_command("demo", "--no-serve")
    password = (state_dir / "demo-password").read_text()
    assert password in capsys.readouterr().out
    assert all(client.login(username=name, password=password) for name in people)


def test_checks_stand_in_each_state_and_the_failed_one_asks(demo, people):
    for username in ("oai-reviewer", "msft-reviewer"):
        checks = Check.objects.visible_to(people[username]).with_state()
        assert {one.state for one in checks} == set(CheckState) - {CheckState.NEVER_RUN}
        assert all(one.illustrative for one in checks)
        asked = Recurrence.objects.visible_to(people[username]).proposed()
        failed = checks.get(state_now=CheckState.FAILED)
        assert asked.by_check(failed).count() == 1
