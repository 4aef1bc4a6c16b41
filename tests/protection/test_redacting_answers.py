"""What is answered on a line of its own goes with the record that it is about, and is held with it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lessons.briefing_transitions import answer_line
from lessons.models import BriefingLine, Reverification
from lessons.reverification_transitions import ask_of_new_versions, no_longer_holds
from reviews.models import MigrationProposal, ReviewCycle
from reviews.transitions import dismiss_migration, propose_migrations
from tests import factories
from tests.protection.test_redaction import places
from tests.rules.test_briefings import running
from tracker.access import WrongState
from tracker.editing import add_system_version
from tracker.models import AISystem
from tracker.protection.holds import place_hold
from tracker.protection.redactions import redact
from tracker.protection.texts import MARK
from tracker.sharing import share

SECRET = "sk-4711-secret"
GONE = {"cause": "secret", "passage": SECRET}


@pytest.fixture
def system(rita, leo) -> AISystem:
    system = share(factories.make_system(rita, name="Chat", operator=rita.organization), by=leo)
    factories.make_review(rita, system=system)
    return system


@pytest.fixture
def lesson(rita, leo, sam, mona, system):
    return factories.make_endorsed_lesson(rita, leo, sam, mona, seen_in=[system])


@pytest.fixture
def cycle(leo, system, lesson, rita, mira) -> ReviewCycle:
    """A cycle in whose briefing each side says something with the secret in it."""
    cycle = running(leo, system)
    for line in BriefingLine.objects.filter(briefing__cycle=cycle):
        person = rita if line.briefing.organization == rita.organization else mira
        answer_line(line, by=person, answer="changes_plan", words=f"We rotate {SECRET}.")
    return cycle


def words_of(cycle, person) -> str:
    return BriefingLine.objects.get(
        briefing__cycle=cycle, briefing__organization=person.organization
    ).words


def test_each_partner_redacts_its_own_lines_of_a_briefing(cycle, rita, mira, leo, milo) -> None:
    redact(cycle, by=leo, **GONE)
    assert words_of(cycle, rita) == f"We rotate {MARK}."
    assert words_of(cycle, mira) == f"We rotate {SECRET}."
    with pytest.raises(ValidationError, match="stand nowhere in") as refused:
        redact(cycle, by=leo, **GONE)
    assert "Microsoft" not in str(refused.value)
    redact(cycle, by=milo, **GONE)
    assert places(SECRET) == {}


def test_lines_of_a_briefing_stay_while_the_cycle_is_held(cycle, leo, milo) -> None:
    place_hold(cycle, by=milo, reason="A court asks.")
    with pytest.raises(WrongState, match="can't be redacted for now"):
        redact(cycle, by=leo, **GONE)
    with pytest.raises(IntegrityError, match="on legal hold"), transaction.atomic():
        BriefingLine.objects.all()._raw_delete("default")


def test_why_a_version_needs_no_review_goes_with_its_system(system, rita, leo) -> None:
    add_system_version(system, by=rita, label="2")
    propose_migrations()
    dismiss_migration(MigrationProposal.objects.get(), by=leo, reason=f"Only {SECRET} changed.")
    redact(system, by=leo, **GONE)
    assert MigrationProposal.objects.get().reason == f"Only {MARK} changed."
    assert places(SECRET) == {}


def test_why_a_lesson_no_longer_holds_goes_with_the_lesson(system, lesson, rita, leo) -> None:
    add_system_version(system, by=rita, label="2")
    ask_of_new_versions()
    no_longer_holds(Reverification.objects.get(), by=rita, words=f"Saw {SECRET} again.")
    redact(lesson, by=leo, **GONE)
    assert Reverification.objects.get().words == f"Saw {MARK} again."
    assert places(SECRET) == {}
